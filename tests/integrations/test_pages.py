"""The administrator connects a system, sees its key once, changes it in good time, and shuts the system out."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.integrations.enums import KeyKind
from stafett.integrations.models import Integration, IntegrationKey
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.register.tenancy import within
from tests.integrations import machines
from tests.integrations.machines import Machine
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db
HERE = cast.EKSEMPELVIK.id
KEY = re.compile(rf"stafett\.{HERE}\.[\w-]{{43}}")
FORM = {"name": "Entra ID", "scopes": ["scim"], "login_provider": ""}


def _in(key):
    return Machine(key, root="/scim/v2").look("/Users").status_code


def test_a_key_is_shown_once_and_stored_as_a_hash():
    randi, form = Visitor("randi"), {**FORM, "submission": str(new_id())}

    shown = randi.send("new_system", fields=form)
    again = randi.send("new_system", fields=form)

    [key] = set(KEY.findall(shown.content.decode()))
    assert _in(key) == 200
    assert again.status_code == 302
    with within(HERE):
        system = Integration.objects.get()
        assert key not in str(IntegrationKey.objects.values().get())
        assert key not in str(list(Entry.objects.values("facts", "reason")))
    assert not KEY.search(randi.see("system", system.pk).content.decode())


def test_a_new_key_works_at_once_and_the_former_one_a_week_more():
    system = machines.connected("scim")
    former = system.shown_keys[KeyKind.BEARER]

    shown = Visitor("randi").send("system_key", system.pk)

    [new] = set(KEY.findall(shown.content.decode()))
    now = [_in(new), _in(former)]
    with clock.set_to(clock.now() + machines.days(8)):
        later = [_in(new), _in(former)]
    with clock.set_to(clock.now() + machines.days(366)):
        ended = _in(new)
    assert (now, later, ended) == ([200, 200], [200, 401], 401)


def test_a_key_that_is_soon_over_is_told_of_on_the_list_until_there_is_a_new_one():
    system, randi = machines.connected("scim", "units.read"), Visitor("randi")
    near = clock.now() + machines.days(340)

    now = "Lag en ny" in reading.words(randi.see("systems"))
    with clock.set_to(near):
        randi = Visitor("randi")
        soon = "Lag en ny" in reading.words(randi.see("systems"))
        randi.send("system_key", system.pk)
        after = "Lag en ny" in reading.words(randi.see("systems"))

    assert (now, soon, after) == (False, True, False)


def test_a_system_that_is_shut_out_is_out_in_the_same_moment_and_stays_on_the_list():
    system = machines.connected("scim", "units.read")
    token = machines.token_of(system)
    randi = Visitor("randi")

    answer = randi.send("system_disconnection", system.pk)
    again = randi.send("system_disconnection", system.pk)

    assert (answer.status_code, again.status_code) == (302, 422)
    assert _in(system.shown_keys[KeyKind.BEARER]) == 401
    assert Machine(token).look("/api/v1/units").status_code == 401
    assert "Koblet fra" in reading.words(randi.see("systems"))


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Fyll inn dette."),
        ("name", "Katalogen", "Et tilkoblet system heter allerede dette."),
        ("scopes", [], "Velg minst ett."),
        ("scopes", ["logs.read"], "Velg ett av alternativene."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_connected(field, value, sentence):
    machines.connected("scim")

    answer = Visitor("randi").send("new_system", fields={**FORM, field: value})

    assert answer.status_code == 422
    assert sentence in reading.words(answer)
    with within(HERE):
        assert Integration.objects.count() == 1


def test_the_list_costs_the_same_however_many_there_are():
    randi = Visitor("randi")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert randi.see("systems").status_code == 200
        return len(captured)

    machines.connected("scim")
    few = queries()
    for number in range(5):
        machines.connected("units.read", name=f"System {number}")

    assert queries() == few <= 9
