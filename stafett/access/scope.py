"""Which logs and relations a person can reach. Every list and every look-up in every feature starts here.

The policy gives the same answer for one log at a time; a house test walks the whole cast and compares the two.
"""

from django.db.models import Case, CharField, F, FilteredRelation, Q, Value, When

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.register.enums import RelationState
from stafett.register.models import GuardianRelation


def reachable_logs(actor, logs):
    """The logs among `logs` (a queryset of RelayLog) that `actor` reaches, with `.relation` on each.

    Staff reach a log by an open grant in a unit where they are employed today (L-29). Guardians reach it by a
    confirmed relation with parental responsibility (L-20, L-24), once consent has opened it. Nobody else does.
    """
    return logs.annotate(**_ways(actor)).annotate(relation=_relation(actor)).filter(relation__isnull=False)


def logs_held_by(actor, logs):
    """The logs whose baton `actor` holds."""
    return reachable_logs(actor, logs.filter(_has_grant(actor, Relation.BATON_HOLDER)))


def logs_taken_part_in_by(actor, logs):
    """The logs `actor` takes part in without holding the baton."""
    return reachable_logs(actor, logs.filter(_has_grant(actor, Relation.PARTICIPANT)))


def logs_of_family(actor, logs):
    """The logs of the children `actor` is a confirmed guardian of."""
    return reachable_logs(actor, logs.filter(child__in=_children_of(actor)))


def relations_to_confirm(actor):
    """Guardian relations in the units `actor` leads that still wait for a second person."""
    return GuardianRelation.objects.filter(
        state=RelationState.UNCLEAR, child__unit_id__in=actor.led_unit_ids
    ).exclude(registered_by_id=actor.person_id)


def _ways(actor):
    """The joins by which a person may reach a log: a place in it, and a child. Joins, because a subquery in each place
    it is asked about costs more to write than the answer costs to find."""
    ways = {
        "family": FilteredRelation(
            "child__guardian_relations",
            condition=Q(
                child__guardian_relations__guardian_id=actor.person_id,
                child__guardian_relations__state=RelationState.CONFIRMED,
                child__guardian_relations__has_parental_responsibility=True,
            ),
        )
    }
    if actor.unit_ids:
        ways["place"] = FilteredRelation(
            "grants",
            condition=Q(
                grants__person_id=actor.person_id,
                grants__ended_at__isnull=True,
                grants__unit_id__in=actor.unit_ids,
            ),
        )
    return ways


def _relation(actor):
    opened = ~Q(state=LogState.AWAITING_CONSENT)
    by_place = [
        When(place__relation=Relation.BATON_HOLDER, then=Value(Relation.BATON_HOLDER.value)),
        When(opened & Q(place__isnull=False), then=F("place__relation")),
    ]
    by_family = When(opened & Q(family__isnull=False), then=Value(Relation.GUARDIAN.value))
    return Case(
        *(by_place if actor.unit_ids else ()), by_family, default=None, output_field=CharField(null=True)
    )


def _grants(actor):
    return Grant.objects.filter(person_id=actor.person_id, ended_at__isnull=True, unit_id__in=actor.unit_ids)


def _has_grant(actor, relation):
    return Q(pk__in=_grants(actor).filter(relation=relation).values("log_id"))


def _relations(actor):
    return GuardianRelation.objects.filter(
        guardian_id=actor.person_id, state=RelationState.CONFIRMED, has_parental_responsibility=True
    )


def _children_of(actor):
    return _relations(actor).values("child_id")
