"""The archive gets the whole log: what was shared, whoever it was kept from, what stood before, and what happened (L-55)."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as drawn
from hypothesis import strategies as st

from stafett.archive.content import log_data, log_files
from stafett.archive.content.log_document import document_of, minutes_of
from stafett.archive.queries.log_content import content_of
from stafett.demo import cast
from stafett.kernel import pdf
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.models import Concern
from tests import stage
from tests.archive.sending import HERE

DAY = date(2026, 11, 22)


@pytest.fixture
def log(db):
    """A log with words that were changed, a note kept from guardians, and a draft that was never shared."""
    with within(HERE):
        born = stage.today().replace(
            year=stage.today().year - 13, day=1
        )  # old enough for words to be kept (L-13)
        Person.objects.filter(pk=cast.person("noor").id).update(birth_date=born)
        log = stage.open_log("noor")
        concern = stage.active_concern(log, title="Alene i storefri")
        words = stage.concern_words(title="Sjelden med i storefri")
        words.pop("goal")
        log_operations.revise_concern(
            actor=stage.actor("kari"), log=log, concern=Concern.objects.get(pk=concern.pk),
            version=Concern.objects.get(pk=concern.pk).version, today=stage.today(), **words,
        )  # fmt: skip
        stage.drafted_concern(log, title="Et utkast som ingen har sett")
        log_operations.write_note(
            actor=stage.actor("kari"), log=log, text="Holdt tilbake", kept_from_guardians="Kan skade barnet"
        )
        log_operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="Lo høyt 😀 čŋđ مرحبا")
        return log


def content(log):
    with within(HERE):
        return content_of(log.pk)


def test_everything_that_was_shared_is_there_and_the_draft_is_not(log):
    found = content(log)
    whole = json.dumps(found, ensure_ascii=False)

    assert [concern["title"] for concern in found["concerns"]] == ["Sjelden med i storefri"]
    assert [note["kept_from_guardians"] for note in found["notes"]] == ["Kan skade barnet"]
    assert "Lo høyt 😀 čŋđ مرحبا" in whole
    assert len(found["concerns"][0]["measures"]) == 3
    assert "Et utkast som ingen har sett" not in whole


def test_what_stood_before_is_there_with_the_day_it_stood_to(log):
    former = content(log)["former"]

    assert [each["words"]["title"] for each in former if "title" in each["words"]] == ["Alene i storefri"]
    assert all(each["until"] for each in former)


def test_what_happened_is_there_in_order_with_who_and_when_and_nothing_of_drafts(log):
    events = content(log)["events"]

    assert [event["number"] for event in events] == sorted(event["number"] for event in events)
    assert events[0]["sentence"] == "Kari Eksempelmo startet stafettloggen."
    assert "concern.drafted" not in {event["event"] for event in events}
    assert "note.kept" in {event["event"] for event in events} or "note.written" in {
        event["event"] for event in events
    }


def test_the_data_are_as_their_schema_says(log):
    schema = json.loads(log_data.schema())

    assert _faults(json.loads(log_data.data_of(content(log))), schema, "log") == []


def test_the_schema_finds_what_is_wrong(log):
    found = content(log)
    schema = json.loads(log_data.schema())

    assert _faults(found | {"level": 1}, schema, "log") == ["log.level"]
    assert _faults({name: value for name, value in found.items() if name != "people"}, schema, "log") == [
        "log.people"
    ]
    assert _faults(found | {"more": ""}, schema, "log") == ["log.more"]


def test_the_same_log_gives_the_same_files(log):
    found = content(log)

    one, two = (log_files.files_of(found, language="nb", made_on=DAY) for _time in range(2))

    assert [sheet.sha256 for sheet in one] == [sheet.sha256 for sheet in two]
    assert [sheet.name for sheet in one][0] == "stafettlogg.pdf"


def test_reading_a_log_asks_as_many_questions_however_much_is_in_it(log):
    few = _questions(log)
    with within(HERE):
        for number in range(8):
            log_operations.share_bright_spot(actor=stage.actor("kari"), log=log, text=f"Lysglimt {number}")
        stage.active_concern(log, title="Enda en")

    assert _questions(log) == few
    assert few <= 30


def test_a_log_too_long_for_a_document_says_so_and_is_whole_in_the_data(log):
    found = content(log)
    found["notes"] = [found["notes"][0] | {"text": "æ" * 600_000}] * 2

    sheets = {sheet.name: sheet for sheet in log_files.files_of(found, language="nb", made_on=DAY)}

    assert sheets["stafettlogg.pdf"].content.startswith(b"%PDF")
    assert sheets["stafettlogg.json"].content.decode().count("æ") > 1_200_000


@drawn(max_examples=25)
@given(words=st.text(st.characters(), max_size=200))
def test_no_letter_of_unicode_stops_the_document(words):
    found = _small(words)

    content = log_files.pdf_of(found, language="nn", made_on=DAY)

    assert content.startswith(b"%PDF")
    assert pdf.typeset(minutes_of(found, found["meetings"][0], language="nb", made_on=DAY)).startswith(
        b"%PDF"
    )


def test_the_document_skips_no_part_of_a_log():
    found = _small("Ord")
    told = repr(document_of(found, language="nb", made_on=DAY))

    for part in (
        "Oppmerksomhet: Ord",
        "Mål",
        "Tiltak",
        "Notater",
        "Lysglimt",
        "Bekreftelser",
        "Samtykker",
        "Slik sto det før",
    ):
        assert part in told


def _questions(log):
    with within(HERE), CaptureQueriesContext(connection) as caught:
        content_of(log.pk)
    return len(caught)


def _faults(value, schema, where):
    """Where a value is not as a JSON Schema says; as much of the standard as ours uses."""
    if "anyOf" in schema:
        tried = [_faults(value, each, where) for each in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "integer": int,
        "null": type(None),
    }
    if not isinstance(value, kinds[schema["type"]]):
        return [where]
    if schema["type"] == "array":
        return [fault for each in value for fault in _faults(each, schema["items"], where)]
    if schema["type"] != "object":
        return []
    known, others = schema.get("properties", {}), schema.get("additionalProperties")
    faults = [f"{where}.{name}" for name in schema.get("required", []) if name not in value]
    for name, each in value.items():
        if name in known:
            faults += _faults(each, known[name], f"{where}.{name}")
        elif others is False:
            faults.append(f"{where}.{name}")
        else:
            faults += _faults(each, others, f"{where}.{name}")
    return faults


def _small(words):
    """A log where everybody wrote the same words everywhere."""
    at = "2026-03-03T09:00:00+01:00"
    word = {"at": at, "author": words, "title": words, "text": words, "kept_from_guardians": words}
    goal = {
        "text": words,
        "kind": words,
        "success_indicator": words,
        "written_at": at,
        "replaced_at": at,
        "reached_on": "2026-03-03",
    }
    measure = {
        "id": "1", "description": words, "type": words, "where": words, "state": words, "owners": [words], "start_by": "2026-03-03",
        "evaluate_by": "2026-03-03",
        "evaluation": {"outcome": words, "form": words, "words": words, "evaluated_on": "2026-03-03", "recorded_by": words},
    }  # fmt: skip
    concern = dict.fromkeys(
        ["title", "state", "category", "subcategory", "background", "context", "child_view", "disagreement_weighed", "no_child_talk_reason", "no_child_measure_reason", "kept_from_guardians", "ended_reason"], words,
    ) | {
        "id": "1", "talked_with_guardians_on": "2026-03-03", "talked_with_child_on": "", "child_disagrees": True,
        "shared_at": at, "ended_at": "", "goals": [goal], "factors": [{"kind": words, "text": words, "named_by": words}],
        "measures": [measure], "notes": [word],
        "ladders": [{"title": words, "steps": [{"text": words, "state": words, "done_on": ""}]}],
    }  # fmt: skip
    meeting = dict.fromkeys(["kind", "form", "state", "chair", "writer", "cancelled_reason"], words) | {
        "id": "1", "at": at, "done_at": at, "people": [{"name": words, "role": words, "was_there": True}],
        "minutes": [{"heading": words, "text": words}],
        "confirmations": [{"name": words, "words": words, "at": at, "agrees": False}],
    }  # fmt: skip
    return dict.fromkeys(["municipality", "unit", "state", "level", "leader", "started_by", "closed_by", "summary"], words) | {
        "format": "stafett-logg/1", "id": "1", "child": {"id": "1", "name": words, "birth_date": "2015-01-01", "unit": words},
        "started_at": at, "closed_at": at, "concerns": [concern], "notes": [word], "bright_spots": [word],
        "people": [{"name": words, "role": words, "unit": words, "purpose": words, "from": at, "to": ""}],
        "consents": [{"given_by": words, "form": words, "signed_on": "2026-03-03", "valid_until": "", "limits": words,
                      "recorded_at": at}],
        "childs_goals": [{"text": words, "said": words, "written_at": at, "replaced_at": ""}],
        "coordination": [{"about": words, "words": words}], "meetings": [meeting],
        "former": [{"thing": "concern", "id": "1", "until": at, "words": {"title": words}}],
        "events": [{"number": 1, "at": at, "event": "x", "sentence": words, "actor": words, "title": words, "reason": "",
                    "about": ""}],
    }  # fmt: skip
