"""Reads the forms once and gives them in one language, as plain values that nobody can change."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stafett.self_assessment.enums import AssessmentKind

HERE = Path(__file__).parent
FORMS = {AssessmentKind.DECEMBER: "report", AssessmentKind.MAY: "report", AssessmentKind.YEAR: "year"}


@dataclass(frozen=True)
class Question:
    """One question: its key, `is_scale` (else words), the question itself and a hint ("" for none)."""

    key: str
    is_scale: bool
    text: str
    hint: str


@dataclass(frozen=True)
class Section:
    """Questions that belong together; `has_numbers`: what is counted stands here."""

    title: str
    has_numbers: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Sheet:
    """One version of one form."""

    key: str
    version: str
    title: str
    lead: str
    sections: tuple[Section, ...]

    @property
    def questions(self) -> list[Question]:
        return [question for section in self.sections for question in section.questions]

    @property
    def scales(self) -> list[Question]:
        return [question for question in self.questions if question.is_scale]


@cache
def sheets(language: str, model: str) -> tuple[Sheet, ...]:
    """Every version of every form in "nb" or "nn". Source: S000-18, S000-21."""
    read = tomllib.loads((HERE / f"forms.{language}.toml").read_text(encoding="utf-8"))
    return tuple(_sheet(each, model) for each in read["form"])


def sheet(kind: str, version: str, *, language: str, model: str) -> Sheet:
    """The form of a kind of report in the version it was begun in. Raises LookupError when there is none."""
    key = FORMS[AssessmentKind(kind)]
    for each in sheets(language, model):
        if (each.key, each.version) == (key, version):
            return each
    raise LookupError(f"no form {key} {version}")


def newest(kind: str) -> str:
    """The version a report of this kind is begun in today."""
    key = FORMS[AssessmentKind(kind)]
    return max((each.version for each in sheets("nb", "") if each.key == key), key=int)


def latest_of(key: str, *, language: str, model: str) -> Sheet:
    """The newest version of a form by its key. Raises ValueError when there is no such form."""
    return max(
        (each for each in sheets(language, model) if each.key == key), key=lambda each: int(each.version)
    )


def _sheet(read, model):
    sections = tuple(
        Section(
            title=section["title"].replace("{model}", model),
            has_numbers=section.get("numbers", False),
            questions=tuple(_question(each, model) for each in section.get("question", ())),
        )
        for section in read["section"]
    )
    return Sheet(
        read["key"], read["version"], read["title"], read["lead"].replace("{model}", model), sections
    )


def _question(read, model):
    return Question(
        key=read["key"],
        is_scale=read["kind"] == "scale",
        text=read["text"].replace("{model}", model),
        hint=read.get("hint", ""),
    )
