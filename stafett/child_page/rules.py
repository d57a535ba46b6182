"""What belongs on the child's side: plain questions, no database and no clock."""

from stafett.child_page.enums import Refusal, Said
from stafett.kernel.verdict import YES, Verdict, no

CHANGES = ("take", "undo")


def said_by(*, is_child: bool, at_the_table: bool) -> Said:
    """How words came here: typed by the youth at home, by the child on the holder's screen, or by an adult who was told.

    Source: W-23, domain 6 row 7.
    """
    if at_the_table:
        return Said.AT_THE_TABLE
    return Said.OWN_LOGIN if is_child else Said.DICTATED


def may_tell(*, text: str, symbol: str) -> Verdict:
    """A lysglimt is words, a picture, or both. Source: domain 6 row 7."""
    return YES if text or symbol else no(Refusal.SPOT_MISSING)


def may_change_step(change: str) -> Verdict:
    """On one's own side a step is taken or put back; shaping the staircase is done together. Source: S001-30, S001-33."""
    return YES if change in CHANGES else no(Refusal.ONLY_TAKE_OR_UNDO)


def may_answer_pulse(said: Said) -> Verdict:
    """Nobody answers for the child how the meeting felt. Source: L-45, ADR 0027."""
    return no(Refusal.NOT_FOR_OTHERS) if said == Said.DICTATED else YES
