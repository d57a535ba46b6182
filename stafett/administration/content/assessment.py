"""The assessment of risks and privacy (DPIA and ROS) filled in for Stafett: read from a file, told with what a municipality
has chosen, as a document and as text. L-57.

A language's file holds: title, intro, how, the headings of its parts; `label` and `level`, the words of its tables;
`section`, a list of heading, text and points; `group`, a list of heading and text, each with `scenario`: key, title, happens,
does, must, likelihood, consequence (names of a `level`), rows (of docs/requirements.md); `fill`, what only a municipality can
answer. Every language has the same scenarios in the same order.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from stafett.kernel.pdf import Block, Bullets, Document, Facts, Heading, PageBreak, Paragraph, Table

HERE = Path(__file__).parent
LANGUAGES = ("nb", "nn")


@dataclass(frozen=True)
class Assessment:
    """What is told to one municipality. `words` is the file; scenarios are numbered through all groups."""

    language: str
    municipality: str
    chosen: tuple[tuple[str, str], ...]
    words: dict
    groups: tuple[SimpleNamespace, ...]

    @property
    def scenarios(self) -> list[SimpleNamespace]:
        return [each for group in self.groups for each in group.scenarios]


@cache
def words_in(language: str) -> dict:
    """The file of a language. Raises FileNotFoundError for one there is none in."""
    return tomllib.loads((HERE / f"assessment.{language}.toml").read_text(encoding="utf-8"))


def told(language: str, *, municipality: str, chosen: list[tuple[str, str]]) -> Assessment:
    """The assessment in a language, bokmål where it is in none of ours. `chosen`: (setting, value) in words."""
    language = language if language in LANGUAGES else LANGUAGES[0]
    words, number = words_in(language), 0
    groups = []
    for group in words["group"]:
        scenarios = []
        for each in group["scenario"]:
            number += 1
            levels = {name: words["level"][each[name]] for name in ("likelihood", "consequence")}
            scenarios.append(SimpleNamespace(**each | levels, number=number))
        groups.append(SimpleNamespace(heading=group["heading"], text=group["text"], scenarios=scenarios))
    return Assessment(language, municipality, tuple(chosen), words, tuple(groups))


def document(assessment: Assessment, *, made_on: date) -> Document:
    """As a document to typeset."""
    return Document(
        title=assessment.words["title"], language=assessment.language, made_on=made_on,
        subtitle=assessment.municipality, author=assessment.municipality, blocks=tuple(_blocks(assessment)),
        footer=f"{assessment.municipality} · {assessment.words['title']}",
    )  # fmt: skip


def markdown(assessment: Assessment, *, made_on: date) -> str:
    """As text that any word processor opens, to go on writing in."""
    lines = [f"# {assessment.words['title']}", f"{assessment.municipality}, {made_on:%-d.%-m.%Y}"]
    for block in _blocks(assessment):
        lines += _lines(block)
    return "\n\n".join(lines) + "\n"


def _blocks(assessment: Assessment) -> Iterator[Block]:
    words, label = assessment.words, assessment.words["label"]
    yield from (Paragraph(words["intro"]), Paragraph(words["how"]))
    for section in words["section"]:
        yield Heading(1, section["heading"])
        if section["text"]:
            yield Paragraph(section["text"])
        if section["points"]:
            yield Bullets(tuple(section["points"]))
    yield from (Heading(1, words["chosen"]), Paragraph(words["chosen_about"]), Facts(assessment.chosen))
    yield Heading(1, words["overview"])
    header = tuple(label[name] for name in ("number", "event", "likelihood", "consequence", "own"))
    rows = tuple(
        (str(each.number), each.title, each.likelihood, each.consequence, "") for each in assessment.scenarios
    )
    yield Table(words["overview_about"], header, rows, widths=(1, 6, 3, 3, 4))
    for group in assessment.groups:
        yield from (Heading(1, group.heading), Paragraph(group.text))
        for each in group.scenarios:
            yield from _scenario(each, label)
    yield PageBreak()
    yield Heading(1, words["to_fill"])
    yield Facts(tuple((each["question"], label["blank"]) for each in words["fill"]))


def _scenario(each: SimpleNamespace, label: dict) -> Iterator[Block]:
    yield Heading(2, f"{each.number}. {each.title}")
    yield Paragraph(each.happens)
    yield from (Heading(3, label["does"]), Bullets(tuple(each.does)))
    yield from (Heading(3, label["must"]), Bullets(tuple(each.must)))
    yield Facts(
        (
            (label["likelihood"], each.likelihood),
            (label["consequence"], each.consequence),
            (label["own"], label["blank"]),
        )
    )


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return ["#" * (block.level + 1) + f" {block.text}"]
        case Paragraph():
            return [block.text]
        case Bullets():
            return ["\n".join(f"- {item}" for item in block.items)]
        case Facts():
            return ["\n".join(_fact(name, value) for name, value in block.rows)]
        case Table():
            rule = tuple("---" for _each in block.header)
            rows = "\n".join(f"| {' | '.join(row)} |" for row in (block.header, rule, *block.rows))
            return [block.caption, rows]
        case _:
            return []


def _fact(name: str, value: str) -> str:
    end = "" if name.endswith(("?", ".")) else ":"
    return f"- **{name}{end}** {value.replace(chr(10), ' ')}"
