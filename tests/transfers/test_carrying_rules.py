"""What may be taken in, as plain functions: the shape of a file, its parts, and whether it is about the same child."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stafett.archive.content import log_data
from stafett.archive.content.visible import visible
from stafett.transfers import rules
from stafett.transfers.enums import Refusal
from stafett.transfers.rules.shape import fits

SCHEMA = json.loads(log_data.schema())
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
BORN = date(2018, 3, 4)


def built(schema):
    """Any value that is as a schema says."""
    if "anyOf" in schema:
        return st.one_of(*map(built, schema["anyOf"]))
    if schema["type"] == "array":
        return st.lists(built(schema["items"]), max_size=2)
    if schema["type"] == "object":
        named = {name: built(part) for name, part in schema.get("properties", {}).items()}
        return st.fixed_dictionaries(named) if named else st.dictionaries(TEXT, TEXT, max_size=2)
    return {"string": TEXT, "boolean": st.booleans(), "integer": st.integers(), "null": st.none()}[
        schema["type"]
    ]


LOGS = built(SCHEMA)


def there_and_back(log):
    """A log as another municipality opens it."""
    cover = {"from": "Eksempelvik kommune"}
    return rules.opened(rules.packed(log_data.data_of(log), cover=cover, beside=())).log


@settings(max_examples=200, deadline=None)
@given(
    LOGS,
    st.sampled_from(["áčđŋšŧž æøå ", "👩🏽‍🏫🚲 ", "مرحبا שלום ", "Lesing\nhver dag ", "𠜎𝔘 "]),
    st.integers(1, 6_000),
)
def test_a_log_is_opened_in_another_municipality_as_it_was_sent_field_by_field(log, words, times):
    log |= {"summary": (words * times)[:32_000]}

    assert there_and_back(log) == json.loads(visible(json.dumps(log, ensure_ascii=False)))


@settings(max_examples=60, deadline=None)
@given(LOGS)
def test_whatever_the_schema_lets_be_sent_is_taken_in_part_by_part_and_in_order(log):
    opened = there_and_back(log)

    parts = rules.parts_of(opened)

    assert rules.may_be_read(opened, schema=SCHEMA)
    shown = [each for each in opened["concerns"] if not each["kept_from_guardians"]]
    by_kind = {
        kind: [part.content for part in parts if part.kind == kind]
        for kind in ("concern", "meeting", "bright_spot")
    }
    assert [each["title"] for each in by_kind["concern"]] == [each["title"] for each in shown]
    assert [each["measures"] for each in by_kind["concern"]] == [each["measures"] for each in shown]
    assert by_kind["meeting"] == opened["meetings"]
    assert by_kind["bright_spot"] == opened["bright_spots"]
    assert len({part.fingerprint for part in parts}) == len(parts)


@settings(max_examples=60, deadline=None)
@given(LOGS, st.data())
def test_one_thing_of_another_kind_anywhere_is_found(log, data):
    name = data.draw(st.sampled_from(sorted(SCHEMA["required"])))
    wrong = data.draw(st.sampled_from([7, None, ["x"], {"x": "y"}, "\x00", "\udc00"]))

    assert fits(log, SCHEMA)
    assert not fits({**log, name: wrong}, SCHEMA)
    assert not fits({key: value for key, value in log.items() if key != name}, SCHEMA)
    assert not fits({**log, f"{name}!": "x"}, SCHEMA)


@pytest.mark.parametrize(
    ("value", "kind"), [(True, "integer"), (1, "boolean"), (1.5, "integer"), (None, "string")]
)
def test_a_truth_is_no_number_and_nothing_is_no_text(value, kind):
    assert not fits(value, {"type": kind})


@pytest.mark.parametrize(
    ("number_is_theirs", "born_there", "may"),
    [
        (True, "1999-01-01", True),  # two registers may differ about the day; the number is the child
        (False, "2018-03-04", False),
        (None, "2018-03-04", True),
        (None, "2018-03-05", False),
        (None, "", False),
    ],
)
def test_the_number_decides_and_without_it_the_day_of_birth(number_is_theirs, born_there, may):
    verdict = rules.may_be_about(number_is_theirs=number_is_theirs, born=BORN, born_there=born_there)

    assert bool(verdict) is may
    assert may or verdict.refusal == Refusal.OTHER_CHILD


def test_a_child_without_a_day_of_birth_is_nobody_in_particular():
    assert not rules.may_be_about(number_is_theirs=None, born=None, born_there="")


def test_a_concern_is_chosen_by_itself_and_notes_together():
    note = {"kept_from_guardians": "", "text": "x"}
    log = {"concerns": [{"kept_from_guardians": "", "notes": []}] * 2, "meetings": [], "bright_spots": [],
           "notes": [note, note], "childs_goals": [], "summary": "Vi er kommet langt."}  # fmt: skip
    parts = rules.parts_of(log)

    first = rules.chosen_among(parts, [parts[0].choice])
    notes = rules.chosen_among(parts, ["note"])

    assert [len(first), len(notes), len(parts)] == [1, 2, 5]
    assert {part.kind for part in notes} == {"note"}
