"""The assessment of risks and privacy filled in for Stafett: whole in both languages, and as files (L-57)."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings

from stafett.administration.content import assessment
from tests import stage
from tests.web import reading
from tests.web.visiting import Visitor

LEVELS = {"low", "medium", "high", "severe"}
# What has gone wrong, or will: between guardians and the child, and where somebody is both employee and family.
MUST_BE_THERE = {
    "no_responsibility", "blocked_guardian", "protected_address", "separated_parents", "information_only", "foster_home",
    "violence_at_home", "twelve_to_fifteen", "own_consent", "employee_in_family",
}  # fmt: skip
TEXTS = {language: assessment.words_in(language) for language in assessment.LANGUAGES}


def scenarios(language):
    """Every scenario of a language's file."""
    return [each for group in TEXTS[language]["group"] for each in group["scenario"]]


def test_both_languages_tell_of_the_same_things_as_gravely():
    nb, nn = (
        [
            (each["key"], each["likelihood"], each["consequence"], each["rows"], len(each["does"]), len(each["must"]))
            for each in scenarios(language)
        ]
        for language in ("nb", "nn")
    )  # fmt: skip

    assert nb == nn
    assert set(TEXTS["nb"]["label"]) == set(TEXTS["nn"]["label"])
    assert set(TEXTS["nb"]["level"]) == set(TEXTS["nn"]["level"]) == LEVELS
    for part in ("section", "fill"):
        assert len(TEXTS["nb"][part]) == len(TEXTS["nn"][part])


@pytest.mark.parametrize("language", assessment.LANGUAGES)
def test_each_scenario_says_what_stafett_does_and_what_the_municipality_must_do(language):
    keys = [each["key"] for each in scenarios(language)]

    assert MUST_BE_THERE <= set(keys) and len(set(keys)) == len(keys)
    assert [
        each["key"] for each in scenarios(language)
        if not (each["happens"] and each["does"] and each["must"] and {each["likelihood"], each["consequence"]} <= LEVELS)
    ] == []  # fmt: skip


def test_what_it_says_that_stafett_does_rests_on_rows_that_are_met():
    page = (Path(settings.ROOT) / "docs/requirements.md").read_text(encoding="utf-8")
    met = set(re.findall(r"^\| (\S+) \|[^|]*\| (?:done|partly) \|", page, re.M))

    assert {row for each in scenarios("nb") for row in each["rows"]} <= met


def test_it_is_taken_out_as_text_with_what_the_municipality_has_chosen(db):
    answer = Visitor("randi").see("risk_assessment_text")

    text = answer.content.decode()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="personvernvurdering.md"'
    assert text.startswith("# Vurdering av risiko og personvern (DPIA og ROS)\n\nEksempelvik kommune, ")
    assert "- **Hvem må samtykke?** Alle med foreldreansvar" in text
    assert "**Kommunens vurdering:** (fyll inn)" in text
    assert len(re.findall(r"^### \d", text, re.M)) == len(scenarios("nb"))
    assert "| 2 | En forelder som ikke skal vite, prøver å komme inn | middels | svært høy |  |" in text


def test_it_is_taken_out_as_a_pdf(db):
    answer = Visitor("personvern").see("risk_assessment_pdf")

    with pikepdf.open(io.BytesIO(answer.content)) as paper:
        assert len(paper.pages) > 8
        assert str(paper.Root.Lang) == "nb"
        assert "Vurdering av risiko" in str(paper.docinfo["/Title"])


def test_personvernombudet_reads_it_and_the_administrator_notes_that_it_is_approved(db):
    officer = Visitor("personvern")

    read = reading.words(officer.see("risk_assessment"))
    tried = officer.send("risk_assessment_approval", fields={"assessed_on": stage.today().isoformat()})

    assert "En ansatt er i barnets familie" in read
    assert "Noter at den er godkjent" not in read
    assert tried.status_code == 403
    assert "Noter at den er godkjent" in reading.words(Visitor("randi").see("risk_assessment"))
