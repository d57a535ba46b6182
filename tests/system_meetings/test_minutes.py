"""The look back and the minutes: made from what was said, signed once, corrected by a new edition, handed in."""

from datetime import timedelta

import pytest
from django.db import Error, transaction

from stafett.archive.models import Deposit, DepositFile
from stafett.demo import cast
from stafett.messages.models import Message
from stafett.register.tenancy import within
from stafett.system_meetings.enums import MeetingState
from stafett.system_meetings.models import (
    MeetingEvaluation,
    SystemMeasure,
    SystemMeeting,
    SystemMinutes,
    SystemMinutesPart,
)
from tests import stage
from tests.system_meetings import around
from tests.system_meetings.around import HERE, a_signed_meeting, a_talked_through_meeting, an_invited_meeting
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def minutes_fields(**changed):
    words = around.minutes_words(evaluate_on=(stage.today() + timedelta(days=60)).isoformat())
    return words | changed


def look_back_fields(**changed):
    return {
        "worked_well": "Alle fikk ordet.", "could_be_better": "", "kept_structure": "yes", "kept_structure_words": "",
        "was_useful": "partly", "was_useful_words": "Vi vet hva vi prøver.", "next_time": "Kortere innledning.",
    } | changed  # fmt: skip


def parts(meeting):
    with within(HERE):
        newest = SystemMinutes.objects.filter(meeting=meeting).order_by("-edition").first()
        return {
            part.kind: part.text
            for part in SystemMinutesPart.objects.filter(minutes=newest).exclude(kind="fact")
        }


def test_the_five_answers_are_kept_and_shown_to_those_who_were_there():
    meeting = a_talked_through_meeting()
    assert Visitor("elle").send("system_evaluation", meeting.pk, fields=look_back_fields()).status_code == 302
    Visitor("elle").send("system_evaluation", meeting.pk, fields=look_back_fields(next_time="Mer kaffe."))

    with within(HERE):
        assert MeetingEvaluation.objects.get(meeting=meeting).next_time == "Mer kaffe."
    words = reading.words(Visitor("henrik").see("system_meeting", meeting.pk))
    assert "Alle fikk ordet." in words and "Delvis. Vi vet hva vi prøver." in words


@pytest.mark.parametrize("missing", ["kept_structure", "was_useful"])
def test_the_two_questions_with_a_short_answer_need_one(missing):
    meeting = a_talked_through_meeting()
    answer = Visitor("elle").send("system_evaluation", meeting.pk, fields=look_back_fields(**{missing: ""}))

    assert answer.status_code == 422
    assert missing in reading.errors(answer)


def test_nothing_is_looked_back_on_or_signed_before_the_talk_is_over():
    meeting = an_invited_meeting()
    for route, fields in (("system_evaluation", look_back_fields()), ("system_signing", minutes_fields())):
        assert Visitor("elle").send(route, meeting.pk, fields=fields).status_code == 422
    assert around.reached(meeting).state == MeetingState.PLANNED


def test_the_minutes_are_what_was_said_before_anybody_touches_them():
    meeting = a_talked_through_meeting()

    shown = reading.fields(Visitor("elle").see("system_signing", meeting.pk))

    assert shown["challenge"] == ["Det ropes mye i gangene."]
    assert shown["factors"] == ["Her begynner vi: Alle går samtidig.\nTrange ganger."]
    assert shown["measures"] == ["To tider for storefri.\nNoe vi prøver ut selv"]
    assert (shown["plan"], shown["method"]) == (["Vi begynner mandag."], ["Vi teller i en uke."])
    assert shown["evaluate_on"] == [(stage.today() + timedelta(days=60)).isoformat()]


def test_signed_minutes_have_every_field_end_the_meeting_and_are_told_of():
    meeting = a_talked_through_meeting()
    assert Visitor("elle").send("system_signing", meeting.pk, fields=minutes_fields()).status_code == 302

    said = parts(meeting)
    assert list(said) == ["challenge", "factors", "measures", "plan", "evaluation", "ideas"]
    assert "Rektor og PPT" in said["evaluation"] and "Vi teller i en uke." in said["evaluation"]
    assert said["ideas"] == "Egne hyller ved døra."
    with within(HERE):
        assert SystemMeeting.objects.get(pk=meeting.pk).state == MeetingState.DONE
        assert SystemMeasure.objects.get(meeting=meeting).evaluator == "Rektor og PPT"
        told = set(Message.objects.filter(kind="system_minutes").values_list("recipient_id", flat=True))
    assert told == {cast.person(key).id for key in ("kari", "henrik")}
    words = reading.words(Visitor("henrik").see("system_minutes", meeting.pk))
    assert "To tider for storefri." in words and "Elle Márjá Tullebekk" in words and "BTI-møte" in words


def test_the_leader_sees_the_kept_ideas_before_signing():
    words = reading.words(Visitor("elle").see("system_signing", a_talked_through_meeting().pk))

    assert "Ideer vi tar vare på Egne hyller ved døra." in words


@pytest.mark.parametrize(
    "missing", ["challenge", "factors", "measures", "evaluate_on", "evaluator", "method"]
)
def test_what_the_minutes_must_say_is_asked_for_and_nothing_is_signed(missing):
    meeting = a_talked_through_meeting()
    answer = Visitor("elle").send("system_signing", meeting.pk, fields=minutes_fields(**{missing: ""}))

    assert answer.status_code == 422
    assert missing in reading.errors(answer)
    with within(HERE):
        assert not SystemMinutes.objects.exists()


def test_the_archive_gets_the_file_that_people_download():
    meeting = a_signed_meeting()
    with within(HERE):
        deposit = Deposit.objects.get()
        kept = bytes(DepositFile.objects.get(deposit=deposit).content)
    assert (deposit.kind, deposit.folder) == ("minutes", "BTI-møte")

    answer = Visitor("kari").see("system_minutes_pdf", meeting.pk)

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content == kept
    assert kept.startswith(b"%PDF-")


def test_signed_minutes_are_corrected_only_by_a_new_edition():
    meeting = a_signed_meeting()
    assert Visitor("elle").send("system_signing", meeting.pk, fields=minutes_fields()).status_code == 422

    corrected = minutes_fields(measures="To tider for storefri, fra mandag.", why="Skrivefeil.")
    assert Visitor("elle").send("system_correction", meeting.pk, fields=corrected).status_code == 302

    with within(HERE):
        assert [each.edition for each in SystemMinutes.objects.order_by("edition")] == [1, 2]
        assert Deposit.objects.count() == 2
    first = Visitor("elle").get(f"/systemmoter/{meeting.pk}/referat/?utgave=1")
    assert "To tider for storefri." in reading.words(first) and "fra mandag" not in reading.words(first)
    assert "fra mandag" in reading.words(Visitor("elle").see("system_minutes", meeting.pk))


def test_the_database_refuses_to_change_what_is_signed():
    meeting = a_signed_meeting()
    with within(HERE):
        part = SystemMinutesPart.objects.filter(minutes__meeting=meeting).first()
        for change in (lambda: SystemMinutesPart.objects.filter(pk=part.pk).update(text="x"), part.delete):
            with pytest.raises(Error), transaction.atomic():
                change()


def test_minutes_signed_in_nynorsk_have_nynorsk_headings_for_everybody():
    meeting = a_talked_through_meeting()
    with within(HERE):
        actor = stage.actor("elle").__class__(**{**vars(stage.actor("elle")), "locale": "nn"})
        around.minutes.sign_minutes(
            actor=actor, meeting=meeting, today=stage.today(), **around.minutes_words()
        )
        assert SystemMinutes.objects.get(meeting=meeting).language == "nn"


def test_a_name_of_a_child_is_not_signed():
    noor, meeting = cast.child("noor").person, a_talked_through_meeting()
    fields = minutes_fields(factors=f"{noor.given} {noor.family} går alene.")

    assert Visitor("elle").send("system_signing", meeting.pk, fields=fields).status_code == 422
    assert around.reached(meeting).state == MeetingState.EVALUATING
