"""Pages of meetings as people meet them, without script."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.log_meetings.models import Invitation, Meeting
from stafett.register.models import Employment, Person
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from tests import stage
from tests.log_meetings import inviting
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
HILDE, TIRIL = cast.person("hilde").id, cast.person("tiril").id
LIST_LIMIT, PAGE_LIMIT = 8, 16


@pytest.fixture
def log(db):
    """Tiril's log with a concern under way."""
    with within(HERE):
        log = stage.open_log("tiril")
        stage.active_concern(log)
        return log


@pytest.fixture
def meeting(log):
    with within(HERE):
        return inviting.plan(log, invited=["hilde"])


def _told(visitor, name, *args):
    return reading.words(visitor.see(name, *args))


def test_the_suggestion_is_a_whole_invitation_when_only_the_place_is_filled_in(log):
    kari = Visitor("kari")
    given = reading.fields(kari.see("new_meeting", log.pk))

    answer = kari.send("new_meeting", log.pk, fields=given | {"place": ["Møterommet"]})

    assert answer.status_code == 302, reading.errors(answer)
    with within(HERE):
        meeting = Meeting.objects.get(log_id=log.pk)
        invited = set(inviting.answers(meeting))
    assert answer["Location"] == reverse("meeting", args=[meeting.pk])
    assert (meeting.kind, meeting.minutes, meeting.interpreter) == ("follow_up", 45, "not_needed")
    assert invited == {cast.person("kari").id, HILDE, TIRIL}


def test_a_first_meeting_is_suggested_where_no_measure_is_under_way(db):
    with within(HERE):
        log = stage.open_log("nils")
        stage.drafted_concern(log)

    assert reading.fields(Visitor("kari").see("new_meeting", log.pk))["kind"] == ["first"]


def test_nobody_outside_the_consent_and_nobody_blocked_is_offered(log):
    page = Visitor("kari").see("new_meeting", log.pk).content.decode()

    assert str(HILDE) in page
    assert str(cast.person("ronny").id) not in page
    assert str(cast.person("henrik").id) not in page


def test_the_unit_s_resource_persons_are_shown_with_a_way_to_let_them_in(log):
    page = Visitor("kari").see("new_meeting", log.pk)

    assert cast.person("yusuf").name in reading.words(page)
    assert "Legg til som aktør" in reading.words(page)


def test_what_was_typed_is_kept_when_something_is_missing(log):
    kari = Visitor("kari")
    given = reading.fields(kari.see("new_meeting", log.pk)) | {
        "interpreter": ["to_be_booked"], "at": ["kvart over to"], "place": ["Biblioteket"],
    }  # fmt: skip

    answer = kari.send("new_meeting", log.pk, fields=given)

    assert answer.status_code == 422
    assert "Skriv et klokkeslett" in reading.errors(answer)["at"]
    assert (reading.fields(answer)["at"], reading.fields(answer)["place"]) == (
        ["kvart over to"],
        ["Biblioteket"],
    )


def test_a_guardian_answers_with_one_press_on_the_page_about_the_meeting(meeting):
    hilde = Visitor("hilde")
    given = reading.fields(hilde.see("meeting", meeting.pk))

    answer = hilde.send(
        "invitation_answer", meeting.pk, fields={**given, "answer": "no", "words": "På reise"}
    )

    assert answer["Location"] == reverse("meeting", args=[meeting.pk])
    assert "Du har svart: Kan ikke" in _told(hilde, "meeting", meeting.pk)
    assert "På reise" in _told(Visitor("kari"), "meeting", meeting.pk)


def test_a_word_with_an_answer_is_for_whoever_invites_and_nobody_else(log):
    with within(HERE):
        _let_in(log, cast.person("jonas").id)
        meeting = inviting.plan(log, invited=["hilde", "jonas"])
        inviting.answer(meeting, "hilde", "no", "Sykehustime")

    jonas = _told(Visitor("jonas"), "meeting", meeting.pk)

    assert "Kan ikke" in jonas
    assert "Sykehustime" not in jonas


def test_the_holder_puts_down_an_answer_that_came_by_phone(meeting):
    kari = Visitor("kari")
    given = reading.fields(kari.see("invitations", meeting.pk))

    kari.send("invitations", meeting.pk, fields={**given, "person_id": str(HILDE), "answer": "yes"})

    with within(HERE):
        assert Invitation.objects.get(meeting=meeting, person_id=HILDE).answer == "yes"


def test_a_youth_without_an_inbox_is_named_as_one_to_tell_in_person(meeting):
    kari = _told(Visitor("kari"), "meeting", meeting.pk)

    assert f"så du sier det til dem selv: {cast.person('tiril').name}" in kari
    assert "så du sier det" not in _told(Visitor("hilde"), "meeting", meeting.pk)


def test_the_agenda_leaves_out_what_a_guardian_may_not_see(log):
    with within(HERE):
        concern = stage.active_concern(log, title="Holdt tilbake", goal=stage.concern_words()["goal"])
        type(concern).objects.filter(pk=concern.pk).update(kept_from_guardians="Barnet ber om det.")
        stage.add_measure(log, concern, description="Samtale alene", accept_second=True)
        stage.drafted_concern(log, title="Bare et utkast")
        meeting = inviting.plan(log, invited=["hilde"])

    hilde, kari = (_told(Visitor(key), "meeting", meeting.pk) for key in ("hilde", "kari"))

    assert "Lekegruppe hver dag" in hilde
    assert "Samtale alene" in kari
    assert not [text for text in ("Samtale alene", "Holdt tilbake", "Bare et utkast") if text in hilde]
    assert "Bare et utkast" not in kari


def test_the_calendar_file_says_when_and_where_to_read_and_nothing_of_the_child(meeting):
    answer = Visitor("hilde").see("meeting_calendar", meeting.pk)
    file = answer.content.decode().replace("\r\n ", "")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"UID:{meeting.pk}@stafett" in file
    assert f"URL:http://testserver{reverse('meeting', args=[meeting.pk])}" in file
    assert "SUMMARY:Møte\r\n" in file
    assert "LOCATION:Møterommet" in file
    names = [word for key in ("tiril", "hilde", "kari") for word in cast.person(key).name.split()]
    assert not [name for name in names if name in file]


def test_where_an_address_is_protected_the_calendar_says_no_place(meeting):
    with within(HERE):
        Person.objects.filter(pk=HILDE).update(protection="confidential")

    file = Visitor("kari").see("meeting_calendar", meeting.pk).content.decode()

    assert "LOCATION" not in file
    assert "Møterommet" not in file


def test_where_one_meets_is_for_those_who_are_to_come(log):
    with within(HERE):
        _let_in(log, cast.person("jonas").id)
        here = inviting.plan(log, invited=["hilde"])
        there = inviting.plan(log, form="video", video_link="https://video.example/rom")
    jonas, hilde = Visitor("jonas"), Visitor("hilde")

    assert "Møterommet" in _told(hilde, "meeting", here.pk)
    assert "Møterommet" not in _told(jonas, "meeting", here.pk)
    assert "Møterommet" not in jonas.see("meeting_calendar", here.pk).content.decode()
    assert "Møterommet" not in _told(jonas, "meetings", log.pk)
    assert "video.example" not in hilde.see("meeting", there.pk).content.decode()
    assert "video.example" in Visitor("kari").see("meeting", there.pk).content.decode()


def test_a_change_gives_the_calendar_a_higher_number_and_a_meeting_called_off_is_cancelled(meeting):
    with within(HERE):
        changed = inviting.change(meeting, place="Biblioteket")
        inviting.cancel(changed)

    file = Visitor("kari").see("meeting_calendar", meeting.pk).content.decode()

    assert "SEQUENCE:2" in file
    assert "STATUS:CANCELLED" in file


def test_the_log_tells_of_its_meetings_in_its_line_its_story_and_its_lists(log):
    with within(HERE):
        meeting = inviting.plan(log, invited=["hilde"])
        inviting.answer(meeting, "hilde", "yes")

    story = _told(Visitor("hilde"), "log", log.pk)

    assert "Neste møte er" in story
    assert "inviterte til møte" in story
    assert "svarte på invitasjonen" not in story
    assert "Neste møte er" in _told(Visitor("kari"), "my_logs")


def test_a_meeting_called_off_stands_last_with_its_reason_and_nobody_answers_it(meeting):
    with within(HERE):
        inviting.cancel(meeting, reason="Jeg er blitt syk.")

    hilde = Visitor("hilde")

    assert "Avlyst" in _told(hilde, "meetings", meeting.log.pk)
    page = _told(hilde, "meeting", meeting.pk)
    assert "Jeg er blitt syk." in page
    assert "Kommer du?" not in page


def test_a_log_without_meetings_says_what_to_do(log):
    assert "Ingen møter ennå" in _told(Visitor("kari"), "meetings", log.pk)
    assert "Nytt møte" not in _told(Visitor("hilde"), "meetings", log.pk)


def test_somebody_who_changes_a_meeting_that_another_has_changed_sees_both(meeting):
    kari = Visitor("kari")
    given = reading.fields(kari.see("change_meeting", meeting.pk)) | {"place": ["Auditoriet"]}
    with within(HERE):
        inviting.change(meeting, invited=["hilde"], place="Biblioteket")

    answer = kari.send("change_meeting", meeting.pk, fields=given)

    assert answer.status_code == 409
    assert "Biblioteket" in reading.words(answer)
    assert reading.fields(answer)["place"] == ["Auditoriet"]


def test_reading_a_meeting_is_in_the_trail(meeting):
    Visitor("hilde").see("meeting", meeting.pk)

    with within(HERE):
        entry = Entry.objects.filter(actor_id=HILDE, reason="view_meeting").get()
        assert (entry.log_id, entry.thing_id) == (meeting.log.pk, meeting.pk)


def test_the_pages_ask_the_same_number_of_questions_however_much_there_is(committed_database):
    with within(HERE):
        log = stage.open_log("tiril")
        stage.active_concern(log)
        meeting = inviting.plan(log, invited=["hilde"])
    kari = Visitor("kari")
    places = (reverse("meetings", args=[log.pk]), reverse("meeting", args=[meeting.pk]))
    few = [_count(kari, place) for place in places]
    with within(HERE):
        for number in range(4):
            stage.active_concern(log, title=f"Oppmerksomhet {number}")
            inviting.plan(log, invited=["hilde"])

    assert [_count(kari, place) for place in places] == few
    assert few[0] <= LIST_LIMIT
    assert few[1] <= PAGE_LIMIT


def _count(visitor, place):
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(place)
    assert answer.status_code == 200
    return len(
        [query for query in asked.captured_queries if not query["sql"].startswith(("BEGIN", "COMMIT"))]
    )


def _let_in(log, person_id):
    """Let a colleague into the log."""
    employment = Employment.objects.get(person_id=person_id)
    log_operations.add_participant(
        actor=stage.actor("kari"), log=log, employment_id=employment.pk, purpose="", today=stage.today()
    )
