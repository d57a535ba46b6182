"""With a population register: a look-up stands for the second person, and every night what has changed is found (L-24)."""

import json

import pytest

from stafett.administration import tasks
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.personal_number import parse
from stafett.messages.models import Message
from stafett.register import lookup
from stafett.register.file_register import FILE, FileRegister
from stafett.register.models import Child, GuardianRelation, Municipality, Person
from stafett.register.ports import RegisterUnavailable
from stafett.register.tenancy import within
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
NILS, HAMID = cast.person("nils"), cast.person("hamid")


class Folder:
    """A folder with the register's file, that tests fill."""

    def __init__(self, path):
        self.path, self.rows = path, {}

    def know(self, key, **facts):
        person = cast.person(key)
        self.rows[key] = {
            "number": person.number.digits, "given_name": person.given, "family_name": person.family,
            "birth_date": person.birth_date.isoformat(),
        } | self.rows.get(key, {}) | facts  # fmt: skip
        (self.path / FILE).write_text(json.dumps(list(self.rows.values())), encoding="utf-8")


@pytest.fixture
def register(db, settings, tmp_path):
    """A register that knows Noor's family as it is in ours."""
    settings.REGISTER_FOLDER = str(tmp_path)
    folder = Folder(tmp_path)
    for key in ("fatima", "omar"):
        folder.know(key)
    folder.know("noor", responsible=[cast.person(key).number.digits for key in ("fatima", "omar")])
    yield folder
    lookup._opened.cache_clear()


def enter_hamid():
    given = {**good_forms.fields("guardians"), "number": HAMID.number.digits}
    return Visitor("kari").send("guardians", cast.child("nils").id, fields=given)


def relation(child, guardian):
    with within(HERE):
        return GuardianRelation.objects.get(
            child_id=cast.child(child).id, guardian_id=cast.person(guardian).id
        )


def test_without_a_register_nothing_is_looked_up(db):
    enter_hamid()

    assert relation("nils", "hamid").state == "unclear"
    assert tasks.check_register(0) == 0


def test_a_guardian_whom_the_register_knows_is_confirmed_at_once(register):
    register.know("hamid")
    register.know("nils", responsible=[HAMID.number.digits])

    enter_hamid()

    found = relation("nils", "hamid")
    assert (found.state, found.state_source, found.confirmed_by_id) == ("confirmed", "register", None)


@pytest.mark.parametrize("facts", [{"responsible": []}, None], ids=["not-responsible", "child-unknown"])
def test_whoever_the_register_does_not_know_as_responsible_waits_for_two(register, facts):
    register.know("hamid")
    if facts is not None:
        register.know("nils", **facts)

    enter_hamid()

    assert relation("nils", "hamid").state == "unclear"


def test_a_child_at_a_protected_address_is_known_as_that_from_the_first_moment(register):
    given = good_forms.fields("new_child")
    number = parse(given["number"], allow_synthetic=True)
    register.rows["new"] = {
        "number": number.digits, "given_name": "Ola", "family_name": "O", "birth_date": "2015-05-14",
        "protection": "strictly",
    }  # fmt: skip
    register.know("nils")

    Visitor("kari").send("new_child", fields=given)

    with within(HERE):
        assert Person.objects.get(family_name="Oppspinn").protection == "strictly"


def test_a_night_without_changes_changes_nothing(register):
    with within(HERE):
        before = Entry.objects.count()

    assert tasks.check_register(0) == 0
    with within(HERE):
        assert Entry.objects.count() == before


def test_whoever_has_lost_parental_responsibility_waits_for_the_leader(register):
    with within(HERE):
        log = stage.open_log("noor")
    omar = Visitor("omar")
    before = omar.see("log", log.pk).status_code
    register.know("noor", responsible=[cast.person("fatima").number.digits])

    changed = tasks.check_register(0)

    with within(HERE):
        told = list(Message.objects.values_list("recipient_id", flat=True))
        entry = Entry.objects.get(event="register.checked")
    assert changed == 1
    assert relation("noor", "omar").state == "unclear"
    assert (before, omar.see("log", log.pk).status_code) == (200, 404)
    assert told == [cast.person("elle").id]
    assert (entry.actor_id, entry.facts) == (None, {"found": "lost"})
    assert Visitor("fatima").see("log", log.pk).status_code == 200


def test_whoever_has_died_is_a_guardian_no_more(register):
    register.know("omar", deceased=True)

    tasks.check_register(0)

    ended = relation("noor", "omar")
    assert (ended.state, ended.end_kind) == ("ended", "died")


def test_a_new_protection_holds_from_the_night_it_is_found(register):
    with within(HERE):
        log = stage.open_log("noor")
    register.know("noor", protection="confidential")

    tasks.check_register(0)

    assert Visitor("fatima").see("log", log.pk).status_code == 404
    assert "Noor" not in reading.words(Visitor("yusuf").see("choose_child", q="Noor"))


@pytest.mark.parametrize(
    ("asks", "same", "status"), [(True, [], 404), (True, ["fatima"], 200), (False, [], 200)]
)
def test_a_municipality_may_ask_for_a_guardian_at_the_childs_address(register, asks, same, status):
    with within(HERE):
        log = stage.open_log("noor")
        Municipality.objects.filter(pk=HERE).update(require_same_address=asks)
    register.know("noor", at_same_address=[cast.person(key).number.digits for key in same])

    tasks.check_register(0)

    with within(HERE):
        assert Child.objects.get(pk=cast.child("noor").id).guardians_live_elsewhere is (status == 404)
    assert [Visitor(key).see("log", log.pk).status_code for key in ("fatima", "omar")] == [status] * 2


@pytest.mark.parametrize("text", ["", "{", "[{}]", '[{"number": "1"}]', '{"number": 1}', None])
def test_a_file_that_cannot_be_read_is_as_no_register(register, text):
    file = register.path / FILE
    file.unlink() if text is None else file.write_text(text)

    enter_hamid()

    assert relation("nils", "hamid").state == "unclear"
    assert tasks.check_register(0) == 0


def test_a_fault_in_the_file_says_nothing_of_what_stands_in_it(tmp_path):
    (tmp_path / FILE).write_text('[{"number": "12345678901"}]')

    with pytest.raises(RegisterUnavailable) as fault:
        FileRegister(tmp_path).look_up(NILS.number)

    assert str(fault.value) == "KeyError"
    assert fault.value.__cause__ is None


def test_an_address_in_the_file_is_never_read(register):
    register.know("noor", address="Hemmelig gate 1")

    found = FileRegister(register.path).look_up(cast.person("noor").number)

    assert "Hemmelig" not in repr(found)
    assert not hasattr(found, "address")
