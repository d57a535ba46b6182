"""The municipality's own words for what concerns are about, from its page to the log (S003-31, S003-33)."""

import pytest
from django.utils import translation

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import CategoryWord, Concern
from tests import stage
from tests.web.reading import words
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(db):
    with within(HERE):
        yield stage.open_log()


def _add(nb="Skolefravær", nn="Skulefråvær", category="wellbeing"):
    answer = Visitor("randi").send("new_subcategory", category, fields={"nb": nb, "nn": nn})
    assert answer.status_code == 302
    return CategoryWord.objects.get(category=category, nb=nb)


def _call(category, *key, nb="", nn="", **ticked):
    name = "edit_subcategory" if key else "edit_category"
    return Visitor("randi").send(name, category, *key, fields={"nb": nb, "nn": nn, **ticked})


def _concern(**changed):
    return {
        "title": "Eleven er ofte borte", "category": "wellbeing", "subcategory": "", "goal_text": "Eleven er på skolen",
        "goal_kind": "main",
    } | changed  # fmt: skip


def test_a_word_the_administrator_adds_is_chosen_shown_and_read_in_nynorsk(log):
    own = _add()
    kari = Visitor("kari")
    assert "Skolefravær" in words(kari.see("new_concern", log.pk))

    assert kari.send("new_concern", log.pk, fields=_concern(subcategory=own.key)).status_code == 302
    concern = Concern.objects.get(title="Eleven er ofte borte")

    assert "Skolefravær" in words(kari.see("concern", concern.pk))
    with translation.override("nn"):
        assert (concern.subcategory_label, concern.category_label) == ("Skulefråvær", "Trivsel")


def test_what_is_written_keeps_the_word_it_had_when_the_municipality_finds_another(log):
    own = _add()
    concern = stage.drafted_concern(log, category="wellbeing", subcategory=own.key)

    assert _call("wellbeing", own.key, nb="Bekymringsfullt fravær", hide="on").status_code == 302
    concern = Concern.objects.get(pk=concern.pk)

    assert concern.subcategory_label == "Skolefravær"
    form = words(Visitor("kari").see("edit_concern", concern.pk))
    assert "Bekymringsfullt fravær" in form
    assert "Bekymringsfullt fravær" not in words(Visitor("kari").see("new_concern", log.pk))
    again = {**stage.concern_words(category="wellbeing", subcategory=own.key), "background": "Siden jul"}
    operations.revise_concern(
        actor=stage.actor("kari"),
        log=log,
        concern=concern,
        version=concern.version,
        today=stage.today(),
        **again,
    )
    assert Concern.objects.get(pk=concern.pk).subcategory_label == "Skolefravær"


def test_a_category_by_another_name_is_called_that_in_new_concerns_and_by_the_usual_one_when_it_is_taken_away(
    log,
):
    assert _call("leisure", nb="Fritid og venner").status_code == 302
    renamed = stage.drafted_concern(log, category="leisure")
    assert renamed.category_label == "Fritid og venner"

    assert _call("leisure").status_code == 302

    assert stage.drafted_concern(log, category="leisure").category_label == "Fritid"


def test_a_hidden_category_is_not_offered_and_annet_is_not_hidden(log):
    assert _call("motor_skills", hide="on").status_code == 302
    assert _call("other", hide="on").status_code == 422

    page = Visitor("kari").see("new_concern", log.pk).content.decode()

    assert 'value="motor_skills"' not in page
    assert 'value="other"' in page


def test_what_lies_under_another_category_is_let_go_of_when_one_changes_ones_mind(log):
    own = _add()

    answer = Visitor("kari").send(
        "new_concern", log.pk, fields=_concern(category="health", subcategory=own.key)
    )

    assert answer.status_code == 302
    assert Concern.objects.get(title="Eleven er ofte borte").subcategory == ""


@pytest.mark.parametrize("nb", ["", "x" * 61, "Trivselen", "Lesehastighet"])
def test_a_word_that_is_not_one_is_said_so_of_beside_it_and_kept(db, nb):
    with within(HERE):
        _add("Trivselen", category="subjects")
        before = CategoryWord.objects.count()

        answer = Visitor("randi").send("new_subcategory", "subjects", fields={"nb": nb, "nn": "Eit ord"})

        assert answer.status_code == 422
        assert "Eit ord" in answer.content.decode()
        assert CategoryWord.objects.count() == before


def test_the_next_municipality_knows_nothing_of_the_words(db):
    with within(HERE):
        _add()
    with within(cast.PLACES[1].id):
        assert CategoryWord.objects.count() == 0


def test_what_there_is_not_is_not_found(db):
    with within(HERE):
        randi = Visitor("randi")

        assert randi.see("edit_category", "weather").status_code == 404
        assert randi.see("new_subcategory", "weather").status_code == 404
        assert randi.see("edit_subcategory", "wellbeing", "own-9").status_code == 404
        assert randi.see("edit_subcategory", "health", "reading_speed").status_code == 404
