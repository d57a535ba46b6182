"""What has been handed in, for every grown-up of the cast and for a stranger: the archivist's, and the unit's own leader's."""

from stafett.archive.models import Deposit
from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access import asking, who_may
from tests.archive import sending

LEADER = "elle"


def test_a_deposit_is_there_for_the_archivist_and_the_leader_of_its_unit_and_nobody_else(logs):
    deposit = _refused()
    asked = [
        (key, method, name, (deposit.pk,), _status(key, name))
        for key in [*asking.GROWN_UPS, None]
        for name, methods in who_may.ARCHIVE_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=80)


def _status(key, name):
    if key is None:
        return 302
    if key == "arkivar":
        return 200 if name == "deposit" else 302
    if key == LEADER:
        return 200 if name == "deposit" else 403
    return 404


def _refused():
    """Minutes from Elle's unit, which the archive has said no to."""
    with within(cast.EKSEMPELVIK.id):
        deposit = sending.handed_in()
        Deposit.objects.filter(pk=deposit.pk).update(state="failed", fault="Nei.")
        return deposit
