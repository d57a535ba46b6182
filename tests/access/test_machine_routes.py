"""Every page about connected systems for every kind of person; and no login opens a machine's address."""

from stafett.access.limits import LIMITS, Limit
from tests.access import asking, machine_routes
from tests.access.who_may import GET, POST
from tests.integrations import machines


def test_the_systems_are_the_administrators(logs):
    things = {None: (), "system": (machines.connected("units.read").pk,)}
    asked = [
        (key, method, name, things[kind], _status(key, kind, method, allowed, empty))
        for key in [*asking.EVERY_KIND, None]
        for name, (kind, methods, allowed, empty) in machine_routes.PAGES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=140)


def test_a_machines_address_opens_for_no_login_and_the_description_for_everybody(logs, monkeypatch):
    monkeypatch.setitem(LIMITS, "machine_unknown", Limit(1000, 60))
    people = ["randi", "kari", "hilde", None]
    asked = [
        (key, method, name, where, 401)
        for key in people
        for name, where in machine_routes.MACHINES.items()
        for method in (GET, POST)
    ]
    asked += [(key, GET, machine_routes.OPEN_TO_ALL, (), 200) for key in people]

    asking.all_as_expected(asked, at_least=190)


def _status(key, kind, method, allowed, empty):
    if key is None:
        return 302
    if key in allowed:
        return empty if method == POST else 200
    return 404 if kind else 403
