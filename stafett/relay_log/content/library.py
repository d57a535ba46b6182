"""Reads the content files once, and gives templates, measure bank and prompts in the reader's language."""

import tomllib
from functools import cache
from pathlib import Path

from django.utils import translation

HERE = Path(__file__).parent


@cache
def _read(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def templates() -> list[dict]:
    """The worked examples, as in templates.toml."""
    return _read("templates")["template"]


def template(key: str) -> dict | None:
    """One worked example by its key, or None."""
    return next((item for item in templates() if item["key"] == key), None)


def examples() -> dict[str, dict]:
    """Every concern of the worked examples by a key of its own, with the example's name and outcome in it."""
    return {
        f"{item['key']}-{index}": {
            **concern,
            "name": _example_name(item, concern),
            "outcome": item.get("outcome"),
        }
        for item in templates()
        for index, concern in enumerate(item["concern"])
    }


def _example_name(item, concern):
    """An example with several concerns is told apart by what each of them is about."""
    if len(item["concern"]) == 1:
        return item["name"]
    return {lang: f"{item['name'][lang]}: {concern['title'][lang]}" for lang in item["name"]}


def suggested_measures(category: str) -> dict[str, dict]:
    """Measures by key: those of worked examples in the same category first, then the measure bank."""
    from_examples = {
        f"{key}-{index}": measure
        for key, concern in examples().items()
        if concern["category"] == category
        for index, measure in enumerate(concern["measure"])
    }
    return from_examples | {item["key"]: item for item in measure_bank()}


def measure_bank() -> list[dict]:
    """The measure bank, as in measure_bank.toml."""
    return _read("measure_bank")["measure"]


def bank_measure(key: str) -> dict | None:
    """One measure of the bank by its key, or None."""
    return next((item for item in measure_bank() if item["key"] == key), None)


def prompt(key: str) -> dict:
    """A help text as {"heading", "text"} in the reader's language. Raises KeyError for an unknown key."""
    item = _read("prompts")[key]
    return {"heading": said(item["heading"]), "text": said(item["text"])}


def prompts(*keys: str) -> list[dict]:
    """Several help texts, in the order asked for."""
    return [prompt(key) for key in keys]


def said(words: dict) -> str:
    """A text in the reader's language; bokmål where that language is not written."""
    return words.get((translation.get_language() or "nb")[:2]) or words["nb"]
