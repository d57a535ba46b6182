"""What one person has been asked and has said themselves: the page "Samtykke", and the look-ups behind its forms.

Starts from the person's own requests and words, since consent comes before there is a log to reach. Whoever may not
consent today (blocked, at a protected address, past the youth's age) finds nothing here.
"""

from dataclasses import dataclass, field

from stafett.access.enums import LogState
from stafett.access.policy import GiverFacts
from stafett.consent import rules
from stafett.consent.models import Consent, ConsentRequest
from stafett.consent.queries.givers import entitlement_of
from stafett.consent.queries.standings import standings_of
from stafett.consent.standing import GivenConsent
from stafett.register import staff
from stafett.register.rules import is_protected

_LOG = ("log__child__person", "log__unit", "log__municipality")


@dataclass(frozen=True)
class MyConsent:
    """One log a person decides about: their newest word, the request that waits, and the names of the services."""

    log: object
    newest: GivenConsent | None
    asked: ConsentRequest | None
    services: list[str] = field(default_factory=list)
    is_valid: bool = False  # the person's own yes
    is_covered: bool = False  # everyone's together


def my_consents(actor, *, today) -> list[MyConsent]:
    """Open logs the actor decides about, in the order of the children's names. Four queries, however many they are."""
    requests = _rows(ConsentRequest.objects.filter(person_id=actor.person_id), "asked_at")
    words = _rows(Consent.objects.filter(guardian_id=actor.person_id), "recorded_at")
    logs = {row.log_id: row.log for row in (*words, *requests)}
    standings = standings_of(list(logs.values()), today=today) if logs else {}
    for log in logs.values():
        log.standing = standings[log.pk]
    mine = [log for log in logs.values() if _may_decide(actor, log, today)]
    names = _names([row.covered_unit_ids for row in words])
    shown = [_shown(actor, log, requests, names, today) for log in mine]
    return sorted(shown, key=lambda each: (each.log.child.person.sort_key, str(each.log.pk)))


def reachable_request(actor, pk):
    """A request to the actor, with its log, as long as the actor may decide; None when there is no such one."""
    rows = ConsentRequest.objects.filter(pk=pk, person_id=actor.person_id).select_related(*_LOG)
    return _if_deciding(actor, rows.first())


def reachable_word(actor, pk):
    """The log `pk` with the actor's newest word on it as `.word`, as long as the actor may decide; else None."""
    rows = Consent.objects.filter(log_id=pk, guardian_id=actor.person_id).select_related(*_LOG, "text")
    found = _if_deciding(actor, rows.order_by("-signed_on", "-recorded_at").first())
    if found is None:
        return None
    found.log.word = found
    return found.log


def facts_of_request(asked, *, today) -> GiverFacts:
    """Facts for the policy about a request."""
    return GiverFacts(person_id=asked.person_id, log_state=asked.log.state)


def facts_of_word(log, *, today) -> GiverFacts:
    """Facts for the policy about somebody's own word."""
    return GiverFacts(person_id=log.word.guardian_id, log_state=log.state)


def _rows(rows, order):
    open_rows = rows.exclude(log__state=LogState.CLOSED)
    return list(open_rows.select_related(*_LOG).order_by(order))


def _if_deciding(actor, row):
    if row is None:
        return None
    row.log.standing = standings_of([row.log], today=actor.on)[row.log_id]
    return row if _may_decide(actor, row.log, actor.on) else None


def _may_decide(actor, log, today):
    if actor.is_protected or is_protected(log.child.person.protection):
        return False  # L-27: on paper
    entitled = entitlement_of(log, actor.person_id, today=today)
    return rules.may_record(
        **entitled.as_terms(),
        signed_on=today,
        valid_until=rules.default_end(today, months=1),
        max_months=1,
        today=today,
    )


def _shown(actor, log, requests, names, today):
    newest = log.standing.newest_of(log.child.consent_held_by_unit_id or actor.person_id)
    if actor.person_id == log.child.person_id:
        newest = log.standing.newest_of(actor.person_id)
    waiting = [each for each in requests if each.log_id == log.pk and not each.answer]
    return MyConsent(
        log=log,
        newest=newest,
        asked=waiting[-1] if waiting else None,
        services=[names[str(unit)] for unit in newest.covered_unit_ids if str(unit) in names]
        if newest
        else [],
        is_valid=newest is not None and newest.is_valid(today),
        is_covered=log.standing.is_valid,
    )


def _names(lists):
    ids = {unit for units in lists for unit in units}
    return {str(unit.pk): unit.name for unit in staff.units_named(ids)} if ids else {}
