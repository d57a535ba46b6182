"""What the requirement rows ask of the log's pages: help, examples, dates, and what has been learned."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.register.models import Municipality, Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.content import library
from stafett.relay_log.enums import Category, Informed, MeasureType, OwnerKind
from stafett.relay_log.forms.measure import MeasureForm
from stafett.relay_log.models import Concern
from tests import stage
from tests.web import reading
from tests.web.visiting import Visitor, plain_styles

__all__ = ["plain_styles"]

HERE = cast.EKSEMPELVIK.id
EXAMPLES = sorted(library.examples())


@pytest.fixture
def log(db):
    with within(HERE):
        return stage.open_log()


@pytest.fixture
def concern(log):
    with within(HERE):
        return stage.active_concern(
            log,
            goal={
                "text": "Eleven leker i storefri.",
                "kind": "sub",
                "success_indicator": "Vi ser lek.",
                "smarte": [],
            },
        )


def _read(route, *args, who="kari", **query):
    return reading.words(Visitor(who).see(route, *args, **query))


def _in_order(text, *parts):
    """Whether the parts are found one after the other."""
    for part in parts:
        _before, found, text = text.partition(part)
        if not found:
            return False
    return True


def test_whoever_starts_a_log_is_shown_the_resource_persons_of_their_own_unit(db):
    school, kindergarten = _read("choose_child"), _read("choose_child", who="pernille")

    assert "Yusuf Tenkeland Sosiallærer, Eksempelvik barneskole" in school
    assert "Yusuf" not in kindergarten


def test_what_was_learned_stands_under_how_it_went_and_what_goes_on_comes_first(log, concern):
    with within(HERE):
        for arena, option in (("service", "no_effect"), ("home", "effect"), ("child", "effect_continued")):
            stage.evaluate(log, stage.measure_in(concern, arena), option)

    page = _read("learned", log.pk)

    assert _in_order(
        page, "Dette fortsetter i det daglige", "Si ja til å bli med",
        "Dette virket", "Invitere hjem", "Dette virket ikke", "Lekegruppe hver dag",
    )  # fmt: skip


def test_a_measure_under_way_has_taught_nobody_anything_yet(log, concern):
    page = _read("learned", log.pk)

    assert "Ingen tiltak er evaluert ennå" in page
    assert "Lekegruppe hver dag" not in page


def _measure_form(**given):
    form = MeasureForm(
        {
            "arena": "child", "type": "training", "description": "Pakker gymtøy", "owner_kinds": ["child"],
            "start_by": "2026-03-02", "submission": str(new_id()), **given,
        },
        participants=[],
    )  # fmt: skip
    assert form.is_valid(), form.errors
    return form.cleaned_data["evaluate_by"].isoformat()


@pytest.mark.parametrize(
    ("given", "looked_at"),
    [
        ({}, "2026-04-13"),
        ({"is_habit": "on"}, "2026-03-23"),
        ({"is_habit": "on", "evaluate_by": "2026-04-13"}, "2026-03-23"),
        ({"is_habit": "on", "evaluate_by": "2026-03-16"}, "2026-03-16"),
        ({"evaluate_by": "2026-03-23"}, "2026-03-23"),
    ],
    ids=["left-open", "habit-left-open", "habit-left-at-six-weeks", "habit-with-own-day", "own-day"],
)
def test_a_habit_gets_three_weeks_unless_somebody_chose_another_day(given, looked_at):
    assert _measure_form(**given) == looked_at


def test_the_consent_form_names_the_services_that_were_ticked_and_no_others(log):
    asked = {
        "enhet": [str(cast.unit("eksempelvik_ppt").id), str(cast.unit("eksempelvik_welfare").id), "tull"]
    }

    page = _read("consent_form", log.pk, **asked)

    assert "Eksempelvik barneskole, Eksempelvik barneverntjeneste og PP-tjenesten i Eksempelvik" in page
    assert "helsestasjon" not in page
    assert "tull" not in page


def test_every_example_fills_in_its_concern_and_its_goal(log):
    kari = Visitor("kari")

    filled = {key: reading.fields(kari.see("new_concern", log.pk, mal=key)) for key in EXAMPLES}

    for key, concern in library.examples().items():
        assert filled[key]["title"] == [concern["title"]["nb"]]
        assert filled[key]["category"] == [concern["category"]]
        assert filled[key]["goal_text"] == [concern["goal"]["nb"]]
        assert filled[key]["success_indicator"] == [concern["success_indicator"]["nb"]]


def test_the_example_of_several_services_offers_both_of_its_concerns(log):
    page = _read("new_concern", log.pk)

    both = library.template("several_services")["concern"]
    assert len(both) == 2
    assert all(each["title"]["nb"] in page for each in both)


@pytest.mark.parametrize("key", ["walking_in_alone-0", "school_show-0", "school_absence-0"])
def test_an_example_tells_how_it_went(log, key):
    page = _read("new_concern", log.pk, mal=key)

    assert f"Slik gikk det: {library.examples()[key]['outcome']['nb']}" in page


@pytest.mark.parametrize("key", EXAMPLES)
def test_the_measures_of_an_example_are_offered_before_the_bank_on_a_concern_of_its_kind(key):
    example = library.examples()[key]

    offered = list(library.suggested_measures(example["category"]).values())

    before_the_bank = offered[: -len(library.measure_bank())]
    assert example["measure"]
    assert all(measure in before_the_bank for measure in example["measure"])


def test_a_chosen_measure_fills_in_what_where_and_who(log, concern):
    key = "playing_in_breaks-0-2"
    chosen = library.suggested_measures("social_interaction")[key]

    filled = reading.fields(Visitor("kari").see("new_measure", concern.pk, fra=key))

    assert filled["description"] == [chosen["description"]["nb"]]
    assert (filled["arena"], filled["type"], filled["owner_kinds"]) == (["home"], ["home"], ["guardians"])


def test_a_habit_from_the_bank_is_suggested_to_be_looked_at_after_three_weeks(log, concern):
    habit = next(measure for measure in library.measure_bank() if measure["habit"])

    filled = reading.fields(Visitor("kari").see("new_measure", concern.pk, fra=habit["key"]))

    tomorrow = stage.today() + timedelta(days=1)
    assert filled["evaluate_by"] == [(tomorrow + timedelta(weeks=3)).isoformat()]


def test_an_example_of_a_ladder_fills_in_its_steps_the_easiest_first(log, concern):
    filled = reading.fields(Visitor("kari").see("new_ladder", concern.pk, mal="walking_in_alone"))

    steps = filled["steps"][0].splitlines()
    assert steps == [step["nb"] for step in library.template("walking_in_alone")["concern"][0]["ladder"]]
    assert len(steps) == 5


def test_help_stands_beside_each_form(log, concern):
    with within(HERE):
        measure = stage.measure_in(concern, "service")

    assert "Se rundt barnet også" in _read("new_concern", log.pk)
    assert "Elefanten i rommet" in _read("new_factor", concern.pk)
    assert "Hva er et tiltak?" in _read("new_measure", concern.pk)
    assert "Virker det vi gjør?" in _read("evaluation", measure.pk)
    assert "Begynn enkelt" in _read("choose_child")


def test_the_log_tells_what_is_done_where_by_whom_and_until_when(log, concern):
    page = _read("log", log.pk, who="bente")

    assert _in_order(
        page, "Eleven er ofte alene i friminuttene", "Eleven leker i storefri.", "I tjenesten", "Lekegruppe hver dag",
        "Tiltak i gruppe · Stafettholder", "Evalueres innen", "Hjemme", "Invitere hjem", "Foresatte",
        "Barnet selv", "Si ja til å bli med", "Alle i loggen", "Kari Eksempelmo",
    )  # fmt: skip


def test_the_goal_and_its_sign_stand_above_the_measures_and_above_a_new_one(log, concern):
    sign = "Slik ser vi at vi er framme: Vi ser lek."

    assert _in_order(_read("log", log.pk), "Eleven leker i storefri.", sign, "Lekegruppe hver dag")
    assert _in_order(
        _read("new_measure", concern.pk), "Eleven leker i storefri.", sign, "Hva skal dere gjøre?"
    )


def test_a_concern_shows_what_we_see_want_do_and_whether_it_works_in_that_order(log, concern):
    page = _read("concern", concern.pk, who="bente")

    words = page[page.index("Barnets eget syn") :]
    assert _in_order(page, "Oppmerksomhet", "Mål", "Tiltak", "Evaluering", "Barnets eget syn")
    assert _in_order(
        words, "Jeg vil ha noen å leke med.", "Eleven leker i storefri.", "Lekegruppe hver dag", "Evaluering"
    )


def test_what_keeps_the_challenge_alive_may_lie_with_the_adults_and_around_the_child(log, concern):
    with within(HERE):
        for kind, text in (("adults", "Vi er for få ute"), ("organisation", "Storefri er kort")):
            operations.add_factor(actor=stage.actor("kari"), log=log, concern=concern, kind=kind, text=text)

    page = _read("concern", concern.pk)

    assert "Hos oss voksne Vi er for få ute" in page
    assert "I rammene rundt Storefri er kort" in page


def test_a_sub_goal_and_those_informed_are_found_again_when_the_text_is_changed(log):
    with within(HERE):
        goal = {"text": "Eleven hilser.", "kind": "sub", "success_indicator": "", "smarte": []}
        concern = stage.shared_concern(log, informed=["guardians", "leader"], goal=goal)

    filled = reading.fields(Visitor("kari").see("edit_concern", concern.pk))

    assert filled["goal_kind"] == ["sub"]
    assert filled["informed"] == ["guardians", "leader"]


def test_the_lists_of_the_source_are_whole():
    assert len(Category) == 9
    assert [str(kind.label) for kind in MeasureType] == [
        "Tiltak i gruppe", "Individuell oppfølging", "Kartlegging", "Tiltak i hjemmet", "Observasjon",
        "Tett oppfølging", "Trening",
    ]  # fmt: skip
    assert list(OwnerKind) == ["baton_holder", "guardians", "child", "participant"]
    assert {"child", "guardians"} <= set(Informed)


def test_everyone_is_told_that_the_log_is_the_childs_and_the_holder_to_write_together(log):
    holder, mother = _read("log", log.pk), _read("log", log.pk, who="bente")

    assert "Stafettloggen tilhører Nils Áilo Pennalsrud" in mother
    assert "Loggen er barnets" in holder and "Loggen er barnets" in mother
    assert "Skriv mens dere sitter sammen" in holder
    assert "Skriv mens dere sitter sammen" not in mother


def test_two_parents_are_shown_each_others_names_and_never_each_others_telephone_or_address(db):
    with within(HERE):
        log = stage.open_log("noor")
        for key in ("fatima", "omar"):
            Person.objects.filter(pk=cast.person(key).id).update(
                phone=f"900 {key}", email=f"{key}@eksempel.no"
            )

    mother, father = (Visitor(who).see("log", log.pk).content.decode() for who in ("fatima", "omar"))

    assert "Omar Oppdiktsen" in mother and "Fatima Oppdiktsen" in father
    assert "900 omar" not in mother and "omar@eksempel.no" not in mother
    assert "900 fatima" not in father and "fatima@eksempel.no" not in father


def test_a_foster_parent_is_shown_as_one_when_a_log_is_started(db):
    page = _read("start_log", cast.child("mikkel").id)

    assert "Gudrun Fabelvik Fosterforelder" in page
    assert "Wenche Gjettelandet Forelder · har foreldreansvar" in page


def test_the_foot_of_the_page_says_who_is_responsible_and_whom_to_ask(log):
    page = _read("log", log.pk)

    assert "Eksempelvik kommune har ansvaret for opplysningene i Stafett." in page
    assert "Trenger du hjelp? hjelp@eksempelvik.example" in page


def test_the_foot_of_the_page_leads_to_the_municipalitys_own_page_by_the_models_own_name(log):
    with within(HERE):
        Municipality.objects.filter(pk=HERE).update(
            model_alias="BTS", information_url="https://eksempel.no/bts"
        )

    page = Visitor("kari").see("log", log.pk).content.decode()

    assert '<a href="https://eksempel.no/bts">Om BTS i Eksempelvik kommune</a>' in page


def test_a_title_of_a_hundred_characters_keeps_its_longer_background_beside_it(log):
    with within(HERE):
        concern = stage.shared_concern(log, title="a" * 100, background="Det lange bak det korte. " * 40)

    assert "Det lange bak det korte." in _read("concern", concern.pk)
    assert "Det lange bak det korte." not in _read("log", log.pk)
    with within(HERE):
        assert Concern.objects.get(pk=concern.pk).title == "a" * 100
