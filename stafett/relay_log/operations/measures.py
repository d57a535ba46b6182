"""Planning, changing, starting and discarding measures."""

from stafett.access.enums import Relation
from stafett.access.guard import require_version
from stafett.access.models import Grant
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import ConcernState, Event, MeasureState, OwnerKind, Refusal
from stafett.relay_log.models import Concern, MaintainingFactor, Measure, MeasureOwner
from stafett.relay_log.operations.holding import require_not_held
from stafett.relay_log.rules import analysis, measures

_FIELDS = ("arena", "type", "description", "is_habit", "start_by", "evaluate_by")
_MAY_BE_LEFT_OUT = ("factor_id", "shaped_with_guardians")


@operation(Event.MEASURE_ADDED, lock="log")
def add_measure(*, actor, log, concern, owner_kinds, chosen_ids, accept_second, today, **words):
    """Add a measure to a concern (S003-36..41). In a concern that is under way it starts at once.

    `owner_kinds` are OwnerKind values, `chosen_ids` person ids of participants, `accept_second` whether a second
    active measure for the same owner is wanted (X1); `words` may say by `factor_id` what in the analysis it aims at
    (W-09). Raises Refused.
    """
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require(measures.may_add(concern.state))
    owners = _owners(log, owner_kinds, chosen_ids)
    _require_well_formed(words, owner_kinds, chosen_ids)
    _require_room(log, concern, owners, accept_second)
    _require_aim(concern, words.get("factor_id"))
    measure = Measure.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        concern=concern,
        state=MeasureState.ACTIVE if concern.state == ConcernState.ACTIVE else MeasureState.PLANNED,
        created_by_id=actor.person_id,
        created_at=clock.now(),
        factor_id=words.get("factor_id"),
        shaped_with_guardians=words.get("shaped_with_guardians", False),
        **{name: words[name] for name in _FIELDS},
    )
    _set_owners(measure, owners)
    return Outcome(measure, {"arena": measure.arena, "concern": str(concern.pk)})


@operation(Event.MEASURE_REVISED, lock="log")
def revise_measure(*, actor, log, measure, version, owner_kinds, chosen_ids, accept_second, today, **words):
    """Change a measure that is not evaluated; former wording is kept. A `factor_id`, and whether guardians have shaped
    it, stay as they were when left out. Raises Refused or Conflict."""
    measure = _current(log, measure)
    require_version(measure, version)
    require(measures.may_revise(measure.state))
    owners = _owners(log, owner_kinds, chosen_ids)
    _require_well_formed(words, owner_kinds, chosen_ids)
    _require_room(log, measure.concern, owners, accept_second, leave_out=measure)
    if words.get("factor_id") != measure.factor_id:
        _require_aim(measure.concern, words.get("factor_id"))
    given = {name: getattr(measure, name) for name in _MAY_BE_LEFT_OUT} | words
    changed = [name for name in (*_FIELDS, *_MAY_BE_LEFT_OUT) if getattr(measure, name) != given[name]]
    for name in changed:
        setattr(measure, name, given[name])
    measure.version += 1
    measure.save(update_fields=[*changed, "version"])
    measure.owners.all().delete()
    _set_owners(measure, owners)
    return Outcome(measure, {"fields": changed})


@operation(Event.MEASURE_STARTED, lock="log")
def start_measure(*, actor, log, measure):
    """Set a planned measure in motion in a concern that is under way, such as an adjusted one (X4)."""
    measure = _current(log, measure)
    require(measures.may_set_in_motion(measure.state, concern_state=measure.concern.state))
    measure.state = MeasureState.ACTIVE
    measure.version += 1
    measure.save(update_fields=["state", "version"])
    return measure


@operation(Event.MEASURE_DISCARDED, lock="log")
def discard_measure(*, actor, log, measure):
    """Take away a measure that was only planned."""
    measure = _current(log, measure)
    require(measures.may_discard(measure.state, concern_state=measure.concern.state))
    require_not_held(log)
    gone = Measure(pk=measure.pk, log_id=log.pk, municipality_id=log.municipality_id)
    measure.owners.all().delete()
    measure.delete()
    return Outcome(gone, {"concern": str(measure.concern_id)})


def _current(log, measure):
    return Measure.objects.select_related("concern").get(pk=measure.pk, log=log)


def _owners(log, kinds, chosen_ids):
    """(kind, person id) for each owner; a chosen person must have an open place in the log (S003-41)."""
    in_log = set(
        Grant.objects.filter(log=log, ended_at__isnull=True)
        .exclude(relation=Relation.LEADER_INSIGHT)
        .values_list("person_id", flat=True)
    )
    if OwnerKind.PARTICIPANT in kinds and not set(chosen_ids) <= in_log:
        require(no(Refusal.OWNER_NOT_IN_LOG))
    owners = [(kind, None) for kind in kinds if kind != OwnerKind.PARTICIPANT]
    if OwnerKind.PARTICIPANT in kinds:
        owners += [(OwnerKind.PARTICIPANT, person_id) for person_id in chosen_ids]
    return owners


def _require_well_formed(words, owner_kinds, chosen_ids):
    require(
        measures.is_well_formed(
            description=words["description"],
            start_by=words["start_by"],
            evaluate_by=words["evaluate_by"],
            owner_kinds=owner_kinds,
            chosen_people=len(chosen_ids),
        )
    )


def _require_aim(concern, factor_id):
    """What a measure aims at stands in the same analysis, and can be seen by those who see the measure (ADR 0026)."""
    if factor_id is None:
        return
    factor = MaintainingFactor.objects.filter(pk=factor_id, concern=concern).first()
    if factor is None:
        require(no(Refusal.WRONG_STATE))
    require(analysis.may_aim_at(concern.state, is_shared=factor.shared_at is not None))


def _require_room(log, concern, owners, accepted, *, leave_out=None):
    """One measure at a time per owner, as the municipality has chosen: off, warn or block (S001-21, X1)."""
    others = MeasureOwner.objects.filter(measure__concern=concern).exclude(
        measure__state=MeasureState.EVALUATED
    )
    if leave_out is not None:
        others = others.exclude(measure=leave_out)
    busy = measures.first_busy_owner(owners, busy=set(others.values_list("kind", "person_id")))
    label = str(OwnerKind(busy[0]).short) if busy else None
    require(
        measures.may_take_one_more(
            log.municipality.one_measure_per_actor, busy_owner_label=label, accepted=accepted
        )
    )


def _set_owners(measure, owners):
    MeasureOwner.objects.bulk_create(
        MeasureOwner(
            municipality_id=measure.municipality_id,
            log_id=measure.log_id,
            measure=measure,
            kind=kind,
            person_id=person_id,
        )
        for kind, person_id in owners
    )
