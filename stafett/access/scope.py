"""Which logs and relations a person can reach. Every list and every look-up in every feature starts here.

The policy gives the same answer for one log at a time; a house test walks the whole cast and compares the two.
"""

from django.db.models import Case, CharField, Exists, F, FilteredRelation, OuterRef, Q, Value, When

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.kernel.dates import latest_birth_date
from stafett.register import staff
from stafett.register.enums import AddressProtection, EmploymentRole, RelationState
from stafett.register.models import (
    Child,
    Employment,
    GuardianRelation,
    InformationRequest,
    Person,
    ProtectedOpening,
)

FULL_AGE = 18
EMPLOYED = (Relation.BATON_HOLDER, Relation.PARTICIPANT)


def reachable_logs(actor, logs):
    """The logs among `logs` (a queryset of RelayLog) that `actor` reaches, with `.relation` on each.

    `.grant_id` is the open place in it, when there is one, and `.place_unit_id` the unit it is on behalf of.

    Staff reach a log by an open grant in a unit where they are employed today (L-29); from another unit than the
    one that holds the baton only while consent covers theirs (L-06, L-08, L-09). External participants and leaders
    reach it until their last day, and a leader only while leading the unit that holds the baton. Guardians reach it by a confirmed relation with parental responsibility (L-20,
    L-24) until the child is of age (L-14), the youth from the age of own consent (L-11); both once consent has opened
    it. Where an address is protected the family has it on paper (L-27). Nobody else does, and nobody at all when the
    archive has a closed log and its last day here is over (L-53).
    """
    found = logs.annotate(**_ways(actor)).annotate(
        relation=_relation(actor), grant_id=F("place__id"), place_unit_id=F("place__unit_id")
    )
    return found.filter(_is_read_here(actor), relation__isnull=False)


def logs_held_by(actor, logs):
    """The logs whose baton `actor` holds."""
    return reachable_logs(actor, logs.filter(_has_grant(actor, Relation.BATON_HOLDER)))


def logs_taken_part_in_by(actor, logs):
    """The logs `actor` takes part in without holding the baton, as colleague, service or from outside."""
    return reachable_logs(actor, logs.filter(_has_grant(actor, Relation.PARTICIPANT, Relation.EXTERNAL)))


def logs_of_family(actor, logs):
    """The logs of the children `actor` is a confirmed guardian of, and the log about `actor`."""
    return reachable_logs(
        actor, logs.filter(Q(child__in=_children_of(actor)) | Q(child__person_id=actor.person_id))
    )


def logs_led_by(actor, logs):
    """Open logs whose baton is held in a unit that `actor` leads. Not to be read: their flow and dates only (L-29)."""
    return logs.filter(unit_id__in=actor.led_unit_ids).exclude(state=LogState.CLOSED)


def relations_to_confirm(actor):
    """Guardian relations that wait for `actor` as the second person: in the units `actor` leads, and for the municipal
    administrator those that a unit's own leader has proposed (L-24, ADR 0023). Each says `.proposed_by_leader`."""
    waiting = GuardianRelation.objects.filter(state=RelationState.UNCLEAR).annotate(
        proposed_by_leader=_proposed_by_leader(actor)
    )
    mine = Q(child__unit_id__in=actor.led_unit_ids)
    if actor.has_role(EmploymentRole.MUNICIPAL_ADMIN):
        mine |= Q(proposed_by_leader=True)
    return waiting.filter(mine).exclude(registered_by_id=actor.person_id)


def children_led_by(actor):
    """Children of the units `actor` leads (L-20, L-25..L-27)."""
    return Child.objects.filter(unit_id__in=actor.led_unit_ids)


def relations_led_by(actor):
    """Guardian relations of those children."""
    return GuardianRelation.objects.filter(child__unit_id__in=actor.led_unit_ids)


def information_requests_led_by(actor):
    """Requests for information about those children (L-21)."""
    return InformationRequest.objects.filter(relation__child__unit_id__in=actor.led_unit_ids)


def openings_to_answer(actor):
    """What leaders have said yes to and the municipal administrator not answered; nothing for anybody else (L-27)."""
    rows = ProtectedOpening.objects.filter(admin__isnull=True, ended_at__isnull=True)
    is_admin = actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return rows.exclude(leader_id=actor.person_id) if is_admin else rows.none()


def children_in_trail(actor):
    """Children whose trail `actor` may look up: all of them for personvernombudet, none for others (L-50)."""
    return Child.objects.all() if actor.has_role(EmploymentRole.PRIVACY_OFFICER) else Child.objects.none()


def employees_in_trail(actor):
    """Those who work, or have worked, here, whose trail `actor` may look up: for personvernombudet alone (SEC-08)."""
    if not actor.has_role(EmploymentRole.PRIVACY_OFFICER):
        return Person.objects.none()
    return Person.objects.filter(employments__isnull=False).distinct()


def _proposed_by_leader(actor):
    """Whether a relation was entered by the leader of the child's own unit."""
    return Exists(
        Employment.objects.filter(
            staff.holding_on(actor.on),
            person_id=OuterRef("registered_by_id"),
            unit_id=OuterRef("child__unit_id"),
            role=EmploymentRole.UNIT_LEADER,
        )
    )


def _ways(actor):
    """The joins by which a person may reach a log: a place in it, and a child. Joins, because a subquery in each place
    it is asked about costs more to write than the answer costs to find."""
    return {
        "family": FilteredRelation("child__guardian_relations", condition=_guardian_of(actor)),
        "place": FilteredRelation("grants", condition=_open_place(actor)),
    }


def _guardian_of(actor):
    relations = "child__guardian_relations__"
    confirmed = {f"{relations}guardian_id": actor.person_id, f"{relations}state": RelationState.CONFIRMED}
    return Q(**confirmed) & _has_responsibility(actor, relations)


def _open_place(actor):
    """A place that holds today, within its last day: of somebody employed in its unit, of the leader of that unit, or
    of an external participant."""
    return (
        Q(grants__person_id=actor.person_id, grants__ended_at__isnull=True)
        & (Q(grants__ends_on__isnull=True) | Q(grants__ends_on__gte=actor.on))
        & _kept_up(actor, "grants__")
    )


def _kept_up(actor, to=""):
    """What a place rests on besides its days: the post in its unit (L-29), or being let in from outside (W-05)."""
    own = Q(**{f"{to}relation__in": EMPLOYED, f"{to}unit_id__in": actor.unit_ids})
    led = Q(**{f"{to}relation": Relation.LEADER_INSIGHT, f"{to}unit_id__in": actor.led_unit_ids})
    external = Q(**{f"{to}relation": Relation.EXTERNAL})
    return (own | led | external) if actor.unit_ids else external


def _is_read_here(actor):
    """Until the last day after the archive has received a closed log (L-53, ADR 0036)."""
    return Q(access_ends_on__isnull=True) | Q(access_ends_on__gte=actor.on)


def _relation(actor):
    opened = ~Q(state=LogState.AWAITING_CONSENT)
    in_family = opened & _is_open_to_family(actor)
    covered = Q(place__unit_id=F("unit_id")) | Q(place__consent_until__gte=actor.on)
    return Case(
        When(place__relation=Relation.BATON_HOLDER, then=Value(Relation.BATON_HOLDER.value)),
        When(opened & Q(place__isnull=False) & covered, then=F("place__relation")),
        When(
            in_family & Q(family__isnull=False) & _is_followed_by_guardians(actor),
            then=Value(Relation.GUARDIAN.value),
        ),
        When(in_family & _is_the_youth(actor), then=Value(Relation.CHILD.value)),
        default=None,
        output_field=CharField(null=True),
    )


def _has_responsibility(actor, to=""):
    """Parental responsibility that has begun (L-20, L-26)."""
    begun = Q(**{f"{to}responsibility_from__isnull": True}) | Q(**{f"{to}responsibility_from__lte": actor.on})
    return Q(**{f"{to}has_parental_responsibility": True}) & begun


def _is_open_to_family(actor):
    """Not where the child or the reader lives at a protected address (L-27)."""
    return (
        Q(child__person__protection=AddressProtection.NONE) if not actor.is_protected else Q(pk__isnull=True)
    )


def _is_followed_by_guardians(actor):
    """Until the child is of age, or the youth who consents alone has ended it (L-14); and not where the municipality
    asks for a guardian at the child's address and the register knows none (L-28)."""
    of_age = latest_birth_date(age=FULL_AGE, day=actor.on)
    is_minor = Q(child__person__birth_date__isnull=True) | Q(child__person__birth_date__gt=of_age)
    lasts = Q(guardians_end_on__isnull=True) | Q(guardians_end_on__gt=actor.on)
    return is_minor & lasts & Q(child__guardians_live_elsewhere=False)


def _is_the_youth(actor):
    """The log is about the reader, who has come to the age of own consent (L-11)."""
    return Q(child__person_id=actor.person_id) if actor.consents_alone else Q(pk__isnull=True)


def _grants(actor):
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=actor.on)
    return Grant.objects.filter(lasting & _kept_up(actor), person_id=actor.person_id, ended_at__isnull=True)


def _has_grant(actor, *relations):
    return Q(pk__in=_grants(actor).filter(relation__in=relations).values("log_id"))


def _relations(actor):
    return GuardianRelation.objects.filter(
        _has_responsibility(actor), guardian_id=actor.person_id, state=RelationState.CONFIRMED
    )


def _children_of(actor):
    return _relations(actor).values("child_id")
