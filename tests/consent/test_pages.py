"""The pages about consent, as the family and the holder meet them, without script."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from stafett.consent import queries
from stafett.consent.models import Consent, ConsentRequest
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.register.models import GuardianRelation, Unit
from stafett.register.tenancy import within
from tests import stage
from tests.consent import saying
from tests.consent.saying import PPT, WELFARE
from tests.web import good_forms, reading
from tests.web.visiting import Visitor, plain_styles  # noqa: F401 - a fixture

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(db):
    """Emil's log, which waits for consent."""
    with within(HERE):
        return stage.started_log("emil")


def answered(visitor, request, **changed):
    """Send the answer page with what stands in it, changed by hand."""
    page = visitor.see("consent_answer", request.pk)
    return visitor.send("consent_answer", request.pk, fields={**reading.fields(page), **changed})


def test_two_parents_say_yes_each_on_their_phone_and_the_log_is_open(log):
    with within(HERE):
        to_lars, to_siv = saying.asked(log, "lars", "siv", units=[PPT])
    lars, siv = Visitor("lars"), Visitor("siv")

    waiting = reading.words(lars.see("my_consents"))
    answered(lars, to_lars, covered_unit_ids=[str(cast.unit(PPT).id)])
    hidden = lars.see("log", log.pk).status_code
    last = answered(siv, to_siv)

    assert "Les og svar" in waiting
    assert hidden == 404
    assert last["Location"] == reverse("my_consents")
    assert lars.see("log", log.pk).status_code == siv.see("log", log.pk).status_code == 200


def test_no_service_is_ticked_before_somebody_ticks_it(log):
    with within(HERE):
        (request,) = saying.asked(log, "lars", units=[PPT, WELFARE])

    page = Visitor("lars").see("consent_answer", request.pk)

    assert "covered_unit_ids" not in reading.fields(page)
    assert cast.unit(PPT).name in reading.words(page)


@pytest.mark.parametrize(
    ("lang", "direction", "words"),
    [("nn", "ltr", "Kva samtykket gjer"), ("ar", "rtl", "الموافقة"), ("ti", "ltr", "ስምምዕ")],
)
def test_the_text_is_read_in_ones_own_language_and_stored_with_it(log, lang, direction, words):
    with within(HERE):
        (request,) = saying.asked(log, "lars")
    lars = Visitor("lars")

    page = lars.get(reverse("consent_answer", args=[request.pk]), {"lang": lang})
    lars.post(reverse("consent_answer", args=[request.pk]) + f"?lang={lang}", reading.fields(page))

    text = page.content.decode()
    assert f'lang="{lang}" dir="{direction}"' in text
    assert words in text
    with within(HERE):
        assert Consent.objects.get().locale == lang


def test_a_language_nobody_has_vouched_for_says_so_beside_the_choice(log):
    with within(HERE):
        (request,) = saying.asked(log, "lars")

    page = reading.words(Visitor("lars").see("consent_answer", request.pk))

    assert "Polski ikke kvalitetssikret; bruk tolk" in page
    assert "Nynorsk ikke kvalitetssikret" not in page


def test_somebody_who_says_no_is_thanked_and_the_holder_sees_it(log):
    with within(HERE):
        (request,) = saying.asked(log, "lars")

    Visitor("lars").send("consent_decline", request.pk)

    assert "svarte nei på det siste spørsmålet" in reading.words(Visitor("kari").see("consent", log.pk))


def test_a_guardian_holds_one_concern_back_from_a_service_while_saying_yes(db):
    with within(HERE):
        log = stage.open_log("emil")
        concern = stage.shared_concern(log)
        other = stage.shared_concern(log, title="Noe annet enn før")
        (request,) = saying.asked(log, "lars", units=[PPT])
    ppt = str(cast.unit(PPT).id)

    answered(Visitor("lars"), request, **{"covered_unit_ids": [ppt], f"hidden_{ppt}": [str(other.pk)]})

    with within(HERE):
        assert Consent.objects.get(request_id=request.pk).restrictions == {ppt: [str(concern.pk)]}


def test_asked_anew_a_guardians_own_limits_are_there_and_the_service_is_not_ticked(db):
    with within(HERE):
        log = stage.open_log("emil")
        stage.shared_concern(log)
        other = stage.shared_concern(log, title="Noe annet enn før")
        (request,) = saying.asked(log, "lars", units=[PPT])
    ppt = str(cast.unit(PPT).id)
    held_back = {f"hidden_{ppt}": [str(other.pk)], "limits": ["Ikke om skilsmissen"]}
    answered(Visitor("lars"), request, **{"covered_unit_ids": [ppt], **held_back})
    with within(HERE):
        to_lars, to_siv = saying.asked(log, "lars", "siv", units=[PPT, WELFARE])

    shown = reading.fields(Visitor("lars").see("consent_answer", to_lars.pk))
    others = reading.fields(Visitor("siv").see("consent_answer", to_siv.pk))
    assert "covered_unit_ids" not in shown
    assert {key: shown[key] for key in held_back} == held_back
    assert f"hidden_{ppt}" not in others and "Ikke om skilsmissen" not in str(others)


def test_saying_less_shows_what_was_said_and_keeps_what_is_left_alone(db):
    with within(HERE):
        log = stage.open_log("emil", units=[cast.unit(PPT).id])
    lars = Visitor("lars")

    page = lars.see("consent_narrowing", log.pk)
    lars.send("consent_narrowing", log.pk, fields={**reading.fields(page), "covered_unit_ids": []})

    assert reading.fields(page)["covered_unit_ids"] == [str(cast.unit(PPT).id)]
    with within(HERE):
        newest = Consent.objects.order_by("-recorded_at").first()
        assert (newest.covered_unit_ids, newest.form) == ([], "digital")
        assert saying.standing(log).is_valid


def test_the_holder_asks_with_the_same_terms_in_one_click(db):
    with within(HERE):
        log = stage.open_log("emil", units=[cast.unit(PPT).id])
    kari = Visitor("kari")

    page = kari.see("consent_request", log.pk)
    sent = kari.send("consent_request", log.pk, fields=reading.fields(page))

    assert sent["Location"] == reverse("consent", args=[log.pk])
    with within(HERE):
        assert {each.locale for each in ConsentRequest.objects.all()} == {"nb"}
        asked = {(each.person_id, tuple(each.unit_ids)) for each in ConsentRequest.objects.all()}
        assert asked == {(cast.person(key).id, (str(cast.unit(PPT).id),)) for key in ("lars", "siv")}


def test_the_holder_records_an_oral_yes(log):
    with within(HERE):
        fields = good_forms.fields("oral_consent", _things(log))

    Visitor("kari").send("oral_consent", log.pk, fields=fields)

    page = reading.words(Visitor("kari").see("consent", log.pk))
    assert "Muntlig" in page
    assert f"vitne: {cast.person('yusuf').name}" in page


def test_in_a_large_municipality_services_are_found_by_a_search_that_keeps_what_was_typed(log):
    with within(HERE):
        Unit.objects.bulk_create(
            Unit(
                municipality_id=HERE,
                id=new_id(),
                name=f"Skole {n:02}",
                sort_key=f"skole {n:02}",
                kind="school",
            )
            for n in range(30)
        )
    kari = Visitor("kari")
    page = kari.see("consent_request", log.pk)
    typed = {
        **reading.fields(page),
        "about": "PPT skal være med.",
        "covered_unit_ids": [str(cast.unit(PPT).id)],
    }

    found = kari.send("consent_request", log.pk, fields={**typed, "q": "skole 07", "finn": "1"})

    words = reading.words(found)
    assert found.status_code == 200
    assert "Skole 07" in words
    assert "Skole 08" not in words
    assert reading.fields(found)["about"] == ["PPT skal være med."]
    assert reading.fields(found)["covered_unit_ids"] == [str(cast.unit(PPT).id)]
    with within(HERE):
        assert not ConsentRequest.objects.exists()


def test_the_printed_form_is_in_every_language(log):
    kari = Visitor("kari")

    pages = {
        lang: kari.see("consent_form", log.pk, lang=lang)
        for lang in ("nb", "se", "pl", "uk", "ar", "so", "ti")
    }

    assert {page.status_code for page in pages.values()} == {200}
    assert 'lang="ar" dir="rtl"' in pages["ar"].content.decode()
    assert len({page.content for page in pages.values()}) == len(pages)


def test_what_was_signed_is_shown_to_the_one_who_signed_and_to_the_holder(log):
    with within(HERE):
        (request,) = saying.asked(log, "lars")
        consent = saying.says_yes(request, "lars")

    own = reading.words(Visitor("lars").see("own_consent_text", log.pk))
    kept = reading.words(Visitor("kari").see("consent_text", log.pk, consent.pk))

    assert "Denne teksten gjelder Emil Tøysebu." in own
    assert "Denne teksten gjelder Emil Tøysebu." in kept


@pytest.mark.parametrize("children", [("emil",), ("emil", "nils", "even")])
def test_the_page_asks_as_many_questions_of_the_database_however_many_children(
    db, django_assert_num_queries, children
):
    with within(HERE):
        for child in children:
            _guarded_by_lars(child)
            log = stage.started_log(child)
            saying.says_yes(saying.asked(log, "lars", units=[PPT])[0], "lars")
        lars = stage.actor("lars")

        with django_assert_num_queries(4):
            mine = queries.my_consents(lars, today=stage.today())

    assert len(mine) == len(children)


def test_a_yes_that_ran_out_says_so(db):
    with within(HERE):
        stage.open_log("emil")
    with clock.set_to(clock.now() + timedelta(days=301)):
        page = reading.words(Visitor("lars").see("my_consents"))

    assert "Gikk ut" in page


def _things(log):
    return SimpleNamespace(log=log)


def _guarded_by_lars(child):
    """Lars is a guardian of the child, as he is of Emil."""
    if child != "emil":
        relations = GuardianRelation.objects.filter(child__person_id=cast.person(child).id)
        relations.update(guardian_id=cast.person("lars").id)
