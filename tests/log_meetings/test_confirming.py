"""The end of a meeting: the text that is held still, each one's answer, and minutes that stand."""

import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, connection, transaction

from stafett.kernel.verdict import Refused
from stafett.log_meetings import operations
from stafett.log_meetings.enums import MeetingState, Refusal
from stafett.log_meetings.models import Confirmation, MinutesPart
from stafett.log_meetings.operations.confirming import seen_of
from stafett.log_meetings.queries.minutes import shown_parts
from tests import stage
from tests.log_meetings import holding

pytestmark = pytest.mark.usefixtures("here")


def test_when_everyone_who_was_there_has_said_yes_the_minutes_stand():
    log = stage.open_log("noor")
    meeting = holding.to_confirm(log)

    holding.confirm(meeting, "kari")
    holding.confirm(meeting, "fatima")
    assert holding.stored(meeting).state == MeetingState.TO_CONFIRM
    holding.confirm(meeting, "noor", by="kari")

    assert holding.stored(meeting).state == MeetingState.DONE
    assert [each.how for each in Confirmation.objects.order_by("at")] == [
        "own_device",
        "own_device",
        "at_the_table",
    ]
    said = "\n".join(
        f"{part['heading']}\n{part['text']}" for part in shown_parts(holding.reached(meeting, "fatima"))
    )
    for words in (
        "Leseflyten er lav",
        "Leser 80 ord",
        "mye uro",
        "med en voksen",
        "i appen",
        "Veiledet lesing",
    ):
        assert words in said


def test_a_no_takes_words_and_everybody_writes_on():
    meeting = holding.to_confirm(stage.open_log("noor"))
    holding.confirm(meeting, "kari")
    with pytest.raises(Refused) as wordless:
        holding.confirm(meeting, "fatima", agrees=False)

    holding.confirm(meeting, "fatima", agrees=False, words="Ti minutter var for mye.")

    now = holding.stored(meeting)
    assert wordless.value.refusal == Refusal.WORDS_MISSING
    assert (now.state, now.step, now.summary, MinutesPart.objects.count()) == ("under_way", "summary", [], 0)


def test_a_yes_to_an_earlier_text_counts_no_more():
    meeting = holding.to_confirm(stage.open_log("noor"))
    holding.confirm(meeting, "kari")
    holding.confirm(meeting, "noor", by="kari")
    holding.confirm(meeting, "fatima", agrees=False, words="Nei.")
    here = holding.reached(meeting)
    operations.end_writing(actor=stage.actor("kari"), log=here.log, meeting=here, today=stage.today())

    holding.confirm(meeting, "fatima")

    assert holding.stored(meeting).state == MeetingState.TO_CONFIRM


def test_whoever_was_not_there_does_not_confirm_and_nobody_for_another():
    meeting = holding.to_confirm(stage.open_log("noor"), there=("kari", "noor"))

    with pytest.raises(Refused) as absent:
        holding.confirm(meeting, "fatima")
    here = holding.reached(meeting)
    with pytest.raises(Refused) as other:
        operations.confirm_minutes(
            actor=stage.actor("kari"), log=here.log, meeting=here, agrees=True, words="",
            seen=seen_of(holding.stored(meeting)), person_id=here.log.child.person_id,
        )  # fmt: skip

    assert (absent.value.refusal, other.value.refusal) == (Refusal.WAS_NOT_THERE, Refusal.NOT_FOR_OTHERS)


def test_what_was_read_is_what_is_confirmed():
    meeting = holding.to_confirm(stage.open_log("noor"))
    here = holding.reached(meeting)

    with pytest.raises(Refused) as refused:
        operations.confirm_minutes(
            actor=stage.actor("kari"), log=here.log, meeting=here, agrees=True, words="", seen=""
        )

    assert refused.value.refusal == Refusal.CHANGED_SINCE


def test_the_holder_may_close_with_those_who_have_answered():
    meeting = holding.to_confirm(stage.open_log("noor"))
    holding.confirm(meeting, "kari")
    here = holding.reached(meeting)

    operations.close_minutes(actor=stage.actor("kari"), log=here.log, meeting=here)

    assert holding.stored(meeting).state == MeetingState.DONE


@pytest.mark.parametrize(
    "change", ["UPDATE log_meetings_minutespart SET text = ''", "DELETE FROM log_meetings_minutespart"]
)
def test_the_database_lets_nobody_change_minutes_that_stand(change):
    meeting = holding.to_confirm(stage.open_log("noor"))
    for key in ("kari", "fatima"):
        holding.confirm(meeting, key)
    holding.confirm(meeting, "noor", by="kari")

    with (
        pytest.raises((IntegrityError, InternalError, ProgrammingError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
