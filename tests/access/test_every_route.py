"""Every route for every grown-up of the cast: the answer is what the hand-written table says."""

from django.urls import get_resolver, reverse

from stafett.access.checks import routes
from stafett.demo import cast
from tests.access import asking, who_may
from tests.access.who_may import POST
from tests.web.visiting import Visitor


def test_the_table_names_every_route():
    named = {*who_may.LOG_ROUTES, *who_may.OTHER_ROUTES, *who_may.CHILD_ROUTES, *who_may.RELATION_ROUTES}

    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}

    assert named == names
    assert len(names) == len(list(routes()))


def test_every_person_gets_what_the_table_says_of_an_active_log(logs):
    asked = asking.log_routes(asking.GROWN_UPS, "b", logs["b"])

    asking.all_as_expected(asked, at_least=1900)


def test_every_person_gets_what_the_table_says_of_pages_about_no_log(logs):
    asked = [
        (key, method, name, (), _other_status(key, name, by_place))
        for key in [*asking.GROWN_UPS, None]
        for name, (method, *by_place) in who_may.OTHER_ROUTES.items()
    ]

    asking.all_as_expected(asked, at_least=700)


def test_every_person_gets_what_the_table_says_of_a_child_and_a_relation(logs):
    nils = cast.child("nils").id
    marek = next(relation.id for relation in cast.relations_of("mateusz") if relation.guardian == "marek")
    asked = [
        (key, method, name, (thing,), _status_by(name, key in allowed, method))
        for key in asking.GROWN_UPS
        for table, thing, allowed in (
            (who_may.CHILD_ROUTES, nils, who_may.WORK_WITH_NILS),
            (who_may.RELATION_ROUTES, marek, who_may.CONFIRMS_MAREK),
        )
        for name, methods in table.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=350)


def test_somebody_who_is_not_logged_in_is_sent_to_the_login_from_every_log_page(logs):
    stranger = Visitor()

    answers = [
        stranger.generic(method, reverse(name, args=asking.address(name, logs["b"])))
        for name in who_may.LOG_ROUTES
        for method in asking.methods(name)
    ]

    assert {answer.status_code for answer in answers} == {302}
    assert {answer["Location"].split("?")[0] for answer in answers} == {reverse("log_in")}


def test_a_method_that_a_page_does_not_take_is_refused_to_everyone(logs):
    kari = Visitor("kari")

    answers = [
        asking.status(kari, method, name, asking.address(name, logs["b"]))
        for name in who_may.LOG_ROUTES
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
        if method not in asking.methods(name)
    ]

    assert set(answers) == {405}
    assert len(answers) > 180


def _other_status(key, name, by_place):
    if name == "family_logs" and key in who_may.ONE_FAMILY_LOG:
        return 302
    if key is None:
        return by_place[2]
    return by_place[0 if key in asking.staff() else 1]


def _status_by(name, allowed, method):
    if not allowed:
        return 404
    return 200 if method != POST else 302 if name in who_may.DONE_WHEN_EMPTY else 422
