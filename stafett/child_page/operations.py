"""What is done on the child's side. Who does it is whoever is logged in; whose words they are stands beside them."""

from stafett.audit.trail import Outcome, operation
from stafett.child_page import rules
from stafett.child_page.enums import Event, Refusal, Symbol
from stafett.child_page.models import BrightSpotPicture, ChildGoal
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.log_meetings.operations.pulse import answer_pulse
from stafett.relay_log import operations as log_operations

__all__ = ["answer_childs_pulse", "change_own_step", "tell_bright_spot", "write_goal"]


@operation(Event.GOAL_WRITTEN, lock="log")
def write_goal(*, actor, log, text, said):
    """Say what one wants, in one's own words; the former wording is kept. `said` is a Said. Raises Refused."""
    if not text:
        require(no(Refusal.GOAL_MISSING))
    now = clock.now()
    ChildGoal.objects.filter(log=log, replaced_at__isnull=True).update(replaced_at=now)
    goal = ChildGoal.objects.create(
        municipality_id=log.municipality_id, log=log, text=text, said=said,
        written_by_id=actor.person_id, written_at=now,
    )  # fmt: skip
    return Outcome(goal, {"said": str(said)})


@operation(Event.BRIGHT_SPOT_TOLD, lock="log")
def tell_bright_spot(*, actor, log, text, symbol, said):
    """Tell of something good, by words, by a picture (a Symbol) or both; a picture alone is told by its word.

    Everyone in the log sees it as the child's. Raises Refused.
    """
    require(rules.may_tell(text=text, symbol=symbol))
    words = text or str(Symbol(symbol).label)
    spot = log_operations.share_bright_spot(actor=actor, log=log, text=words, as_child=True)
    picture = BrightSpotPicture.objects.create(
        municipality_id=log.municipality_id, log=log, bright_spot=spot, symbol=symbol, said=said
    )
    return Outcome(picture, {"said": str(said), "symbol": symbol})


def change_own_step(*, actor, log, step, change, today):
    """Take a step, or put it back; the rest is as on the staircase's own page. Returns the ladder. Raises Refused."""
    require(rules.may_change_step(change))
    return log_operations.change_step(actor=actor, log=log, step=step, change=change, today=today)


def answer_childs_pulse(*, actor, log, meeting, said, submission=None, **faces):
    """The child's own faces after a meeting. `said` is a Said: nobody answers for the child. Raises Refused."""
    require(rules.may_answer_pulse(said))
    return answer_pulse(
        actor=actor, log=log, meeting=meeting, person_id=log.child.person_id, submission=submission, **faces
    )


change_own_step.event = log_operations.change_step.event
answer_childs_pulse.event = answer_pulse.event
