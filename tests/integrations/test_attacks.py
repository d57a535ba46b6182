"""The machines' doors against somebody with a key: what is read is told, and a login follows the directory both ways."""

import pytest

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity import queries as logins
from stafett.identity import sessions
from stafett.identity.models import LoginSession
from stafett.integrations import operations
from stafett.integrations.models import DirectoryUser
from stafett.integrations.rules.documents import UserSaid
from stafett.kernel import clock
from stafett.kernel.protocol import Fault
from stafett.register.actor import Machine
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.integrations import machines

pytestmark = pytest.mark.django_db
HERE = cast.EKSEMPELVIK.id
ISSUER = "https://login.eksempel.no"
SCHOOL = cast.unit("eksempelvik_school")


@pytest.fixture
def directory():
    return machines.directory()


@pytest.mark.parametrize("path", ["/.search", "/Users/.search", "/Groups/.search"])
def test_a_search_in_the_body_is_told_in_the_trail_as_one_in_the_address_is(directory, path):
    answer = directory.ask("POST", path, {"count": 200})

    assert answer.status_code == 200
    assert _read() == ["provision_staff"]


def test_asking_only_for_how_long_an_answer_is_tells_as_much_and_is_told_too(directory):
    answer = directory.head("/scim/v2/Users", {"filter": 'title eq "Rektor"'})

    assert answer.status_code == 200
    assert _read() == ["provision_staff"]


def test_an_id_that_was_wrong_lets_nobody_in_after_it_is_put_right(db):
    with within(HERE):
        user = _told("someone-elses-id")
        _log_in(user)
        _retold(user, "the-right-id")

        opens = {
            handle: logins.promised_to(ISSUER, handle, municipality_id=HERE)
            for handle in ("someone-elses-id", "the-right-id")
        }
        assert opens == {"someone-elses-id": None, "the-right-id": user.person_id}
        assert not LoginSession.objects.filter(person_id=user.person_id).exists()
        assert _told("someone-elses-id", user_name="b@y.no").person_id != user.person_id


@pytest.mark.parametrize("role", ["municipal_admin", "privacy_officer", "unit_leader"])
def test_a_stolen_key_does_not_log_in_as_somebody_the_directory_cannot_appoint(db, role):
    with within(HERE):
        user = _told("their-id")
        unit = SCHOOL if role == "unit_leader" else cast.unit("eksempelvik_office")
        Employment.objects.create(
            municipality_id=HERE, person_id=user.person_id, unit_id=unit.id, position="Leder", role=role,
            starts_on=stage.today(),
        )  # fmt: skip
        with pytest.raises(Fault) as fault:
            _retold(user, "the-thiefs-id")

    assert fault.value.status == 409


def _log_in(user):
    return sessions.start(municipality_id=HERE, person_id=user.person_id, method="demo", now=clock.now())


def _told(external_id, user_name="a@y.no"):
    said = UserSaid(
        user_name=user_name, external_id=external_id, display_name="Ola Oppspinn", department=SCHOOL.name
    )
    return operations.add_user(actor=_acting(), said=said, today=stage.today())


def _retold(user, external_id):
    said = UserSaid(user_name=user.user_name, external_id=external_id, display_name="Ola Oppspinn", department=SCHOOL.name)  # fmt: skip
    return operations.change_user(
        actor=_acting(), user=DirectoryUser.objects.get(pk=user.pk), said=said, today=stage.today()
    )


def _acting():
    return Machine(
        person_id=cast.person("randi").id, municipality_id=HERE, name="Katalogen", scopes=frozenset({"scim"}),
        login_issuer=ISSUER,
    )  # fmt: skip


def _read():
    with within(HERE):
        rows = Entry.objects.filter(event="access.page_read").order_by("number")
        return [row.reason for row in rows]
