"""Ladders, bright spots, notes, and closing the log."""

from datetime import timedelta

import pytest

from stafett.access.enums import LogState
from stafett.audit.models import Entry, Submission
from stafett.audit.trail import AlreadyDone
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.kernel.verdict import Refused
from stafett.relay_log import operations
from stafett.relay_log.enums import Refusal, StepState
from stafett.relay_log.models import BrightSpot, LadderStep
from tests import stage


@pytest.fixture
def log():
    return stage.open_log()


def _ladder(log, *texts):
    concern = stage.shared_concern(log)
    return operations.shape_ladder(
        actor=stage.actor("kari"), log=log, concern=concern, title="Til skolen", shaped_with_child=True,
        steps=list(texts or ("Inn i klasserommet", "Inn i bygget", "Inn i skolegården")),
    )  # fmt: skip


def _change(log, ladder, position, change):
    step = LadderStep.objects.get(ladder=ladder, position=position)
    operations.change_step(actor=stage.actor("kari"), log=log, step=step, change=change, today=stage.today())


def _steps(ladder):
    return list(ladder.steps.order_by("position").values_list("state", flat=True))


def test_steps_are_taken_skipped_and_undone(log):
    ladder = _ladder(log)

    _change(log, ladder, 1, "take")
    _change(log, ladder, 2, "skip")
    _change(log, ladder, 2, "undo")

    assert _steps(ladder) == [StepState.DONE, StepState.PLANNED, StepState.PLANNED]


def test_a_step_taken_is_celebrated_in_the_trail(log):
    ladder = _ladder(log)

    _change(log, ladder, 1, "take")

    assert Entry.objects.filter(event="ladder.step_taken").count() == 1


def test_merging_joins_a_step_with_the_next(log):
    ladder = _ladder(log)

    _change(log, ladder, 1, "merge")

    assert _steps(ladder)[0] == StepState.MERGED
    assert LadderStep.objects.get(ladder=ladder, position=2).text == "Inn i klasserommet + Inn i bygget"


def test_the_last_step_has_nothing_to_merge_with(log):
    ladder = _ladder(log)

    with pytest.raises(Refused) as refused:
        _change(log, ladder, 3, "merge")

    assert refused.value.refusal == Refusal.NOTHING_TO_MERGE_WITH


def test_everyone_in_the_log_can_share_a_bright_spot(log):
    guardian = "mette"
    guardian = next(r.guardian for r in cast.relations_of("nils"))

    operations.share_bright_spot(actor=stage.actor(guardian), log=log, text="Hun lo hele veien hjem 😀")

    assert BrightSpot.objects.get().author_name == cast.person(guardian).name


def test_a_form_sent_twice_is_carried_out_once(log):
    form = new_id()
    operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="En gang", submission=form)

    with pytest.raises(AlreadyDone) as done:
        operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="En gang", submission=form)

    assert BrightSpot.objects.count() == 1
    assert done.value.thing_id == BrightSpot.objects.get().pk


def test_the_same_words_sent_again_by_going_back_are_written_once(log):
    def write(who):
        return operations.write_note(
            actor=stage.actor(who), log=log, text="Vi møtes på torsdag.", submission=new_id()
        )

    note = write("kari")

    with pytest.raises(AlreadyDone) as done:
        write("kari")

    assert done.value.thing_id == note.pk
    assert write(next(r.guardian for r in cast.relations_of("nils"))).pk != note.pk
    with clock.set_to(clock.now() + timedelta(hours=1)):
        assert write("kari").pk != note.pk


def test_a_form_that_was_refused_can_be_sent_again(log):
    form = new_id()

    with pytest.raises(Refused):
        operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="", submission=form)

    assert not Submission.objects.exists()


def test_a_log_closes_when_everything_is_finished(log):
    concern = stage.active_concern(log)
    close = lambda: operations.close_log(  # noqa: E731 - the same call twice
        actor=stage.actor("kari"), log=log, summary="Det går fint nå.", today=stage.today()
    )

    with pytest.raises(Refused) as refused:
        close()
    for measure in concern.measures.all():
        stage.evaluate(log, measure)
    operations.achieve_goal(actor=stage.actor("kari"), log=log, concern=concern, today=stage.today())
    close()

    assert refused.value.refusal in (Refusal.CONCERN_STILL_OPEN, Refusal.MEASURE_NOT_EVALUATED)
    assert stage.stored(log).state == LogState.CLOSED


def test_a_log_can_close_after_an_adjusted_measure_is_taken_away(log):
    concern = stage.active_concern(log)
    for measure in list(concern.measures.all()):
        done = stage.evaluate(log, measure, "some_effect")
        operations.discard_measure(actor=stage.actor("kari"), log=log, measure=done.successor)
    operations.end_concern(actor=stage.actor("kari"), log=log, concern=concern, reason="Familien flytter.", today=stage.today())  # fmt: skip

    operations.close_log(actor=stage.actor("kari"), log=log, summary="Takk for nå.", today=stage.today())

    assert stage.stored(log).closed_by_id == stage.actor("kari").person_id
