"""The fixed texts hold what they promise: languages, keys, facts, tone and readability."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import stafett.relay_log.content
from stafett.register.enums import UnitKind
from stafett.relay_log.enums import Arena, Category, MeasureType, OwnerKind, Subcategory

FOLDER = Path(stafett.relay_log.content.__file__).parent
FILES = ("templates", "measure_bank", "prompts")
DATA = {name: tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")) for name in FILES}
TEMPLATES, PROMPTS = DATA["templates"]["template"], DATA["prompts"]
BANK = DATA["measure_bank"]["measure"]
CONCERNS = [(template["key"], concern) for template in TEMPLATES for concern in template["concern"]]
MEASURES = [measure for _, concern in CONCERNS for measure in concern["measure"]] + BANK

CATEGORIES, SUBCATEGORIES = set(Category.values), set(Subcategory.values)
TYPES, ARENAS, OWNERS = set(MeasureType.values), set(Arena.values), set(OwnerKind.values)
SERVICES = {UnitKind.PPT, UnitKind.CHILD_WELFARE, UnitKind.HEALTH_STATION}
UNIT_TYPES = {UnitKind.KINDERGARTEN, UnitKind.SCHOOL, UnitKind.HEALTH_STATION, "several"}

# The requirement rows that exist: last number of each source, and the ranges of the legal rules.
ROWS = {
    "S001": set(range(1, 48)),
    "S003": set(range(1, 76)),
    "L": {*range(1, 18), *range(20, 35), *range(40, 62), *range(70, 76)},
    "W": set(range(1, 29)),
}


def texts(node: object, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every table of languages below a node, with the path to it."""
    if isinstance(node, dict):
        if "nb" in node or "nn" in node:
            yield path, node
        else:
            for key, value in node.items():
                yield from texts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from texts(value, f"{path}[{place}]")


def cited(node: object) -> Iterator[str]:
    """Every row id in a list called `sources` below a node."""
    if isinstance(node, dict):
        rows = node.get("sources", [])
        yield from rows if isinstance(rows, list) else []
        for value in node.values():
            yield from cited(value)
    elif isinstance(node, list):
        for value in node:
            yield from cited(value)


def lix(text: str) -> float:
    """Readability: words per sentence plus the share, in per cent, of words longer than six letters."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+", text)
    sentences = max(1, len(re.findall(r"[.:!?](?=\s|$)", text)))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


ALL_TEXTS = [(name + path, text) for name in FILES for path, text in texts(DATA[name])]
GUARDIAN_TEXTS = [("prompts" + path, text) for path, text in texts(DATA["prompts"])]


@pytest.mark.parametrize(("where", "text"), ALL_TEXTS, ids=[where for where, _ in ALL_TEXTS])
def test_a_text_is_written_in_both_norwegian_languages(where: str, text: dict[str, str]) -> None:
    assert {"nb", "nn"} <= set(text) <= {"nb", "nn", "en"}, where
    for written in text.values():
        assert written.strip() == written != ""
    if len(text["nb"]) > 40:
        assert text["nb"] != text["nn"]


def test_help_texts_are_also_in_english() -> None:
    assert [where for where, text in GUARDIAN_TEXTS if "en" not in text] == []


@pytest.mark.parametrize(
    ("language", "words_of_the_other"),
    [
        (
            "nn",
            "ikke hva hvem hvor hvordan hvorfor jeg noe noen bare også dere uken hver hjemme foresatte fra sammen",
        ),
        (
            "nb",
            "ikkje kva kven kvar korleis kvifor eg noko nokon berre òg dykk veka kvart heime føresette frå saman",
        ),
    ],
)
def test_the_two_languages_are_not_mixed(language: str, words_of_the_other: str) -> None:
    forbidden = set(words_of_the_other.split())
    for where, text in ALL_TEXTS:
        assert not forbidden & set(re.findall(r"\w+", text[language].lower())), where


def test_no_child_of_the_source_is_named() -> None:
    for name in FILES:
        written = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        assert re.findall(r"\b(?:Per|Siri|Elise|Stian)s?\b", written) == []


def test_every_entry_cites_rows_that_exist() -> None:
    entries = [*TEMPLATES, *BANK, *PROMPTS.values()]
    assert all(entry["sources"] for entry in entries)
    for row in cited(DATA):
        source, _, number = row.partition("-")
        assert int(number) in ROWS[source], row


def test_all_examples_of_the_two_sources_are_told() -> None:
    told = set(cited(DATA["templates"]))
    assert {f"S003-{row}" for row in range(64, 69)} | {f"S001-{row}" for row in range(30, 35)} <= told


@pytest.mark.parametrize("entries", [TEMPLATES, BANK], ids=["templates", "bank"])
def test_keys_are_unique(entries: list[dict]) -> None:
    keys = [entry["key"] for entry in entries]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("entry", [*TEMPLATES, *BANK], ids=lambda entry: entry["key"])
def test_unit_types_are_known(entry: dict) -> None:
    assert entry["unit_types"]
    assert set(entry["unit_types"]) <= UNIT_TYPES


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template["key"])
def test_grades_belong_to_schools_and_run_upwards(template: dict) -> None:
    in_school = bool({"school", "several"} & set(template["unit_types"]))
    assert len(template["grades"]) == (2 if in_school else 0)
    assert template["grades"] == sorted(template["grades"])


@pytest.mark.parametrize(
    ("template", "concern"), CONCERNS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_concern_fits_the_fields_of_a_log(template: str, concern: dict) -> None:
    assert concern["category"] in CATEGORIES
    assert ("subcategory" in concern) == (concern["category"] == "subjects")
    assert concern.get("subcategory", "attention") in SUBCATEGORIES
    for language in ("nb", "nn"):
        assert len(concern["title"][language]) <= 100
        assert concern["goal"][language].count(".") == 1, "one sentence"
        assert " skal " not in concern["goal"][language], "present tense"


@pytest.mark.parametrize(
    ("template", "concern"), CONCERNS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_concern_has_a_measure_in_the_service_and_one_the_guardians_own(
    template: str, concern: dict
) -> None:
    slots = {(measure["arena"], measure["owner"]) for measure in concern["measure"]}
    assert "service" in {arena for arena, _ in slots}
    assert ("home", "guardians") in slots


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure["description"]["nb"][:40])
def test_a_measure_uses_known_keys(measure: dict) -> None:
    assert measure["type"] in TYPES
    assert measure["arena"] in ARENAS
    assert measure["owner"] in OWNERS
    assert measure.get("service", "ppt") in SERVICES
    assert isinstance(measure.get("habit", False), bool)
    assert ("service" in measure) or measure["owner"] != "participant"
    assert (measure["arena"] == "child") == (measure["owner"] == "child")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template["key"])
def test_another_service_means_level_two(template: dict) -> None:
    other_service = any(
        "service" in measure for concern in template["concern"] for measure in concern["measure"]
    )
    assert template["level"] == (2 if other_service else 1)


def test_the_ladders_have_the_steps_of_the_source() -> None:
    steps = {template: len(concern["ladder"]) for template, concern in CONCERNS if "ladder" in concern}
    assert steps == {"walking_in_alone": 5, "school_show": 3}


def test_the_bank_holds_eight_measures_and_five_habits() -> None:
    habits = {True: 0, False: 0}
    for measure in BANK:
        habits[measure["habit"]] += 1
        assert measure["sources"] == (["S001-37"] if measure["habit"] else ["S001-35"])
    assert habits == {False: 8, True: 5}


FACTS = [
    (
        "reading",
        "nb",
        ["80 ord i minuttet", "to ganger i uken", "15 minutter", "i 10 minutter hver", "5 minutter hver"],
    ),
    (
        "reading",
        "nn",
        ["80 ord i minuttet", "to gonger i veka", "15 minutt", "i 10 minutt kvar", "5 minutt kvar"],
    ),
    ("playing_in_breaks", "nb", ["storefri", "(TL) hver dag", "støttegruppe", "to ganger i måneden"]),
    ("playing_in_breaks", "nn", ["storefri", "(TL) kvar dag", "støttegruppe", "to gonger i månaden"]),
    ("shared_meal", "nb", ["omtrent 10 minutter", "gir ros", "om lov"]),
    ("shared_meal", "nn", ["om lag 10 minutt", "gir ros", "om lov"]),
    ("weight_gain", "nb", ["150 gram i uken", "hver uke", "ammeplanen"]),
    ("weight_gain", "nn", ["150 gram i veka", "kvar veke", "ammeplanen"]),
    (
        "several_services",
        "nb",
        ["sist i køen", "PPT", "Barnevernet", "COS-kurs", "januar", "mimikk, stemme og avstand"],
    ),
    (
        "several_services",
        "nn",
        ["sist i køen", "PPT", "Barnevernet", "COS-kurs", "januar", "mimikk, stemme og avstand"],
    ),
    ("school_absence", "nb", ["15 minutter etter", "nærmest døra", "leggetid"]),
    ("school_absence", "nn", ["15 minutt etter", "nærast døra", "leggjetid"]),
]


@pytest.mark.parametrize(
    ("key", "language", "facts"), FACTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_numbers_and_frequencies_are_those_of_the_source(key: str, language: str, facts: list[str]) -> None:
    template = next(template for template in TEMPLATES if template["key"] == key)
    written = " ".join(text[language] for _, text in texts(template))
    assert [fact for fact in facts if fact not in written] == []


@pytest.mark.parametrize("letter", "smarte")
def test_each_smarte_letter_asks_one_question(letter: str) -> None:
    prompt = PROMPTS[f"smarte_{letter}"]
    assert prompt["heading"]["nb"][0].lower() == letter
    for question in prompt["text"].values():
        assert re.findall(r"[.?!]", question) == ["?"]


@pytest.mark.parametrize(("where", "text"), GUARDIAN_TEXTS, ids=[where for where, _ in GUARDIAN_TEXTS])
def test_help_and_consent_never_shout(where: str, text: dict[str, str]) -> None:
    assert "!" not in "".join(text.values()), where


READ = [
    (f"{where} {language}", re.sub(r"\{\w+\}", "Solvik", written))
    for where, text in GUARDIAN_TEXTS
    if where.endswith((".text", ".intro"))
    for language, written in text.items()
]


@pytest.mark.parametrize(("where", "written"), READ, ids=[where for where, _ in READ])
def test_help_is_easy_to_read(where: str, written: str) -> None:
    assert lix(written) < 40, where


def test_lix_adds_sentence_length_and_long_words() -> None:
    assert lix("Barnet er med. Samtykket gjelder.") == pytest.approx(5 / 2 + 100 * 2 / 5)
