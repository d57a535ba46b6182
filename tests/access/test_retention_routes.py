"""Every route of retention for every kind of person: the archivist's and personvernombudet's, and nobody else's."""

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from stafett.retention.models import Disposal
from tests.access import asking, retention_routes
from tests.retention import ageing

KEEPERS = ("arkivar", "personvern")


def test_retention_is_for_the_archivist_and_personvernombudet_and_a_list_for_whoever_did_not_propose_it(logs):
    where = _things(logs)
    asked = [
        (key, method, name, where[kind], _status(key, kind, statuses))
        for key in [*asking.EVERY_KIND, None]
        for name, (kind, methods) in retention_routes.ROUTES.items()
        for method, statuses in methods.items()
    ]

    asking.all_as_expected(asked, at_least=400)


def _status(key, kind, statuses):
    if key is None:
        return 302
    if key in KEEPERS:
        return statuses[KEEPERS.index(key)]
    return 403 if kind in (None, "kind") else 404


def _things(logs):
    """A log closed long ago on a list that waits, and another that is held."""
    with within(cast.EKSEMPELVIK.id):
        log = ageing.aged(RelayLog.objects.get(pk=logs["d"].log.pk))
        disposal = Disposal.objects.get(pk=ageing.proposed(log).pk)
        hold = ageing.held(RelayLog.objects.get(pk=logs["c"].log.pk))
    return {
        None: (), "kind": ("closed_log",), "log": (log.pk,), "child": (cast.child("nils").id,), "hold": (hold.pk,),
        "list": (disposal.pk,),
    }  # fmt: skip
