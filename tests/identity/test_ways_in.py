"""The login page and the short addresses: from a municipality's own address there is no step between (S003-03, W-01)."""

import pytest
from django.urls import reverse

from stafett.demo import cast
from stafett.identity.models import LoginSession
from tests.identity import answering
from tests.identity.conftest import entry
from tests.web.reading import words
from tests.web.visiting import Visitor

HERE, THERE = cast.PLACES
ISSUER = "https://idporten.no"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_earnest(settings):
    """No demo: real people log in."""
    settings.DEMO = False


def test_a_short_address_with_one_provider_leads_straight_to_it(issuer):
    first = Visitor(SERVER_NAME="localhost").get(f"/{HERE.slug}/")
    second = Visitor(SERVER_NAME="localhost").get(first["Location"])

    assert first["Location"] == f"/logg-inn/proveporten/?kommune={HERE.slug}"
    assert second["Location"].startswith(f"{issuer.address}/auth?")


def test_a_short_address_without_its_last_slash_leads_there_too(issuer):
    assert Visitor().get(f"/{HERE.slug}")["Location"] == f"/{HERE.slug}/"


def test_with_two_providers_one_chooses_between_staff_and_family(settings, login_file):
    settings.LOGIN_FILE = login_file(
        _real("feide", profile="feide", issuer="https://auth.dataporten.no", audience='["staff"]'),
        _real("idporten", audience='["family"]'),
    )
    visitor = Visitor()

    page = visitor.get(visitor.get(f"/{HERE.slug}/")["Location"])

    shown = words(page)
    assert page.status_code == 200
    assert "Jeg er ansatt" in shown
    assert "Jeg er foresatt eller ungdom" in shown
    assert f'href="/logg-inn/feide/?kommune={HERE.slug}"' in page.content.decode()
    assert f'href="/logg-inn/idporten/?kommune={HERE.slug}"' in page.content.decode()


@pytest.mark.parametrize("slug", ["oslo", "eksempelvikx", "EKSEMPELVIK", "%00", "a" * 300, "admin"])
def test_a_municipality_that_does_not_exist_has_no_address(issuer, slug):
    assert Visitor().get(f"/{slug}/").status_code == 404


def test_no_page_of_ours_is_hidden_by_a_short_address(issuer):
    assert Visitor("kari").get("/logger/").resolver_match.url_name != "short_address"
    assert Visitor().get("/logg-inn/").status_code == 200


def test_the_login_page_lets_one_choose_a_municipality_and_remembers_it_after_the_login(issuer):
    visitor, _answer = answering.log_in(issuer)
    visitor.cookies.pop("stafett")

    page = words(visitor.see("log_in"))

    assert visitor.cookies["stafett-sted"].value == HERE.slug
    assert HERE.name in page
    assert "Logg inn med ID-porten" in page
    assert "Velg en annen kommune" in page


def test_the_login_page_of_a_stranger_offers_every_municipality(issuer):
    page = Visitor().see("log_in").content.decode()

    for place in cast.PLACES:
        assert f'?kommune={place.slug}"' in page


def test_where_one_was_going_is_kept_all_the_way(issuer):
    away = Visitor().get(reverse("own_page"))
    page = Visitor(SERVER_NAME="localhost").get(away["Location"]).content.decode()

    _visitor, answer = answering.log_in(issuer, query={"next": "/min-side/"})

    assert away["Location"] == "/logg-inn/?next=/min-side/"
    assert "next=%2Fmin-side%2F" in page
    assert answer["Location"] == "/min-side/"


@pytest.mark.parametrize(
    "onward", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x"]
)
def test_nobody_is_sent_to_another_site_after_a_real_login(issuer, onward):
    _visitor, answer = answering.log_in(issuer, query={"next": onward})

    assert answer["Location"] == "/"


def test_a_provider_serves_only_its_municipalities(settings, login_file):
    settings.LOGIN_FILE = login_file(_real("idporten", municipalities=f'["{HERE.slug}"]'))

    page = Visitor().get(reverse("log_in"), {"kommune": THERE.slug}).content.decode()

    assert f"kommune={THERE.slug}" not in page


def test_an_unknown_provider_is_no_page(issuer):
    assert Visitor().get("/logg-inn/feide/").status_code == 404
    assert Visitor().get("/logg-inn/feide/tilbake/?state=x&code=y").status_code == 404


def test_without_a_login_file_the_page_says_so(settings):
    settings.LOGIN_FILE = ""

    assert "Innlogging er ikke satt opp" in words(Visitor().see("log_in"))


def test_a_silent_provider_is_said_in_words(issuer):
    issuer.status = 500

    answer = Visitor().get("/logg-inn/proveporten/")

    assert answer.status_code == 503
    assert "ikke kontakt med innloggingstjenesten" in words(answer)


def test_the_demos_doors_do_not_exist_beside_real_people(issuer):
    page = Visitor().see("log_in").content.decode()
    answer = Visitor().send("demo_login", fields={"person": str(cast.person("kari").id)})

    assert "Kari" not in page
    assert answer.status_code == 404


def test_a_login_from_the_demo_ends_with_the_demo(settings):
    settings.DEMO = True
    kari = Visitor("kari")
    before = kari.see("own_page").status_code
    settings.DEMO = False

    assert (before, kari.see("own_page").status_code) == (200, 302)


def test_a_new_login_ends_the_former_and_has_another_cookie(issuer):
    visitor, _answer = answering.log_in(issuer)
    former = visitor.cookies["stafett"].value

    answering.log_in(issuer, visitor)

    assert visitor.cookies["stafett"].value != former
    assert LoginSession.objects.count() == 1


def test_the_cookies_of_a_login_are_out_of_reach_of_scripts_and_of_other_sites(issuer, settings):
    settings.BEHIND_TLS = True

    answer = Visitor(SERVER_NAME="localhost").get("/logg-inn/proveporten/", secure=True)

    cookie = next(morsel for name, morsel in answer.cookies.items() if "-inn-" in name)
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["path"]) == (
        True,
        "Lax",
        True,
        "/",
    )
    assert cookie["max-age"] == 15 * 60
    assert cast.EKSEMPELVIK.slug not in cookie.value


def _real(key, *, profile="id-porten", issuer=ISSUER, **more):
    return entry(issuer, key=key, profile=profile, test="", **more)
