"""Somebody from outside the municipality: let in for a purpose and until a day, when consent covers them (W-05)."""

from datetime import timedelta

import pytest

from stafett.access.models import Grant
from stafett.consent import operations as consents
from stafett.demo import cast
from stafett.register import staff
from stafett.register.models import Person, Unit
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.web.reading import words
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
BUP = cast.unit("eksempelvik_bup").id
SUNNIVA = cast.person("sunniva")


@pytest.fixture
def log(db):
    """Nils's log on level 2, where consent covers BUP."""
    with within(HERE):
        log = stage.open_log("nils", units=[BUP])
        operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="BUP skal være med.")
        yield log


def _fields(**changed):
    return {
        "unit_id": str(BUP), "given_name": "Sunniva", "family_name": "Luftslottvik", "number": SUNNIVA.number.digits,
        "purpose": "Vurderer behandling", "ends_on": (stage.today() + timedelta(days=60)).isoformat(),
    } | changed  # fmt: skip


def _let_in(log, **changed):
    return Visitor("kari").send("let_in_from_outside", log.pk, fields=_fields(**changed))


def test_somebody_from_outside_reaches_the_one_log_and_finds_it_from_the_front_page(log):
    assert _let_in(log).status_code == 302
    sunniva = Visitor("sunniva")

    assert sunniva.see("start")["Location"] == "/aktorlogger/"
    assert "Nils" in words(sunniva.see("participating_logs"))
    assert sunniva.see("log", log.pk).status_code == 200
    assert sunniva.see("new_note", log.pk).status_code == 200
    assert sunniva.see("participants", log.pk).status_code == 403
    assert sunniva.see("staff_search").status_code == 403


def test_the_family_sees_who_it_is_what_for_and_until_when(log):
    _let_in(log)
    last = stage.today() + timedelta(days=60)

    page = words(Visitor("bente").see("log", log.pk))

    assert "Sunniva Luftslottvik" in page
    assert f"Vurderer behandling · til og med {last.day}.{last.month}.{last.year}" in page
    assert "har sluttet" not in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"purpose": ""}, "Fyll inn dette."),
        ({"ends_on": "2001-01-01"}, "i dag eller fram i tid"),
        ({"ends_on": "2099-01-01"}, "høyst 12 måneder"),
        ({"number": cast.person("bente").number.digits}, "hører til familien"),
        ({"number": cast.person("jonas").number.digits}, "arbeider i kommunen"),
        ({"unit_id": str(cast.unit("eksempelvik_ppt").id)}, "Velg ett av alternativene."),
    ],
)
def test_nobody_comes_in_by(log, changed, sentence):
    answer = _let_in(log, **changed)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Grant.objects.filter(log=log, relation="external").exists()


def test_nobody_stays_longer_than_consent(log):
    far = (stage.today() + timedelta(days=350)).isoformat()

    assert "Samtykket til BUP Eventyrkysten varer til" in words(_let_in(log, ends_on=far))


def test_an_organisation_is_entered_first_and_chosen_when_consent_covers_it(log):
    Visitor("kari").send("new_organisation", log.pk, fields={"name": "Legesenteret på kaia"})
    Visitor("kari").send("new_organisation", log.pk, fields={"name": "legesenteret på kaia"})

    unit = Unit.objects.get(kind="external", name="Legesenteret på kaia")
    page = Visitor("kari").see("let_in_from_outside", log.pk)

    assert "Samtykket i denne loggen dekker ikke disse ennå" in words(page)
    assert str(unit.pk) not in page.content.decode()
    assert unit in staff.units_besides(log.unit_id)


def test_somebody_new_is_entered_by_number_and_can_never_be_searched_for(log):
    number = next(person for person in cast.EKSEMPELVIK.everyone if person.key == "sunniva").number
    Person.objects.filter(pk=SUNNIVA.id).update(personal_number_index=None, personal_number_cipher=None)

    _let_in(log, given_name="Signe", family_name="Utenfra", number=number.digits)

    assert Person.objects.get(family_name="Utenfra").birth_date == number.birth_date
    assert staff.search("utenfra", day=stage.today()) == []


def test_the_last_day_is_moved_and_when_it_has_passed_so_has_the_access(log):
    _let_in(log)
    place = Grant.objects.get(log=log, relation="external")
    soon = stage.today() + timedelta(days=3)

    assert (
        Visitor("kari").send("last_day", log.pk, place.pk, fields={"ends_on": soon.isoformat()}).status_code
        == 302
    )
    place.refresh_from_db()
    assert place.ends_on == soon
    Grant.objects.filter(pk=place.pk).update(ends_on=stage.today() - timedelta(days=1))
    assert Visitor("sunniva").see("log", log.pk).status_code == 404
    assert Visitor("sunniva").see("participating_logs").status_code == 403
    assert "Sunniva" not in words(Visitor("kari").see("participants", log.pk))
    assert _let_in(log).status_code == 302


def test_when_consent_to_the_organisation_is_gone_so_is_the_access_at_the_next_request(log):
    _let_in(log)
    stage.consent_from(log, cast.person("bente").id, units=[])
    consents.renew_places(RelayLog.objects.get(pk=log.pk), today=stage.today())

    assert Visitor("sunniva").see("log", log.pk).status_code == 404


def test_a_place_from_outside_is_ended_like_any_other(log):
    _let_in(log)
    place = Grant.objects.get(log=log, relation="external")

    assert Visitor("kari").send("end_participation", log.pk, place.pk).status_code == 302
    assert Visitor("sunniva").see("log", log.pk).status_code == 404


def test_on_level_one_nobody_from_outside_comes_in(log):
    with within(HERE):
        operations.change_level(actor=stage.actor("kari"), log=log, level=1, reason="Vi klarer oss.")

    assert "nivå 2" in words(_let_in(log))
