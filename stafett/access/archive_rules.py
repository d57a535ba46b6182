"""Rules about what leaves the house and what is kept. A part of the one table in `policy.py`, which takes `RULES` in whole. As pure as that module."""

from collections.abc import Callable

from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole


def archivist(actor: Actor | None, facts: object) -> Verdict:
    """The archivist: how the archive is set up, what is sent anew, and deposits of periods. Source: W-13, L-53, design 1."""
    keeps = actor is not None and actor.has_role(EmploymentRole.ARCHIVIST)
    return YES if keeps else no(Refusal.ONLY_ARCHIVIST)


def archivist_or_unit_leader(actor: Actor | None, facts: object) -> Verdict:
    """The archivist, and whoever leads a unit about that unit's own: what is sent, never what is in it.

    Source: L-53, ARK-05, issue G 4; the lists are narrowed by `archive.queries.deposits`.
    """
    leads = actor is not None and bool(actor.led_unit_ids)
    return YES if leads else archivist(actor, facts)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.SEE_DEPOSITS: archivist_or_unit_leader,
    Action.KEEP_ARCHIVE: archivist,
}
