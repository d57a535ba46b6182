"""Planning a system meeting: time and topic, who is asked, what they are told, and what each answers and prepares."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.messages.models import Delivery, Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.system_meetings.enums import MeetingState, Refusal
from stafett.system_meetings.models import Attendee, SystemMeeting
from stafett.system_meetings.operations import seating
from tests import stage
from tests.system_meetings import around
from tests.system_meetings.around import HERE, KINDERGARTEN, SCHOOL, a_meeting, a_proposal, an_invited_meeting
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def time_fields(**changed):
    return {
        "day": (stage.today() + timedelta(days=20)).isoformat(), "at": "14:00", "minutes": "90", "place": "Her",
        "video_link": "",
    } | changed  # fmt: skip


def topic_fields(meeting, **changed):
    return {
        "topic": "20", "title": "", "challenge": "Flere blir borte om mandagen.", "background": "Vi ser det i alle trinn.",
        "sources": ["logs_and_plans"], "version": str(meeting.version),
    } | changed  # fmt: skip


def told(kind):
    with within(HERE):
        return set(Message.objects.filter(kind=kind).values_list("recipient_id", flat=True))


def ids(*keys):
    return {cast.person(key).id for key in keys}


def employment(key):
    with within(HERE):
        return str(Employment.objects.get(person_id=cast.person(key).id).pk)


@pytest.mark.parametrize(("key", "unit"), [("elle", SCHOOL), ("ingeborg", KINDERGARTEN)])
def test_a_school_and_a_kindergarten_plan_a_meeting_whose_leader_leads_writes_and_presents(key, unit):
    answer = Visitor(key).send("new_system_meeting", unit, fields=time_fields())

    assert answer.status_code == 302
    with within(HERE):
        meeting = SystemMeeting.objects.select_related("presenter").get()
    assert {meeting.leader_id, meeting.writer_id, meeting.presenter.person_id} == ids(key)
    assert meeting.challenge == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "2020-01-01"},
        {"at": "halv"},
        {"minutes": "7"},
        {"place": ""},
        {"video_link": "javascript:alert(1)"},
    ],
)
def test_a_wrong_time_is_said_and_what_was_typed_is_kept(wrong):
    answer = Visitor("elle").send("new_system_meeting", SCHOOL, fields=time_fields(**wrong))

    assert answer.status_code == 422
    assert set(reading.errors(answer)) & {*wrong, "place", "day"}
    assert all(reading.fields(answer)[name] == [value] for name, value in wrong.items() if name != "minutes")


def test_two_who_change_the_topic_at_once_see_both_texts():
    meeting = a_meeting(topic=False)
    first = Visitor("elle").send("system_topic", meeting.pk, fields=topic_fields(meeting))
    second = Visitor("elle").send(
        "system_topic", meeting.pk, fields=topic_fields(meeting, challenge="Noe annet.")
    )

    assert (first.status_code, second.status_code) == (302, 409)
    assert "Flere blir borte om mandagen." in reading.words(second)
    assert reading.fields(second)["challenge"] == ["Noe annet."]


def test_people_come_from_the_unit_from_services_and_from_outside():
    meeting, elle = a_meeting(), Visitor("elle")

    elle.send(
        "system_people", meeting.pk, fields={"person_ids": [str(each) for each in ids("kari", "jonas")]}
    )
    found = elle.get(f"/systemmoter/{meeting.pk}/deltakere/tjenester/?q=henrik")
    assert employment("henrik") in reading.words(found) + found.content.decode()
    elle.post(
        f"/systemmoter/{meeting.pk}/deltakere/tjenester/?q=henrik", {"employment_id": employment("henrik")}
    )
    elle.send("system_outsider", meeting.pk, fields={"name": "Gro Luftslott", "service": "BUP"})

    assert [seat.name for seat in around.reached(meeting).seats] == [
        "Elle Márjá Tullebekk", "Kari Eksempelmo", "Jonas Påfunn", "Henrik Regleplass", "Gro Luftslott",
    ]  # fmt: skip
    assert "Gro Luftslott" in reading.words(elle.see("system_people", meeting.pk))


def test_whoever_is_unticked_leaves_the_list_and_the_leader_never_does():
    meeting = an_invited_meeting("kari", "jonas", "henrik")

    Visitor("elle").send("system_people", meeting.pk, fields={"person_ids": [str(cast.person("jonas").id)]})

    assert {seat.person_id for seat in around.reached(meeting).seats} == ids("elle", "jonas", "henrik")
    assert told("system_meeting_cancelled") == ids("kari")


def test_somebody_from_another_municipality_or_with_no_post_is_not_seated():
    meeting, elle = a_meeting(), Visitor("elle")
    for hostile in (str(cast.person("oddny").id), str(cast.person("hilde").id), "nobody"):
        assert elle.send("system_people", meeting.pk, fields={"person_ids": [hostile]}).status_code == 422
    address = f"/systemmoter/{meeting.pk}/deltakere/tjenester/?q=henrik"
    assert elle.post(address, {"employment_id": employment("kari")}).status_code == 422
    assert len(around.reached(meeting).seats) == 1


def test_a_seat_is_removed_with_its_tasks():
    meeting = an_invited_meeting("kari", "henrik")
    kari = next(seat for seat in meeting.seats if seat.name.startswith("Kari"))
    fields = {
        "presenter_id": str(kari.pk), "writer_id": str(kari.person_id), "track_keeper_id": str(kari.pk),
    }  # fmt: skip
    assert Visitor("elle").send("system_tasks", meeting.pk, fields=fields).status_code == 302
    assert "viddevakt" in reading.words(Visitor("elle").see("system_meeting", meeting.pk))

    Visitor("elle").send("seat_removal", meeting.pk, kari.pk)

    changed = around.reached(meeting)
    assert (changed.writer_id, changed.track_keeper) == (cast.person("elle").id, None)
    assert changed.presenter.person_id == cast.person("elle").id


def test_whoever_leads_keeps_no_watch_even_past_the_form():
    meeting = an_invited_meeting("kari")
    leader = next(seat for seat in meeting.seats if seat.person_id == meeting.leader_id)
    with within(HERE), pytest.raises(Refused) as stopped:
        seating.give_tasks(
            actor=stage.actor("elle"),
            meeting=meeting,
            writer_id=leader.person_id,
            presenter_id=leader.pk,
            track_keeper_id=leader.pk,
            today=stage.today(),
        )

    assert stopped.value.refusal == Refusal.LEADER_KEEPS_WATCH


def test_a_service_that_reported_it_is_not_presented_by_somebody_else():
    meeting, proposal = a_meeting(topic=False), a_proposal()
    Visitor("elle").send("topic_choice", meeting.pk, fields={"proposal_id": str(proposal.pk)})
    seats = {seat.name.split()[0]: seat for seat in around.reached(meeting).seats}
    tasks = {"writer_id": str(cast.person("elle").id), "track_keeper_id": ""}

    wrong = Visitor("elle").send(
        "system_tasks", meeting.pk, fields=tasks | {"presenter_id": str(seats["Elle"].pk)}
    )
    right = Visitor("elle").send(
        "system_tasks", meeting.pk, fields=tasks | {"presenter_id": str(seats["Henrik"].pk)}
    )

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "presenter_id" in reading.errors(wrong)


def test_those_invited_are_told_and_no_word_of_it_leaves_the_house(settings):
    meeting = an_invited_meeting("kari", "henrik", informed=False)
    answer = Visitor("elle").send(
        "system_information", meeting.pk, fields={"information": "Tenk på gangene."}
    )

    assert answer.status_code == 302
    assert told("system_meeting_invited") == ids("kari", "henrik")
    with within(HERE):
        facts = [message.facts for message in Message.objects.filter(kind="system_meeting_invited")]
        assert all(set(each) == {"date"} for each in facts)
        assert not Delivery.objects.filter(message__kind="system_meeting_invited", state="sent").exists()
    assert "Tenk på gangene." in reading.words(Visitor("kari").see("system_meeting", meeting.pk))
    assert "Tenk på gangene." not in reading.words(Visitor("kari").see("inbox"))


def test_nobody_is_told_before_there_is_a_challenge_and_somebody_to_tell():
    without_topic, alone = a_meeting(topic=False), a_meeting()
    for meeting in (without_topic, alone):
        answer = Visitor("elle").send("system_information", meeting.pk, fields={"information": "Hei."})
        assert answer.status_code == 422
        assert "information" in reading.errors(answer)


def test_a_childs_name_is_not_sent_to_anybody():
    noor, meeting = cast.child("noor").person, an_invited_meeting(informed=False)
    fields = {"information": f"Det gjelder {noor.given} {noor.family}."}

    assert Visitor("elle").send("system_information", meeting.pk, fields=fields).status_code == 422
    assert told("system_meeting_invited") == set()


def test_an_answer_reaches_the_leader_and_moving_the_meeting_asks_anew():
    meeting = an_invited_meeting("kari", "henrik")
    Visitor("kari").send("system_answer", meeting.pk, fields={"answer": "yes", "words": "Gleder meg."})
    assert "Gleder meg." in reading.words(Visitor("elle").see("system_meeting", meeting.pk))
    assert "Gleder meg." not in reading.words(Visitor("henrik").see("system_meeting", meeting.pk))

    moved = time_fields(version=str(around.reached(meeting).version))
    assert Visitor("elle").send("change_system_meeting", meeting.pk, fields=moved).status_code == 302

    assert told("system_meeting_moved") == ids("kari", "henrik")
    with within(HERE):
        assert Attendee.objects.get(person_id=cast.person("kari").id).answer == "none"


def test_a_note_to_oneself_is_read_by_nobody_else():
    meeting = an_invited_meeting("kari", "henrik")
    Visitor("kari").send("system_preparation", meeting.pk, fields={"prepared": "Spør om gangvaktene."})

    assert "Spør om gangvaktene." in reading.words(Visitor("kari").see("system_meeting", meeting.pk))
    for key in ("elle", "henrik", "jonas"):
        assert "gangvaktene" not in Visitor(key).see("system_meeting", meeting.pk).content.decode()


def test_a_meeting_that_is_called_off_tells_those_who_were_told_and_takes_no_answers():
    meeting = an_invited_meeting("kari")
    Visitor("elle").send("cancel_system_meeting", meeting.pk, fields={"reason": "Vi er syke."})

    assert told("system_meeting_cancelled") == ids("kari")
    assert around.reached(meeting).state == MeetingState.CANCELLED
    assert "Vi er syke." in reading.words(Visitor("kari").see("system_meeting", meeting.pk))
    assert Visitor("kari").send("system_answer", meeting.pk, fields={"answer": "yes"}).status_code == 422


def test_the_calendar_file_says_when_and_where_and_nothing_of_what():
    meeting = an_invited_meeting("kari")

    text = Visitor("kari").see("system_calendar", meeting.pk).content.decode()

    assert "BEGIN:VEVENT" in text and "Personalrommet" in text
    assert "ropes" not in text and "Språkbruk" not in text


def test_the_way_in_opens_when_everything_before_is_done():
    meeting = an_invited_meeting("kari", informed=False)
    assert "Start møtet" not in reading.words(Visitor("elle").see("system_meeting", meeting.pk))

    Visitor("elle").send("system_information", meeting.pk, fields={"information": "Tenk på gangene."})

    assert "Start møtet" in reading.words(Visitor("elle").see("system_meeting", meeting.pk))
