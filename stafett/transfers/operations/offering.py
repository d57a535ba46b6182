"""Offering the baton: to a colleague, to a deputy for a time, to another unit. Nothing moves before it is accepted."""

from datetime import timedelta

from stafett.audit.trail import Outcome, operation
from stafett.consent import operations as consent_operations
from stafett.consent import queries as consent_queries
from stafett.consent import rules as consent_rules
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.register.enums import UnitKind
from stafett.register.rules import is_protected
from stafett.transfers import rules
from stafett.transfers.enums import Event, QuietEvent, Refusal, TransferKind, TransferState
from stafett.transfers.models import Transfer
from stafett.transfers.queries.checklist import unshared_in


@operation(Event.OFFERED, lock="log")
def offer_to_colleague(*, actor, log, employment_id, words, stays, today):
    """Offer the baton to a colleague in the unit that has it; no new consent is needed (L-04). `words` is what they should
    know first, which everyone in the log can read; `stays`: the giver goes on as participant. Raises Refused."""
    chosen = _colleague(actor, log, employment_id, today)
    return _offer(
        actor, log, TransferKind.COLLEAGUE, today,
        to_person_id=chosen.person_id, to_unit_id=log.unit_id, words=words, stays=stays, to=chosen.person.name,
    )  # fmt: skip


@operation(Event.OFFERED, lock="log")
def offer_to_deputy(*, actor, log, employment_id, until, words, today):
    """Offer the baton to a colleague until a day; the giver stays in the log and takes it back afterwards. Raises
    Refused."""
    chosen = _colleague(actor, log, employment_id, today)
    require(rules.may_stand_in_until(until, today=today))
    return _offer(
        actor, log, TransferKind.DEPUTY, today,
        to_person_id=chosen.person_id, to_unit_id=log.unit_id, words=words, stays=True, until=until,
        to=chosen.person.name,
    )  # fmt: skip


@operation(Event.OFFERED, lock="log")
def offer_to_unit(*, actor, log, unit_id, words, today):
    """Offer the log to another unit, whose leader names who takes it. Consent must cover the unit first, and whoever does
    not consent is not known there at all. Raises Refused."""
    unit = next(iter(staff.units_named([unit_id])), None)
    if unit is None:
        require(no(Refusal.NOT_IN_UNIT))
    require_may_go_to(log, unit, today=today)
    _require_none_open(log, today)
    leaders = [post.person_id for post in staff.leaders_of([unit.pk], day=today)]
    if not leaders:
        require(no(Refusal.UNIT_HAS_NO_LEADER))
    return _offer(
        actor, log, TransferKind.UNIT, today, to_unit_id=unit.pk, words=words, to=unit.name, told=leaders
    )


@operation(Event.OFFERED, lock="log")
def offer_to_municipality(*, actor, log, unit_id, today):
    """Begin to hand a log over to another municipality, which is a unit outside this one that consent covers. The package is
    taken out afterwards, and the baton stays here until the log is closed. Raises Refused."""
    unit = next(iter(staff.units_named([unit_id])), None)
    if unit is None or unit.kind != UnitKind.EXTERNAL:
        require(no(Refusal.NOT_AN_ORGANISATION))
    require(rules.may_leave_as_package(is_protected=is_protected(log.child.person.protection)))
    require_may_go_to(log, unit, today=today)
    _require_none_open(log, today)
    return _offer(actor, log, TransferKind.MUNICIPALITY, today, to_unit_id=unit.pk, to=unit.name, told=[])


@operation(QuietEvent.CONSENT_ASKED, lock="log")
def ask_consent(*, actor, log, unit_id, today):
    """Ask everyone whose yes counts, on the phone, each for what they have said yes to themselves and one unit more: a
    narrower question would take from the services what they have, and a common one would tell what the other parent has
    said (L-06, L-07). Raises Refused."""
    unit = next(iter(staff.units_named([unit_id])), None)
    if unit is None:
        require(no(Refusal.NOT_IN_UNIT))
    if unit.pk == log.unit_id:
        require(no(Refusal.SAME_UNIT))
    log.standing = consent_queries.standing_of(log, today=today)
    givers = [
        each for each in consent_queries.givers_of(log, today=today) if each.may_answer and each.is_needed
    ]
    if not givers:
        require(no(Refusal.NOBODY_TO_ASK))
    until = consent_rules.default_end(today, months=log.municipality.consent_months)
    for each in givers:
        said = each.newest.covered_unit_ids if each.newest else ()
        consent_operations.request_consent(
            actor=actor, log=log, person_ids=[each.person_id], unit_ids=[*said, unit.pk], valid_until=until,
            locale="", about="", today=today,
        )  # fmt: skip
    return Outcome(log, {"unit": str(unit.pk), "asked": len(givers)})


def require_may_go_to(log, unit, *, today):
    """Raise Refused unless consent and what is written let the log go to a unit today."""
    standing = consent_queries.standing_of(log, today=today)
    require(
        rules.may_go_to_unit(
            unit_name=unit.name,
            is_own_unit=unit.pk == log.unit_id,
            covered_until=standing.covers_until(unit.pk, today=today),
            sees_all=standing.only_concerns_for(unit.pk) is None,
            unshared=unshared_in(log),
        )
    )


def _colleague(actor, log, employment_id, today):
    chosen = staff.employment_on(employment_id, day=today)
    require(
        rules.may_offer(
            has_open_offer=_close_expired(log, actor, today),
            is_employed_in_unit=chosen is not None and chosen.unit_id == log.unit_id,
            is_giver=chosen is not None and chosen.person_id == actor.person_id,
        )
    )
    return chosen


def _require_none_open(log, today):
    if Transfer.objects.filter(log=log, state=TransferState.OFFERED, expires_on__gte=today).exists():
        require(no(Refusal.ALREADY_OFFERED))


def _close_expired(log, actor, today) -> bool:
    """Write down that offers whose days are over have expired; whether one is open still."""
    waiting = Transfer.objects.filter(log=log, state=TransferState.OFFERED)
    waiting.filter(expires_on__lt=today).update(
        state=TransferState.EXPIRED, answered_at=clock.now(), answered_by_id=actor.person_id
    )
    return waiting.exists()


def _offer(actor, log, kind, today, *, to, told=None, **columns):
    _close_expired(log, actor, today)
    days = rules.PACKAGE_DAYS if kind == TransferKind.MUNICIPALITY else rules.OFFER_DAYS
    expires_on = rules.last_day_of_offer(today, days=days)
    if columns.get("until"):
        expires_on = min(expires_on, columns["until"] - timedelta(days=1))
    transfer = Transfer.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        kind=kind,
        from_person_id=actor.person_id,
        from_unit_id=log.unit_id,
        offered_by_id=actor.person_id,
        offered_at=clock.now(),
        expires_on=expires_on,
        **columns,
    )
    log.baton_offered_until = expires_on
    log.save(update_fields=["baton_offered_until"])
    to_one = Kind.TRANSFER_OFFERED if told is None else Kind.TRANSFER_TO_UNIT
    told = [transfer.to_person_id] if told is None else told
    tell(log.municipality_id, told, to_one, log=log, link=("transfer", transfer.pk))
    return Outcome(transfer, {"kind": str(kind), "to": to, "expires_on": expires_on.isoformat()})
