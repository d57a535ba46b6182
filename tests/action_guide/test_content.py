"""The guide's content: whole in both languages, its parts hang together, and its words are ours and kind."""

import re
import tomllib
from pathlib import Path

import pytest

from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES, OutcomeKind

FOLDER = Path(library.__file__).parent
ONLY_BOKMAAL = re.compile(
    r"\b(ikke|hva|hvem|hvor\w*|hvilke\w*|dere|deres|noen?|jeg|fra|bare|mer|være|ble|uten|hjemme|sammen|selv|"
    r"tjeneste\w*|enhet\w*|foresatt\w*|kommer|skriver|leser|velg|veien|igjen|gjør)\b",
    re.IGNORECASE,
)
ONLY_NYNORSK = re.compile(
    r"\b(ikkje|kva|kven|korleis|kvifor|dykk|noko|nokon|eg|berre|vere|utan|heime|saman|sjølv|teneste\w*|eining\w*|"
    r"føresett\w*|vegen|gjer|òg)\b",
    re.IGNORECASE,
)
REPORTS = {"report"}


def _file(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _shape(thing):
    """What a file is made of, its words away: the same in both languages."""
    if isinstance(thing, dict):
        return {
            key: thing[key] if key in ("key", "kind", "rows", "number") else _shape(thing[key])
            for key in thing
        }
    if isinstance(thing, list):
        return [_shape(each) for each in thing]
    return type(thing).__name__


def _texts(thing):
    if isinstance(thing, dict):
        yield from (
            text
            for key, each in thing.items()
            if key not in ("key", "kind", "number")
            for text in _texts(each)
        )
    elif isinstance(thing, list):
        yield from (text for each in thing for text in _texts(each))
    elif isinstance(thing, str):
        yield thing


@pytest.mark.parametrize("name", ["{}", "sheets.{}"])
def test_both_languages_have_the_same_parts_in_the_same_order(name):
    bokmaal, nynorsk = (_file(name.format(language)) for language in LANGUAGES)

    assert _shape(bokmaal) == _shape(nynorsk)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["{}", "sheets.{}"])
def test_no_text_is_empty_or_ragged(name, language):
    texts = list(_texts(_file(name.format(language))))

    assert len(texts) > 80
    assert [text for text in texts if not text.strip() or text != " ".join(text.split())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_says_what_how_who_and_by_when(language):
    steps = [step for level in library.guide(language).levels for step in level.steps]

    assert len(steps) == 23
    assert [
        s.key for s in steps if not (s.title and s.what and len(s.how) >= 2 and s.who and s.deadline)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_has_the_four_levels_and_only_the_first_keeps_nothing(language):
    levels = library.guide(language).levels

    assert [(level.key, level.keeps_nothing) for level in levels] == [
        ("0", True), ("1", False), ("2", False), ("3", False),
    ]  # fmt: skip


@pytest.mark.parametrize("level", ["0", "1", "2", "3"])
def test_every_level_ends_in_a_choice_and_every_choice_leads_where_it_says(level):
    outcomes = [o for step in library.guide("nb").level(level).steps for o in step.outcomes]

    assert "close" in {outcome.kind for outcome in outcomes}
    assert {outcome.kind for outcome in outcomes} <= set(OutcomeKind.values)
    for outcome in outcomes:
        leads = {
            "close": "",
            "report": "",
            "stay": level,
            "up": str(int(level) + 1),
            "down": str(int(level) - 1),
        }
        assert outcome.level == leads[outcome.kind]


def test_only_level_0_leads_to_a_report_and_none_below_the_last_or_above_the_first():
    by_level = {
        level.key: {o.kind for s in level.steps for o in s.outcomes} for level in library.guide("nb").levels
    }

    assert [key for key, kinds in by_level.items() if kinds & REPORTS] == ["0"]
    assert "down" not in by_level["0"]
    assert "up" not in by_level["3"]


def test_every_tool_is_used_and_every_sheet_is_a_tool():
    guide = library.guide("nb")
    used = {tool.key for level in guide.levels for step in level.steps for tool in step.tools}

    assert used == {tool.key for tool in guide.tools}
    assert {tool.sheet for tool in guide.tools if tool.sheet} == set(library.sheets("nb"))


def test_the_short_deadline_for_the_environment_stands_on_level_0_and_1():
    guide = library.guide("nb")

    assert "environment" in {notice.key for notice in guide.level("0").notices}
    assert "environment" in {notice.key for notice in guide.level("1").notices}
    assert "én uke" in next(n.text for n in guide.level("0").notices)


def test_level_3_asks_about_the_barnekoordinator():
    assert "coordinator" in {notice.key for notice in library.guide("nb").level("3").notices}


def test_the_exit_has_the_national_numbers_in_both_languages():
    numbers = [{c["number"] for c in library.guide(language).exit["contact"]} for language in LANGUAGES]

    assert numbers[0] == numbers[1]
    assert {"112", "02800", "116 111"} <= numbers[0]


@pytest.mark.parametrize(("language", "foreign"), [("nn", ONLY_BOKMAAL), ("nb", ONLY_NYNORSK)])
@pytest.mark.parametrize("name", ["{}", "sheets.{}"])
def test_no_word_of_the_other_language_has_slipped_in(name, language, foreign):
    slips = {text: foreign.findall(text) for text in _texts(_file(name.format(language)))}

    assert {text: words for text, words in slips.items() if words} == {}


def test_every_level_and_step_cites_its_sources():
    levels = _file("guide")["level"]

    cited = [source for level in levels for part in (level, *level["step"]) for source in part["sources"]]

    assert all(part["sources"] for level in levels for part in (level, *level["step"]))
    assert all(re.fullmatch(r"S\d{3}-\d{2}|[LW]-\d{2}", source) for source in cited)
