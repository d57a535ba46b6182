"""Lists of offers, the units a log may go to, and what a new holder reads first."""

from dataclasses import dataclass

from stafett.consent import queries as consent_queries
from stafett.register import staff
from stafett.register.enums import UnitKind
from stafett.relay_log.queries.page import grants_of, measures_of, visible_concerns
from stafett.transfers import rules
from stafett.transfers.enums import TransferKind, TransferState
from stafett.transfers.models import SchoolStart, Transfer
from stafett.transfers.queries.reach import is_covered, known_transfers

PAGE = 50


@dataclass(frozen=True)
class Offers:
    """Open offers of one person: those that wait for them, and those they have made."""

    to_me: list
    from_me: list


def open_offers(actor) -> Offers:
    """Offers that wait today, the oldest first: at most 50 of each, and a fixed number of queries."""
    rows = known_transfers(actor).filter(state=TransferState.OFFERED, expires_on__gte=actor.on)
    found = list(rows.order_by("offered_at", "id")[: PAGE * 2])
    logs = {each.log_id: each.log for each in found if each.kind == TransferKind.UNIT}
    standings = consent_queries.standings_of(list(logs.values()), today=actor.on) if logs else {}
    for each in found:
        if each.log_id in standings:
            each.log.standing = standings[each.log_id]
    mine = [each for each in found if each.from_person_id == actor.person_id]
    theirs = [each for each in found if each not in mine and _is_told(each, actor)]
    return Offers(to_me=theirs[:PAGE], from_me=mine[:PAGE])


def offers_of(log, *, today):
    """Every transfer of a log, the newest first, each with `.state_today`."""
    rows = list(
        Transfer.objects.filter(log_id=log.pk)
        .select_related("from_person", "to_person", "to_unit", "from_unit")
        .order_by("-offered_at", "-id")[:PAGE]
    )
    for row in rows:
        row.state_today = rules.state_on(today, state=row.state, expires_on=row.expires_on)
    return rows


def newest_taken(log, person_id):
    """The newest transfer by which this person got the baton of a log, or None."""
    taken = Transfer.objects.filter(log_id=log.pk, to_person_id=person_id, state=TransferState.ACCEPTED)
    return taken.select_related("from_person", "from_unit").order_by("-answered_at").first()


def colleagues(unit_id, *, day, besides):
    """Those who may be offered the baton within a unit: they work with children there today, sorted by name."""
    return staff.working_in(unit_id, day=day, leave_out=besides)


def units_to(log, *, today):
    """(covered, others): units of the municipality that the log may be offered to, and every unit, in it or outside, that
    consent does not let see it. `log` carries its `.standing`."""
    covered, others = [], []
    for unit in staff.units_besides(log.unit_id):
        if not is_covered(log, unit.pk, today=today):
            others.append(unit)
        elif unit.kind != UnitKind.EXTERNAL:
            covered.append(unit)
    return covered, others


def organisations_to(log, *, today):
    """Units outside the municipality that consent covers, sorted by name. `log` carries its `.standing`."""
    return [unit for unit in staff.organisations() if is_covered(log, unit.pk, today=today)]


def school_of(log):
    """The school chosen for the child of a log, or None."""
    return SchoolStart.objects.filter(log_id=log.pk).select_related("school").first()


def holder_of(log, *, today):
    """The open place of the baton holder, with person and unit; None when there is none."""
    return next((each for each in grants_of(log, today=today) if each.relation == "baton_holder"), None)


def measures_to_read(log):
    """Measures of every concern the reader sees, in the order they were made; those under way, and the evaluated."""
    return measures_of(log, list(visible_concerns(log)))


def _is_told(transfer, actor):
    return transfer.kind != TransferKind.UNIT or is_covered(transfer.log, transfer.to_unit_id, today=actor.on)
