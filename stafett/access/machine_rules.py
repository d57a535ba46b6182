"""Rules about other systems that a municipality has let in. A part of the one table in `policy.py`. As pure as that module."""

from collections.abc import Callable

from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor, Machine
from stafett.register.enums import EmploymentRole


def keeper_of_integrations(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator lets other systems in, and shuts them out. Source: issue H 2 and 3, ADR 0046."""
    runs = actor is not None and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return YES if runs else no(Refusal.ONLY_ADMINISTRATOR)


def whoever_sets_up_a_machine(actor: Actor | None, facts: object) -> Verdict:
    """Anybody: the description holds nobody's data, and whoever asks for a token shows a secret for it.

    Source: RFC 6749 4.4, ADR 0046.
    """
    return YES


def any_machine(actor: Actor | None, facts: object) -> Verdict:
    """A system that is let in, whatever for: it is told that there is nothing at an address. Source: ADR 0046."""
    return YES if isinstance(actor, Machine) else no(Refusal.ONLY_MACHINES)


def staff_source(actor: Actor | None, facts: object) -> Verdict:
    """The municipality's directory, by SCIM. Source: C1, INT-01, ADR 0046."""
    return _let_in_to(actor, "scim")


def fetcher_of_units(actor: Actor | None, facts: object) -> Verdict:
    """A system let in to the units. Source: issue H 3, ADR 0046."""
    return _let_in_to(actor, "units.read")


def fetcher_of_staff(actor: Actor | None, facts: object) -> Verdict:
    """A system let in to who works where, which says nothing about logs. Source: L-61, issue H 3, ADR 0046."""
    return _let_in_to(actor, "staff.read")


def teller_of_ends(actor: Actor | None, facts: object) -> Verdict:
    """A system let in to tell that somebody leaves: the one thing that may be written, and it only takes access away.

    Source: L-29, issue H 3, ADR 0046.
    """
    return _let_in_to(actor, "staff.end")


def fetcher_of_guide(actor: Actor | None, facts: object) -> Verdict:
    """A system let in to the published guide. Source: S003-02, issue H 3, ADR 0046."""
    return _let_in_to(actor, "guide.read")


def fetcher_of_numbers(actor: Actor | None, facts: object) -> Verdict:
    """A system let in to the published numbers, where small ones are hidden. Source: L-56, ADR 0033, ADR 0046."""
    return _let_in_to(actor, "statistics.read")


def fetcher_of_archive_status(actor: Actor | None, facts: object) -> Verdict:
    """A system let in to what the archive has received: states and receipts, no title. Source: ARK-05, ADR 0046."""
    return _let_in_to(actor, "archive.read")


def _let_in_to(actor: Actor | None, scope: str) -> Verdict:
    if not isinstance(actor, Machine):
        return no(Refusal.ONLY_MACHINES)
    return YES if scope in actor.scopes else no(Refusal.SCOPE_MISSING)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.MANAGE_INTEGRATIONS: keeper_of_integrations,
    Action.READ_API_DESCRIPTION: whoever_sets_up_a_machine,
    Action.ASK_FOR_TOKEN: whoever_sets_up_a_machine,
    Action.ASK_THE_API: any_machine,
    Action.PROVISION_STAFF: staff_source,
    Action.FETCH_UNITS: fetcher_of_units,
    Action.FETCH_STAFF: fetcher_of_staff,
    Action.END_POST: teller_of_ends,
    Action.FETCH_GUIDE: fetcher_of_guide,
    Action.FETCH_NUMBERS: fetcher_of_numbers,
    Action.FETCH_ARCHIVE_STATUS: fetcher_of_archive_status,
}
