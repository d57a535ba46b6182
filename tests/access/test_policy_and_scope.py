"""The policy and the scope give one answer: what a list shows, a page opens, and the other way about (house test 3)."""

import pytest

from stafett.access import policy, scope
from stafett.access.enums import Action, LogState, Relation
from stafett.access.models import Grant
from stafett.access.policy import Facts, RelationFacts
from stafett.demo import cast
from stafett.identity import sessions
from stafett.register.enums import RelationState
from stafett.register.models import GuardianRelation
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from tests import stage

PEOPLE = [(place, person.key) for place in cast.PLACES for person in place.everyone]


@pytest.fixture
def all_logs(logs):
    """The four logs, one more that nobody but Jonas is in, and one in the neighbouring municipality."""
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
        reached_by_somebody == 17
    )  # 1 + 4 + 4 + 5 in the four logs, jonas and bente in nils's, oddny in vetle's


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
            reached = set(scope.reachable_logs(actor, RelayLog.objects.all()).values_list("pk", flat=True))
        listed += len(found)
        strays += [(key, pk) for pk in found ^ reached]

    assert strays == []
    assert listed == 17


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
        relation = _relation_of(actor, log)
        facts = Facts(relation=relation, log_state=LogState(log.state), has_consent=True)
        if policy.may(actor, Action.VIEW_LOG, facts):
            yield log.pk, str(relation)


def _relation_of(actor, log):
    if log.municipality_id != actor.municipality_id:
        return None
    for grant in Grant.objects.filter(log_id=log.pk):
        if grant.person_id == actor.person_id and grant.ended_at is None and grant.unit_id in actor.unit_ids:
            return Relation(grant.relation)
    for relation in GuardianRelation.objects.filter(child_id=log.child_id):
        is_guardian = relation.guardian_id == actor.person_id and relation.state == RelationState.CONFIRMED
        if is_guardian and relation.has_parental_responsibility:
            return Relation.GUARDIAN
    return None


def _may_confirm(actor, relation):
    facts = RelationFacts(unit_id=relation.child.unit_id, registered_by_id=relation.registered_by_id)
    return policy.may(actor, Action.CONFIRM_GUARDIAN, facts)
