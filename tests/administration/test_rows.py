"""Looking for colleagues: by name, position, unit and kind of service, and never a word about logs."""

import pytest

from stafett.demo import cast
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log import operations
from tests import stage
from tests.web import reading
from tests.web.visiting import Visitor


def _found(asked, who="kari"):
    page = reading.words(Visitor(who).see("staff_search", q=asked))
    return page.partition("Treff")[2]


@pytest.mark.parametrize(
    "asked", ["henrik", "Regleplass", "PP-rådgiver", "PP-tjenesten", "ppt", "henrik ppt"],
    ids=["given-name", "family-name", "position", "unit", "kind-of-service", "two-words"],
)  # fmt: skip
def test_a_colleague_is_found_by_name_position_unit_and_kind_of_service(db, asked):
    found = _found(asked)

    assert "Henrik Regleplass PP-rådgiver, PP-tjenesten i Eksempelvik" in found
    assert "Kari Eksempelmo" not in found


def test_every_word_of_a_search_must_fit(db):
    assert "Ingen ansatte passer til søket." in _found("henrik barnevern")


@pytest.mark.parametrize("asked", ["Skrønestad", "Oppdiktsen", "Noor"], ids=["has-left", "guardian", "child"])
def test_a_search_finds_those_who_work_here_now_and_nobody_else(db, asked):
    assert "Ingen ansatte passer til søket." in _found(asked)


def test_the_search_says_the_same_about_somebody_before_and_after_they_join_a_log(db):
    before = _found("jonas")

    with within(cast.EKSEMPELVIK.id):
        log = stage.open_log()
        _let_in(log, "jonas")

    assert "Jonas Påfunn" in before
    assert _found("jonas") == before


def _let_in(log, key):
    post = Employment.objects.get(person_id=cast.person(key).id)
    operations.add_participant(
        actor=stage.actor("kari"), log=log, employment_id=post.pk, purpose="", today=stage.today()
    )


def test_before_a_search_the_page_shows_the_resource_persons_of_ones_own_unit(db):
    page = reading.words(Visitor("kari").see("staff_search"))

    assert "Ressurspersoner hos deg Yusuf Tenkeland Sosiallærer, Eksempelvik barneskole" in page


def test_the_top_menu_of_staff_leads_to_logs_others_logs_colleagues_and_oneself(db):
    page = reading.words(Visitor("kari").see("staff_search"))

    assert (
        "Mine stafettlogger Mine aktørlogger Aktører Handlingsveileder Årshjul Systemmøter Min side" in page
    )


def test_a_guardian_finds_no_search_for_staff(db):
    answer = Visitor("fatima").see("staff_search", q="kari")

    assert answer.status_code in (403, 404)
    assert "Eksempelmo" not in answer.content.decode()


def test_a_neighbouring_municipality_finds_none_of_our_colleagues(db):
    neighbour = next(person.key for person in cast.DOMESUND.people if person.posts)

    assert "Ingen tilsette passar til søket." in _found("regleplass", who=neighbour)
    assert "Eksempelvik" not in _found("rektor", who=neighbour)
