"""Every route of units, staff lists and settings, for people of every kind and for a stranger."""

from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from tests.access import administration_routes, asking
from tests.access.who_may import GET, POST
from tests.administration import listing

HERE = {person.key for person in cast.EKSEMPELVIK.everyone}


def test_everybody_gets_what_the_table_says_of_staff_lists(logs):
    things = _things()
    asked = [
        (key, method, name, things[kind], _status(key, kind, method, *given))
        for key in asking.EVERY_KIND
        for name, (kind, methods, *given) in administration_routes.ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=600)


def test_nobody_changes_their_own_post_and_leaders_appoint_no_leaders(logs):
    elles = (made_id("post", "elle-eksempelvik_school"),)
    randis = (made_id("post", "randi-eksempelvik_office"),)
    asked = [
        (key, method, name, elles, _status(key, "post", method, allowed, told_no, 422))
        for key in ("kari", "elle", "aslaug", "randi", "gudveig", "hilde")
        for name, (methods, allowed, told_no) in administration_routes.OWN.items()
        for method in methods
    ]
    asked += [("randi", GET, "employment", randis, 200), ("randi", GET, "employment_end", randis, 403)]

    asking.all_as_expected(asked, at_least=30)


def test_a_leader_of_one_unit_is_sent_straight_to_its_list(logs):
    asked = [
        (key, GET, administration_routes.LISTS, (), _lists_status(key)) for key in [*asking.GROWN_UPS, None]
    ]

    asking.all_as_expected(asked, at_least=60)


def test_a_stranger_is_sent_to_the_login(logs):
    things = _things()
    asked = [
        (None, method, name, things[kind], 302)
        for name, (kind, methods, *_given) in administration_routes.ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=25)


def _things():
    return {
        None: (), "school": (cast.unit("eksempelvik_school").id,), "karis": (made_id("post", "kari-eksempelvik_school"),),
        "list": (listing.ready().pk,),
    }  # fmt: skip


def _status(key, kind, method, allowed, told_no, when_empty):
    if key in allowed:
        return when_empty if method == POST else 200
    return 403 if kind is None or key in told_no else 404


def _lists_status(key):
    return 302 if key is None else administration_routes.LISTS_STATUS.get(key, 403)
