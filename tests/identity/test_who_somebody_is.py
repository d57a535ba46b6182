"""Whom a login leads to: by verified number or by promise, in one municipality or several, never by e-mail (OIDC-09)."""

from urllib.parse import parse_qs, urlsplit
from uuid import uuid5

import pytest
from django.urls import reverse

from stafett.demo import cast
from stafett.identity import operations
from stafett.identity.models import Identity, Known, LoginSession
from stafett.kernel import clock
from stafett.register import people
from stafett.register.models import Person
from stafett.register.tenancy import within
from tests import stage
from tests.identity import answering, own_issuer
from tests.identity.conftest import entry, forget_providers
from tests.web.visiting import Visitor

HERE, THERE = cast.PLACES
FATIMA = cast.person("fatima")
FEIDE_NAME = "https://n.feide.no/claims/eduPersonPrincipalName"
FEIDE_LEVEL = "urn:mace:feide.no:auth:level:fad08:3"

pytestmark = pytest.mark.django_db


def test_the_directory_follows_the_register_whoever_writes(db):
    with within(HERE.id):
        before = set(Known.objects.values_list("person_id", flat=True))
        row = people.new_person(
            municipality_id=HERE.id,
            given_name="Ny",
            family_name="Oppdikt",
            number=cast.person("oddny").number,
        )
        row.save()
        added = set(Known.objects.values_list("person_id", flat=True)) - before
        Person.objects.filter(pk=row.pk).update(personal_number_index=None, personal_number_cipher=None)
        after = set(Known.objects.values_list("person_id", flat=True))

    numbered = sum(1 for place in cast.PLACES for _person in place.everyone)
    assert len(before) == numbered
    assert added == {row.pk}
    assert after == before


def test_the_same_number_has_another_mark_in_each_municipality(db):
    with within(THERE.id):
        _also_there(FATIMA)

    marks = [bytes(row.index) for row in Known.objects.filter(person_id__in=[FATIMA.id, _there_id(FATIMA)])]

    assert len(set(marks)) == 2


def test_a_login_leads_to_the_one_municipality_where_the_number_is_known(issuer):
    visitor, answer = answering.log_in(issuer, pid=cast.person("oddny").number.digits)

    assert answer.status_code == 302
    assert LoginSession.objects.get().municipality_id == THERE.id
    assert visitor.see("my_logs").status_code == 200


def test_somebody_known_in_two_municipalities_chooses_one(issuer):
    with within(THERE.id):
        _also_there(FATIMA)

    visitor, answer = answering.log_in(issuer, query={"next": "/min-side/"})
    page = visitor.get(answer["Location"])
    waiting_cookie = visitor.cookies["stafett"].value
    before = visitor.see("own_page").status_code
    chosen = visitor.post(reverse("choose_place"), {"kommune": THERE.slug, "next": "/min-side/"})

    assert answer["Location"] == "/logg-inn/kommune/?next=%2Fmin-side%2F"
    assert [place.name in page.content.decode() for place in cast.PLACES] == [True, True]
    assert before == 302
    assert chosen["Location"] == "/min-side/"
    assert LoginSession.objects.get().municipality_id == THERE.id
    assert visitor.cookies["stafett"].value != waiting_cookie


def test_a_place_where_one_is_not_known_cannot_be_chosen(issuer):
    with within(THERE.id):
        _also_there(FATIMA)
    visitor, _answer = answering.log_in(issuer)

    answers = [visitor.post(reverse("choose_place"), {"kommune": slug}) for slug in ("", "oslo", "x" * 300)]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert LoginSession.objects.get().person_id is None


def test_the_short_address_has_already_chosen(issuer):
    with within(THERE.id):
        _also_there(FATIMA)

    _visitor, answer = answering.log_in(issuer, query={"kommune": THERE.slug})

    assert answer["Location"] == "/"
    assert LoginSession.objects.get().municipality_id == THERE.id


def test_nobody_waits_to_choose_without_a_login(issuer):
    visitor, _asked = answering.begin(issuer)

    assert visitor.see("choose_place")["Location"] == reverse("log_in")


def test_two_issuers_with_the_same_subject_and_e_mail_never_meet(settings, login_file):
    with own_issuer.running() as first, own_issuer.running() as second:
        settings.LOGIN_FILE = login_file(entry(first.address), entry(second.address, key="andre"))
        kari, omar = cast.person("kari"), cast.person("omar")

        answering.log_in(first, pid=kari.number.digits, sub="same", email="felles@eksempel.no")
        visitor, asked = _begin_at("andre")
        second.next_token = second.signed(
            second.claims(asked["nonce"], pid=omar.number.digits, sub="same", email="felles@eksempel.no")
        )
        visitor.get("/logg-inn/andre/tilbake/", {"state": asked["state"], "code": "c", "iss": second.address})
        links = set(Identity.objects.values_list("issuer", "subject", "person_id"))
        forget_providers()

    assert links == {(first.address, "same", kari.id), (second.address, "same", omar.id)}


def test_a_subject_that_was_somebody_else_is_refused(issuer):
    answering.log_in(issuer, sub="same")

    visitor, answer = answering.log_in(issuer, sub="same", pid=cast.person("omar").number.digits)

    assert answer.status_code == 403
    assert visitor.see("own_page").status_code == 302
    assert Identity.objects.get().person_id == FATIMA.id


def test_a_promised_name_lets_an_employee_in_and_the_subject_decides_from_then_on(feide):
    _promise("kari", "kari@eksempelvik.no", feide)

    _visitor, first = _feide_login(feide, "kari@eksempelvik.no", sub="one")
    _visitor, renamed = _feide_login(feide, "kari.ny@eksempelvik.no", sub="one")
    _visitor, taken_over = _feide_login(feide, "kari@eksempelvik.no", sub="two")

    assert (first.status_code, renamed.status_code, taken_over.status_code) == (302, 302, 403)
    assert Identity.objects.get().subject == "one"


def test_a_name_that_nobody_was_promised_opens_nothing_whatever_the_e_mail(feide):
    _promise("kari", "kari@eksempelvik.no", feide)

    _visitor, answer = _feide_login(feide, "jonas@eksempelvik.no", email="kari@eksempelvik.no")

    assert answer.status_code == 403


def test_a_name_with_a_weak_login_opens_nothing(feide):
    _promise("kari", "kari@eksempelvik.no", feide)

    _visitor, answer = _feide_login(feide, "kari@eksempelvik.no", acr="urn:mace:feide.no:auth:level:fad08:2")

    assert answer.status_code == 403


def test_entra_id_is_asked_for_a_second_factor_and_believed_only_with_it(settings, login_file):
    with own_issuer.running() as entra:
        settings.LOGIN_FILE = login_file(entry(entra.address, profile="entra-id", audience='["staff"]'))
        _promise("kari", "oid-1", entra)
        visitor, asked = answering.begin(entra)
        entra.next_token = entra.signed(
            entra.claims(asked["nonce"], oid="oid-1", acrs=["c1"], acr="1", pid=None)
        )
        with_factor = answering.come_back(visitor, state=asked["state"], code="c", iss=entra.address)
        _visitor, without = answering.log_in(entra, oid="oid-1", acr="c1", pid=None)
        forget_providers()

    assert '"acrs"' in asked["claims"]
    assert asked["acr_values"] == "c1"
    assert (with_factor.status_code, without.status_code) == (302, 403)


def test_a_provider_for_staff_lets_no_guardian_in(settings, login_file):
    with own_issuer.running() as portal:
        settings.LOGIN_FILE = login_file(entry(portal.address, profile="ansattporten", audience='["staff"]'))

        _visitor, guardian = answering.log_in(portal, acr="high")
        _visitor, teacher = answering.log_in(
            portal, acr="high", sub="sub-2", pid=cast.person("kari").number.digits
        )
        forget_providers()

    assert (guardian.status_code, teacher.status_code) == (403, 302)
    assert "for ansatte" in guardian.content.decode()


@pytest.fixture
def feide(settings, login_file):
    """Our own issuer, as Feide."""
    with own_issuer.running() as started:
        settings.LOGIN_FILE = login_file(entry(started.address, profile="feide", audience='["staff"]'))
        yield started
    forget_providers()


def _feide_login(feide, name, **changed):
    return answering.log_in(feide, **{"acr": FEIDE_LEVEL, "pid": None, FEIDE_NAME: name} | changed)


def _promise(key, handle, issuer):
    with within(HERE.id):
        operations.promise_access(
            actor=stage.actor(key), issuer=issuer.address, handle=handle, now=clock.now()
        )


def _begin_at(key):
    visitor = Visitor(SERVER_NAME="localhost")
    away = visitor.get(f"/logg-inn/{key}/")
    return visitor, {name: values[0] for name, values in parse_qs(urlsplit(away["Location"]).query).items()}


def _there_id(person):
    return uuid5(person.id, "there")


def _also_there(person):
    people.new_person(
        id=_there_id(person), municipality_id=THERE.id, given_name=person.given, family_name=person.family,
        number=person.number,
    ).save()  # fmt: skip
