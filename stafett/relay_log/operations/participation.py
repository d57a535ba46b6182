"""Who takes part, and the level of effort that decides whom (S003-53, L-06)."""

from django.db.models import Q

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.administration import queries as administration
from stafett.audit.trail import Outcome, operation
from stafett.consent import queries as consent_queries
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.relay_log.enums import Event, MeasureState, OwnerKind, Refusal
from stafett.relay_log.models import MeasureOwner
from stafett.relay_log.rules import levels, participation


@operation(Event.LEVEL_CHANGED, lock="log", reason="reason")
def change_level(*, actor, log, level, reason):
    """Raise or lower the level by one, with a reason that everyone in the log can read. Raises Refused."""
    outsiders = open_places(log, today=today_in_norway(clock.now())).exclude(unit_id=log.unit_id).count()
    require(levels.may_change(log.level, after=level, reason=reason, outsiders=outsiders))
    before, log.level = log.level, level
    log.save(update_fields=["level"])
    return Outcome(log, {"before": before, "after": level})


@operation(Event.PARTICIPANT_ADDED, lock="log")
def add_participant(*, actor, log, employment_id, purpose, today):
    """Let a colleague or another service into the log. Consent is to the service, not the person (L-04, L-06)."""
    employment = staff.employment_on(employment_id, day=today)
    if employment is None:
        require(no(Refusal.NOT_EMPLOYED))
    person, unit = employment.person, employment.unit
    require_not_in_family(log.child_id, person.pk)
    covered_until = consent_queries.standing_of(log, today=today).covers_until(unit.pk, today=today)
    require(
        participation.may_add(
            person_name=person.name,
            unit_name=unit.name,
            is_in_log=open_places(log, today=today).filter(person=person).exists(),
            is_employed=True,
            is_own_unit=unit.pk == log.unit_id,
            level=log.level,
            consent_covers_unit=covered_until is not None,
        )
    )
    covered_until = None if unit.pk == log.unit_id else covered_until
    place = {"relation": Relation.PARTICIPANT, "purpose": purpose, "consent_until": covered_until}
    give_place(log, actor, person, unit, today=today, **place)
    return Outcome(log, {"person": person.name, "unit": unit.name})


@operation(Event.PARTICIPANT_ENDED, lock="log")
def end_participation(*, actor, log, grant_id):
    """End a participant's place, also one from outside; access stops at once. Raises Refused while they own an active
    measure."""
    grant = (
        Grant.objects.filter(
            pk=grant_id,
            log=log,
            ended_at__isnull=True,
            relation__in=[Relation.PARTICIPANT, Relation.EXTERNAL],
        )
        .select_related("person")
        .first()
    )
    if grant is None:
        require(no(Refusal.WRONG_STATE))
    owned = (
        MeasureOwner.objects.filter(log=log, kind=OwnerKind.PARTICIPANT, person=grant.person)
        .exclude(measure__state=MeasureState.EVALUATED)
        .count()
    )
    require(participation.may_end(person_name=grant.person.name, owns_active_measures=owned))
    grant.ended_at = clock.now()
    grant.save(update_fields=["ended_at"])
    tell(log.municipality_id, [grant.person_id], Kind.PARTICIPATION_ENDED, log=log)
    return Outcome(log, {"person": grant.person.name})


def require_not_in_family(child_id, person_id):
    """A part of every operation that lets an employee into a log. Raises Refused (L-57)."""
    is_in_family = administration.is_in_family(child_id, person_id)
    require(participation.may_work_in(is_in_family=is_in_family))


def open_places(log, *, today):
    """Places in a log that are not ended and not past their last day, as a queryset."""
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
    return Grant.objects.filter(lasting, log=log, ended_at__isnull=True)


def give_place(log, actor, person, unit, *, today, **place):
    """Give somebody a place in the log on behalf of a unit, and tell them. `place` are the columns that differ."""
    end_what_is_past(log, person.pk, today=today)
    Grant.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        person=person,
        unit=unit,
        given_by_id=actor.person_id,
        started_at=clock.now(),
        **place,
    )
    tell(log.municipality_id, [person.pk], Kind.PARTICIPANT_ADDED, log=log)


def end_what_is_past(log, person_id, *, today):
    """Mark as ended a place whose last day has passed, so that the person can be given a new one."""
    Grant.objects.filter(log=log, person_id=person_id, ended_at__isnull=True, ends_on__lt=today).update(
        ended_at=clock.now()
    )
