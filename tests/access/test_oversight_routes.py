"""Every route by which the trail is read, for every grown-up of the cast: personvernombudet, and nobody else."""

from stafett.audit import trail
from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.access import asking, who_may
from tests.access.who_may import POST


def test_the_trail_is_read_by_the_personvernombud_alone(logs):
    things = _things(logs["b"].log)
    asked = [
        (key, method, name, things[thing], _status(key, name, thing, method))
        for key in asking.GROWN_UPS
        for name, (thing, methods) in who_may.OVERSIGHT_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=600)


def test_a_stranger_is_sent_to_the_login(logs):
    things = _things(logs["b"].log)
    asked = [
        (None, method, name, things[thing], 302)
        for name, (thing, methods) in who_may.OVERSIGHT_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=9)


def _things(log):
    with within(cast.EKSEMPELVIK.id):
        trail.read(stage.actor("jonas"), "access.page_read", log, reason="view_log")
    reader = cast.person("jonas").id
    return {
        None: (), "child": (log.child_id,), "employee": (reader,),
        "reading": (log.child_id, reader, stage.today().isoformat()),
    }  # fmt: skip


def _status(key, name, thing, method):
    allowed = who_may.OVERSEE
    if thing is None:
        allowed = allowed | {"valborg"}
    if key not in allowed:
        return 404 if thing else 403
    if method != POST or name in who_may.FILE_WHEN_EMPTY:
        return 200
    return 422
