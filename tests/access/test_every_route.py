"""Every route, for every person of the cast, on a log in every state: the answer is what the hand-written table says."""

from functools import cache
from itertools import chain

import pytest
from django.urls import reverse

from stafett.access.checks import routes
from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access import four_logs, who_may
from tests.access.who_may import GET, POST
from tests.web.visiting import Visitor, undone

EVERYONE = [person.key for place in cast.PLACES for person in place.everyone]
NEAR = ("kari", "jonas", "henrik", "trond", "hilde", "ronny", "wenche", "gudrun", "lars", "siv", "marta", "marek", "elle",
        "yusuf", "dag", "oddny", "torleiv", "jorunn")  # fmt: skip
STATUS = {"allowed": 200, "forbidden": 403, "unknown": 404}


@pytest.fixture
def logs(db):
    with within(cast.EKSEMPELVIK.id):
        return four_logs.build()


def test_the_table_names_every_route():
    named = {*who_may.LOG_ROUTES, *who_may.OTHER_ROUTES, *who_may.CHILD_ROUTES, *who_may.RELATION_ROUTES}

    assert named == _route_names()


def test_every_person_gets_what_the_table_says_of_an_active_log(logs):
    asked = _everything_asked(EVERYONE, "b", logs)

    _all_as_expected(asked, at_least=3500)


@pytest.mark.parametrize("letter", ["a", "c", "d"])
def test_those_near_a_log_get_what_the_table_says_in_every_other_state(logs, letter):
    asked = _everything_asked(NEAR, letter, logs)

    _all_as_expected(asked, at_least=1000)


def test_a_private_draft_and_what_is_in_it_is_unknown_to_everyone_but_the_holder(logs):
    with within(cast.EKSEMPELVIK.id):
        draft = four_logs.draft_in(logs["b"])
    own = [name for name, (_rule, kinds, _m) in who_may.LOG_ROUTES.items() if kinds[0] != "log"]

    answers = {
        (key, name): _status(Visitor(key), _methods(name)[0], name, _address(name, draft))
        for key in who_may.IN_LOG["b"]
        for name in own
    }

    assert {answer for (key, _name), answer in answers.items() if key != "kari"} == {404}
    # a draft's measure cannot start, and a draft has no goal to reach; nothing else stops the holder
    assert {answer for (key, _name), answer in answers.items() if key == "kari"} <= {200, 302, 422}
    assert len(answers) == 4 * len(own)


def test_every_person_gets_what_the_table_says_of_pages_about_no_log(logs):
    asked = [
        (key, method, name, (), _other_status(key, name, by_place))
        for key in [*EVERYONE, None]
        for name, (method, *by_place) in who_may.OTHER_ROUTES.items()
    ]

    _all_as_expected(asked, at_least=900)


def test_every_person_gets_what_the_table_says_of_a_child_and_a_relation(logs):
    nils, marek = cast.child("nils").id, _relation_of("marek")
    asked = [
        (key, method, name, (thing,), _status_by(key in allowed, method))
        for key in EVERYONE
        for table, thing, allowed in (
            (who_may.CHILD_ROUTES, nils, who_may.WORK_WITH_NILS),
            (who_may.RELATION_ROUTES, marek, who_may.CONFIRMS_MAREK),
        )
        for name, methods in table.items()
        for method in methods
    ]

    _all_as_expected(asked, at_least=450)


def test_somebody_who_is_not_logged_in_is_sent_to_the_login_from_every_log_page(logs):
    stranger = Visitor()

    answers = {
        (name, method): getattr(stranger, method.lower())(reverse(name, args=_address(name, logs["b"])))
        for name in who_may.LOG_ROUTES
        for method in _methods(name)
    }

    assert {answer.status_code for answer in answers.values()} == {302}
    assert {answer["Location"].split("?")[0] for answer in answers.values()} == {reverse("log_in")}


def test_a_method_that_a_page_does_not_take_is_refused_to_everyone(logs):
    kari = Visitor("kari")

    answers = {
        (name, method): _status(kari, method, name, _address(name, logs["b"]))
        for name in who_may.LOG_ROUTES
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
        if method not in _methods(name)
    }

    assert set(answers.values()) == {405}
    assert len(answers) > 180


def _everything_asked(people, letter, logs):
    """(person, method, route, address, expected status) for every log route, once for each of its methods."""
    for key in people:
        for name, (rule, _kinds, methods) in who_may.LOG_ROUTES.items():
            verdict = who_may.of_log(rule, letter, key)
            # for those outside, one method tells: the door is the same for both (guard.py)
            for method in methods if verdict != "unknown" or key in NEAR else methods[:1]:
                yield key, method, name, _address(name, logs[letter]), _expected(verdict, method, name)


def _expected(verdict, method, name):
    if verdict == "allowed" and method == POST:
        return 302 if name in who_may.DONE_WHEN_EMPTY else 422
    return STATUS[verdict]


def _all_as_expected(asked, *, at_least):
    visitors, wrong, count = {}, [], 0
    for key, method, name, address, expected in asked:
        visitor = visitors.setdefault(key, None) or Visitor(key)
        visitors[key] = visitor
        found = _status(visitor, method, name, address)
        count += 1
        if found != expected:
            wrong.append(f"{key or 'stranger'} {method} {name}: expected {expected}, got {found}")

    print(f"{count} cases")
    assert wrong == []
    assert count >= at_least


def _status(visitor, method, name, address):
    with undone():
        return visitor.generic(method, reverse(name, args=address)).status_code


def _address(name, things):
    kinds = who_may.LOG_ROUTES[name][1]
    return [getattr(things, kind).pk if hasattr(things, kind) else kind for kind in kinds]


def _methods(name):
    return who_may.LOG_ROUTES[name][2]


def _other_status(key, name, by_place):
    if name == "family_logs" and key in who_may.ONE_FAMILY_LOG:
        return 302
    if key is None:
        return by_place[2]
    return by_place[0 if key in _staff() else 1]


def _status_by(allowed, method):
    return 404 if not allowed else 422 if method == POST else 200


@cache
def _staff():
    """Those with a post that has not ended."""
    people = chain.from_iterable(place.people for place in cast.PLACES)
    return {person.key for person in people if any(not post.ended_last_month for post in person.posts)}


def _relation_of(guardian):
    return next(r.id for place in cast.PLACES for r in place.relations if r.guardian == guardian)


def _route_names():
    from django.urls import get_resolver

    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert len(list(routes())) == len(names)
    return names
