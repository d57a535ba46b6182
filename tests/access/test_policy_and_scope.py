"""The policy and the scope give one answer: what a list shows, a page opens, and the other way about (house test 3)."""

from datetime import date

import pytest

from stafett.access import policy, scope
from stafett.access.enums import Action, LogState, Relation
from stafett.access.models import Grant
from stafett.access.policy import Facts, RelationFacts
from stafett.demo import cast
from stafett.identity import sessions
from stafett.kernel.dates import age_on
from stafett.register.enums import RelationState
from stafett.register.models import Child, GuardianRelation
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from tests import stage

PEOPLE = [(place, person.key) for place in cast.PLACES for person in place.everyone]


@pytest.fixture
def all_logs(logs):
    """The five logs, one more that nobody but Jonas is in, and one in the neighbouring municipality."""
    with within(cast.EKSEMPELVIK.id):
        stage.open_log("nils", "jonas")
        here = list(RelayLog.objects.order_by("id"))
    with within(cast.DOMESUND.id):
        stage.started_log("vetle", "oddny", leader_id=cast.person("torleiv").id)
        there = list(RelayLog.objects.order_by("id"))
    return [*here, *there]


def test_everyone_reaches_the_logs_that_the_policy_lets_them_read_and_no_others(all_logs):
    differences, reached_by_somebody = [], 0

    for place, key in PEOPLE:
        with within(place.id):
            actor = sessions.actor_of(cast.person(key).id, today=stage.today())
            reached = set(scope.reachable_logs(actor, RelayLog.objects.all()).values_list("pk", "relation"))
            allowed = set(_allowed(actor, all_logs))
            reached_by_somebody += len(reached)
        if reached != allowed:
            differences.append((key, reached ^ allowed))

    assert differences == []
    assert (
        reached_by_somebody == 23
    )  # 1 + 4 + 3 + 5 + 7 in the five logs, jonas and bente in nils's, oddny in vetle's


def test_no_list_shows_a_log_that_cannot_be_opened(all_logs):
    lists = (scope.logs_held_by, scope.logs_taken_part_in_by, scope.logs_of_family)
    strays, listed = [], 0

    for place, key in PEOPLE:
        with within(place.id):
            actor = sessions.actor_of(cast.person(key).id, today=stage.today())
            found = {
                pk
                for each in lists
                for pk in each(actor, RelayLog.objects.all()).values_list("pk", flat=True)
            }
            reachable = scope.reachable_logs(actor, RelayLog.objects.all())
            reached = set(reachable.exclude(relation=Relation.LEADER_INSIGHT).values_list("pk", flat=True))
        listed += len(found)
        strays += [(key, pk) for pk in found ^ reached]

    assert strays == []
    assert listed == 22  # elle's is among the unit's logs


def test_leaders_are_shown_the_relations_that_the_policy_lets_them_confirm(db):
    differences, waiting = [], 0

    for place, key in PEOPLE:
        with within(place.id):
            actor = sessions.actor_of(cast.person(key).id, today=stage.today())
            shown = set(scope.relations_to_confirm(actor).values_list("pk", flat=True))
            unclear = GuardianRelation.objects.filter(state=RelationState.UNCLEAR).select_related("child")
            allowed = {relation.pk for relation in unclear if _may_confirm(actor, relation)}
        waiting += len(shown)
        if shown != allowed:
            differences.append(key)

    assert differences == []
    assert waiting == 1


def _allowed(actor, logs):
    """(log, relation) for each log the policy opens, from the rows themselves and not from the scope."""
    for log in logs:
        if log.municipality_id != actor.municipality_id:
            continue
        for facts in _ways_in(actor, log):
            if policy.may(actor, Action.VIEW_LOG, facts):
                yield log.pk, str(facts.relation)
                break


def _ways_in(actor, log):
    """What the policy is asked about each of this person's ways to a log: its places first, then the family."""
    child = Child.objects.select_related("person").get(pk=log.child_id)
    common = {
        "log_state": LogState(log.state),
        "is_on_paper": actor.is_protected or child.person.protection != "none",
    }
    for grant in Grant.objects.filter(log_id=log.pk, person_id=actor.person_id):
        yield Facts(
            relation=Relation(grant.relation),
            holds=_place_holds(actor, grant),
            is_covered=grant.unit_id == log.unit_id or (grant.consent_until or date.min) >= stage.today(),
            **common,
        )
    for relation in GuardianRelation.objects.filter(child_id=log.child_id, guardian_id=actor.person_id):
        is_over = log.guardians_end_on is not None and log.guardians_end_on <= stage.today()
        of_age = age_on(child.person.birth_date, stage.today()) >= 18
        is_theirs = relation.state == RelationState.CONFIRMED and relation.has_parental_responsibility
        yield Facts(relation=Relation.GUARDIAN, holds=is_theirs and not is_over and not of_age, **common)
    if child.person_id == actor.person_id:
        old_enough = age_on(actor.birth_date, stage.today()) >= actor.own_consent_age
        yield Facts(relation=Relation.CHILD, holds=old_enough, **common)


def _place_holds(actor, grant):
    if grant.ended_at is not None or (grant.ends_on is not None and grant.ends_on < stage.today()):
        return False
    posts = [post for post in actor.posts if post.unit_id == grant.unit_id]
    roles = {post.role for post in posts}
    if grant.relation == Relation.EXTERNAL:
        return True
    if grant.relation == Relation.LEADER_INSIGHT:
        return "unit_leader" in roles
    return bool(roles & {"staff", "resource_person", "unit_leader"})


def _may_confirm(actor, relation):
    facts = RelationFacts(unit_id=relation.child.unit_id, registered_by_id=relation.registered_by_id)
    return policy.may(actor, Action.CONFIRM_GUARDIAN, facts)
