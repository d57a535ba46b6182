"""Every route about a child's guardians, protection and right to consent, for every grown-up of the cast."""

from stafett.demo import cast
from stafett.register.enums import EmploymentRole
from stafett.register.tenancy import within
from tests.access import asking, who_may
from tests.access.who_may import POST
from tests.web import good_forms


def test_a_leaders_pages_are_there_for_the_units_own_leader_alone(logs):
    things = _things()
    asked = [
        (key, method, name, (things[thing],), _status(key in who_may.LEADS_THEM, method))
        for key in asking.GROWN_UPS
        for name, (thing, methods) in who_may.LEADER_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=900)


def test_a_request_is_noted_by_those_who_work_with_the_child(logs):
    gudrun = good_forms.relation_of("mikkel", "gudrun")
    asked = [
        (key, method, name, (gudrun,), _status(key in who_may.WORK_WITH_NILS, method))
        for key in asking.GROWN_UPS
        for name, methods in who_may.ASKING_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=80)


def test_an_opening_is_answered_by_the_administrator_alone(logs):
    opening = _things()["opening"]
    asked = [
        (key, method, name, (opening,), _status(key in who_may.ANSWERS_ABOUT_IBEN, method))
        for key in asking.GROWN_UPS
        for name, methods in who_may.OPENING_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=80)


def test_what_waits_is_for_leaders_and_administrators(logs):
    asked = [
        (key, method, name, (), 200 if _is_asked_for(key) else 403)
        for key in asking.GROWN_UPS
        for name, methods in who_may.WAITING_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=40)


def _things():
    """Ids of what the leader's pages are about."""
    with within(cast.EKSEMPELVIK.id):
        return {
            "hilde": good_forms.relation_of("tiril", "hilde"),
            "ronny": good_forms.relation_of("tiril", "ronny"),
            "nils": cast.child("nils").id,
            "iben": cast.child("iben").id,
            "request": good_forms.request().pk,
            "opening": good_forms.opening().pk,
        }


def _status(may, method):
    if not may:
        return 404
    return 422 if method == POST else 200


def _is_asked_for(key):
    roles = {post.role for post in cast.person(key).posts if not post.ended_last_month}
    return bool(roles & {EmploymentRole.UNIT_LEADER, EmploymentRole.MUNICIPAL_ADMIN})
