"""The family's package as PDF and as data that its schema describes: the same content in both."""

import json
from dataclasses import asdict

from stafett.oversight.content import family_schema
from stafett.oversight.views import paper
from tests.oversight.test_package import _files, log
from tests.web.visiting import Visitor

__all__ = ["log"]


def test_the_data_are_what_the_schema_says(log):
    files = _files(Visitor("fatima").send("own_package", log.pk))

    schema = json.loads(files["stafettlogg.schema.json"])
    assert faults(json.loads(files["stafettlogg-1.json"]), schema) == []
    assert faults({}, schema) != []
    assert faults([], family_schema.LOG) != []


def test_the_paper_is_an_archive_pdf(log):
    files = _files(Visitor("fatima").send("own_package", log.pk))

    assert files["stafettlogg-1.pdf"].startswith("%PDF-")


def test_every_word_of_the_log_stands_on_the_paper_and_none_that_is_not_in_the_data(log):
    files = _files(Visitor("fatima").send("own_package", log.pk))
    data = json.loads(files["stafettlogg-1.json"])

    told = "\n".join(str(asdict(block)) for block in paper._blocks(data))

    concern = data["concerns"][0]
    for words in (concern["title"], concern["background"], "Mye uro", "Til tavla", "Hun leste høyt!"):
        assert words in told
    assert "Bare for stafettholderen" not in told


def test_what_is_too_long_for_a_pdf_is_left_to_the_page_and_the_data(log, monkeypatch):
    monkeypatch.setattr(paper.pdf, "LONGEST", 10)

    files = _files(Visitor("fatima").send("own_package", log.pk))

    assert "stafettlogg-1.pdf" not in files
    assert "stafettlogg-1.html" in files


def faults(value, schema, where="$"):
    """Where a value is not what a schema says, for the few words of JSON Schema that ours uses."""
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
    named = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not isinstance(value, tuple(kinds[name] for name in named)):
        return [f"{where} is no {named}"]
    if isinstance(value, dict):
        wrong = [f"{where}.{key}" for key in set(value) ^ set(schema["required"])]
        inner = [
            faults(value[key], part, f"{where}.{key}")
            for key, part in schema["properties"].items()
            if key in value
        ]
        return wrong + [fault for each in inner for fault in each]
    if isinstance(value, list):
        return [
            fault for n, each in enumerate(value) for fault in faults(each, schema["items"], f"{where}[{n}]")
        ]
    return []
