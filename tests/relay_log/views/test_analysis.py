"""The pages of the analysis: two rounds, prompts, marks, and measures that aim at something."""

import pytest
from django.urls import reverse

from stafett.demo import cast
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern, MaintainingFactor, Measure
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
OWN_MEASURE = {"owner_kinds": ["baton_holder"], "chosen_ids": []}


@pytest.fixture
def log(db):
    with within(HERE):
        return stage.open_log("noor")


@pytest.fixture
def concern(log):
    with within(HERE):
        return stage.active_concern(log)


def _address(concern, word="ansatte", name="analysis"):
    return f"{reverse(name, args=[concern.pk])}?runde={word}"


def _add(concern, word="familien", by="kari", **fields):
    given = {"kind": "group", "text": "Mye uro", **fields}
    return Visitor(by).post(_address(concern, word, "new_factor"), given)


def _stored(text="Mye uro"):
    with within(HERE):
        return MaintainingFactor.objects.get(text=text)


def _said(concern, word="ansatte", by="kari"):
    return reading.words(Visitor(by).get(_address(concern, word)))


def test_an_empty_analysis_asks_about_every_place_and_about_the_elephant(concern):
    said = _said(concern)

    for question in (
        "Hva får barnet til?",
        "Hva skjer mellom barna?",
        "vi voksne",
        "overgangene",
        "Hva virker der?",
    ):
        assert question in said
    assert "Elefanten i rommet" in said
    assert "Kan vi gjøre noe med det?" in said


def test_a_guardian_is_shown_what_there_is_and_asked_nothing(concern):
    empty = _said(concern, "familien", "fatima")
    _add(concern, named_by="guardians")

    said = _said(concern, "ansatte", "fatima")

    assert "Her kommer det dere finner ut sammen." in empty
    assert "Mye uro" in said
    assert "Sagt av foresatte" in said
    for holders in ("De ansattes runde", "Elefanten", "Legg til", "Ta bort", "Nytt tiltak for dette"):
        assert holders not in said


def test_who_said_it_is_asked_in_the_familys_round_only(concern):
    pages = {
        word: Visitor("kari").get(_address(concern, word, "new_factor")) for word in ("ansatte", "familien")
    }

    assert "Hvem sier det?" not in reading.words(pages["ansatte"])
    assert "Bare du ser det du skriver nå" in reading.words(pages["ansatte"])
    assert "Hvem sier det?" in reading.words(pages["familien"])
    _add(concern, "ansatte", named_by="child", text="Et forfalsket felt")
    assert _stored("Et forfalsket felt").named_by == "staff"


def test_in_a_draft_there_is_one_round_and_it_says_when_the_other_begins(log):
    with within(HERE):
        draft = stage.drafted_concern(log)
    _add(draft, "familien")

    said = _said(draft, "familien")

    assert _stored().shared_at is None
    assert "Runden med familien begynner når oppmerksomheten er delt." in said
    assert "Del alt med familien" not in said


def test_the_round_stands_in_words_and_in_the_way_between_them(concern):
    kari = Visitor("kari")

    own, family = (kari.get(_address(concern, word)).content.decode() for word in ("ansatte", "familien"))

    assert 'aria-current="true">De ansattes runde' in own
    assert "er det bare du som ser" in own
    assert 'aria-current="true">Runden med familien' in family
    assert "Alle som ser oppmerksomheten, ser dette." in family


def test_one_thing_or_all_is_shared_by_a_press(concern):
    for text in ("En", "To", "Tre"):
        _add(concern, "ansatte", text=text)
    kari = Visitor("kari")

    one = kari.send("factor_sharing", concern.pk, _stored("En").pk)
    first = _said(concern, "familien", "fatima")
    everything = kari.send("analysis_sharing", concern.pk)

    assert one.headers["Location"] == _address(concern)
    assert "En" in first.split()
    assert "To" not in first.split()
    assert everything.headers["Location"] == _address(concern, "familien")
    assert _stored("Tre").shared_at is not None


def test_a_text_that_is_too_long_is_kept_and_told_of_beside_the_field(concern):
    answer = _add(concern, text="a" * 201)

    assert answer.status_code == 422
    assert "inntil 200 tegn" in reading.errors(answer)["text"]
    assert reading.fields(answer)["text"] == ["a" * 201]


def test_a_text_that_names_a_guardian_is_asked_about_once(concern):
    warned = _add(concern, text="Omar følger sjelden.")
    kept = _add(concern, text="Omar følger sjelden.", names_are_fine="on")

    assert "nevne en foresatt ved navn" in reading.errors(warned)["names_are_fine"]
    assert kept.status_code == 302


def test_all_in_the_child_brings_a_question_and_stops_nobody(concern):
    question = "Alt dere har skrevet, ligger hos barnet."
    answer = _add(concern, kind="child")
    alone = _said(concern, "familien")
    _add(concern, kind="adults", text="Vi haster")

    assert answer.status_code == 302
    assert question in alone
    assert question not in _said(concern, "familien")
    assert question not in _said(concern, "familien", "fatima")


def test_what_can_be_influenced_is_marked_comes_first_and_can_be_unmarked(concern):
    _add(concern, text="Trangt")
    _add(concern, text="Høy musikk")
    kari, pk = Visitor("kari"), _stored("Høy musikk").pk

    kari.send("factor_reach", concern.pk, pk, fields={"is_within_reach": "on"})
    choices = reading.words(kari.see("new_measure", concern.pk))
    marked = _said(concern, "familien")
    kari.send("factor_reach", concern.pk, pk)

    assert choices.index("I gruppen: Høy musikk") < choices.index("I gruppen: Trangt")
    assert "Her kan vi gjøre noe" in marked
    assert not _stored("Høy musikk").is_within_reach


@pytest.mark.parametrize(("kind", "arena"), [("home", "home"), ("child", "child"), ("adults", "service")])
def test_a_new_measure_for_something_begins_with_it_and_where_it_lies(concern, kind, arena):
    _add(concern, kind=kind)

    page = Visitor("kari").get(f"{reverse('new_measure', args=[concern.pk])}?faktor={_stored().pk}")

    filled = reading.fields(page)
    assert filled["factor_id"] == [str(_stored().pk)]
    assert filled["arena"] == [arena]
    assert f"&amp;faktor={_stored().pk}" in page.content.decode()  # what the bank suggests keeps its aim


def test_a_measure_says_what_it_aims_at_and_the_analysis_says_so_back(concern):
    _add(concern)
    form = good_forms.fields("new_measure") | OWN_MEASURE | {"description": "Rolig start"}
    Visitor("kari").send("new_measure", concern.pk, fields=form | {"factor_id": str(_stored().pk)})
    with within(HERE):
        measure = Measure.objects.get(description="Rolig start")

    fatima = Visitor("fatima")

    assert measure.factor_id == _stored().pk
    assert "Rettet mot: Mye uro" in reading.words(fatima.see("measure", measure.pk))
    assert "Rolig start" in reading.words(fatima.see("analysis", concern.pk))
    assert "Ta bort" not in _said(concern, "familien")


@pytest.mark.parametrize("faktor", ["", "x", "0199a9f5-0000-7000-8000-000000000000"])
def test_an_unknown_aim_in_the_address_is_no_aim(concern, faktor):
    _add(concern)

    page = Visitor("kari").get(f"{reverse('new_measure', args=[concern.pk])}?faktor={faktor}")

    assert page.status_code == 200
    assert "factor_id" not in reading.fields(page) or reading.fields(page)["factor_id"] == [""]


def test_a_measure_keeps_an_aim_that_is_not_shared_without_saying_what_it_is(log):
    with within(HERE):
        draft = stage.drafted_concern(log)
        own = operations.add_factor(
            actor=stage.actor("kari"), log=log, concern=draft, kind="adults", text="Skjult sikte"
        )
        measure = stage.add_measure(log, draft, factor_id=own.pk)
        operations.share_concern(actor=stage.actor("kari"), log=log, concern=draft, today=stage.today())
    kari = Visitor("kari")
    page = kari.see("edit_measure", measure.pk)

    form = good_forms.fields("new_measure") | OWN_MEASURE | {"version": measure.version}
    chosen = reading.fields(page)["factor_id"]
    saved = kari.send("edit_measure", measure.pk, fields=form | {"factor_id": chosen[0]})

    assert (saved.status_code, chosen) == (302, [str(own.pk)])
    assert "Skjult sikte" not in reading.words(page)
    assert "Noe i de ansattes runde, som ikke er delt" in reading.words(page)
    with within(HERE):
        assert Measure.objects.get(pk=measure.pk).factor == own


def test_on_the_concern_the_staffs_own_round_is_a_number_and_the_holders_alone(concern):
    _add(concern, "ansatte", text="Skjult")
    _add(concern, text="Delt")

    holder = reading.words(Visitor("kari").see("concern", concern.pk))
    guardian = reading.words(Visitor("fatima").see("concern", concern.pk))

    assert "1 ting i de ansattes runde" in holder
    assert "Skjult" not in holder
    assert "Delt" in guardian
    assert "ansattes runde" not in guardian


def test_a_child_who_disagrees_is_asked_about_when_work_begins_and_read_by_all(log):
    with within(HERE):
        twelve = stage.today().replace(year=stage.today().year - 12, day=1)
        Person.objects.filter(pk=cast.person("noor").id).update(birth_date=twelve)
        concern = stage.shared_concern(log, child_disagrees=True)
        stage.add_measure(log, concern)
        stage.add_measure(log, concern, arena="home", type="home", owner_kinds=["guardians"])
    kari, form = Visitor("kari"), {"no_child_measure_reason": "Vil vente."}

    refused = kari.send("activation", concern.pk, fields=form)
    done = kari.send(
        "activation", concern.pk, fields=form | {"disagreement_weighed": "Vi begynner i det små."}
    )

    assert refused.status_code == 422
    assert "Barnet er uenig." in reading.errors(refused)["disagreement_weighed"]
    assert done.status_code == 302
    read = reading.words(Visitor("fatima").see("concern", concern.pk))
    assert "Barnet er uenig" in read
    assert "Vi begynner i det små." in read


def test_how_a_view_was_weighed_stands_in_the_former_wordings(concern):
    kari = Visitor("kari")
    for words in ("Første ord.", "Andre ord."):
        with within(HERE):
            version = Concern.objects.get(pk=concern.pk).version
        form = good_forms.fields("new_concern") | {"version": version, "child_disagrees": "on"}
        kari.send("edit_concern", concern.pk, fields=form | {"disagreement_weighed": words})

    assert "Første ord." in reading.words(Visitor("fatima").see("concern_history", concern.pk))
