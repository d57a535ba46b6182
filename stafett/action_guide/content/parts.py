"""A guide as parts that can be kept, changed and exchanged, and a guide made from parts. Plain values; no database.

The words of a part, under "nb" and "nn": front: title, lead, not_a_line; level: name, about, environment_deadline (L-47; may be
empty); step: title, what, how (lines),
who (lines), deadline, outcome (kind: words), more (text with headings, lists and links).
Images stand on steps, each with words of its own in both languages (`rules/images.py`). What the law says (the exit, the
notices), the sheets, the tools and what each level keeps are the product's own in every guide.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from stafett.action_guide.content import library
from stafett.action_guide.content.library import Guide, Image, Level, Outcome, Step
from stafett.action_guide.enums import LANGUAGES, OutcomeKind, PartKind
from stafett.action_guide.rules import images, writing
from stafett.action_guide.rules.parts import said


@dataclass(frozen=True)
class Part:
    """One page of a guide. `is_hidden`: its address leads on to `leads_to` ("1", "1/evaluer", or "" for its level)."""

    kind: str
    level: str = ""
    key: str = ""
    words: dict = field(default_factory=dict)
    tools: list = field(default_factory=list)
    notices: list = field(default_factory=list)
    outcomes: dict = field(default_factory=dict)
    is_hidden: bool = False
    leads_to: str = ""
    images: list = field(default_factory=list)


def starter() -> list[Part]:
    """The parts of the guide that every municipality begins with, in order. Source: S004-05, ADR 0028."""
    made_of = library.structure()
    words = {language: library.words(language) for language in LANGUAGES}
    front = {
        key: {name: each[name] for name in ("title", "lead", "not_a_line")} for key, each in words.items()
    }
    found = [Part(PartKind.FRONT, words=front)]
    for level in made_of["level"]:
        own = {key: each["level"][level["key"]] for key, each in words.items()}
        own = {key: {"name": each["name"], "about": each["about"]} for key, each in own.items()}
        found.append(Part(PartKind.LEVEL, level["key"], words=own, notices=level.get("notices", [])))
        found += [_starter_step(level["key"], step, words) for step in level["step"]]
    return found


def guide_of(parts: list[Part], language: str, *, number: int, published_on: date) -> Guide:
    """The guide made of parts, in one language: what pages know, wherever it came from (ADR 0020)."""
    base = library.guide(language)
    front = next(part for part in parts if part.kind == PartKind.FRONT)
    steps = [part for part in parts if part.kind == PartKind.STEP]
    names = {part.level: part for part in parts if part.kind == PartKind.LEVEL}
    return replace(
        base,
        version=str(number),
        published_on=published_on,
        levels=tuple(_level(level, names[level.key], steps, language) for level in base.levels),
        hidden={
            (part.level, part.key): library.Hidden(said(part.words, language)["title"], *_place_of(part))
            for part in steps
            if part.is_hidden
        },
        **{name: str(said(front.words, language)[name]) for name in ("title", "lead", "not_a_line")},
    )


def _starter_step(level, step, words):
    own = {key: each["step"][f"{level}-{step['key']}"] for key, each in words.items()}
    return Part(
        PartKind.STEP,
        level,
        step["key"],
        words={key: dict(each) for key, each in own.items()},
        tools=list(step["tools"]),
        notices=step.get("notices", []),
        outcomes=step.get("outcomes", {}),
    )


def _level(base: Level, part: Part, steps: list[Part], language: str) -> Level:
    shown = [step for step in steps if step.level == base.key and not step.is_hidden]
    own = said(part.words, language)
    return replace(
        base,
        name=own["name"],
        about=own["about"],
        notices=_notices(part, own, language),
        steps=tuple(
            _step(number, step, language, of_level=own) for number, step in enumerate(shown, start=1)
        ),
    )


def _step(number, part, language, *, of_level):
    own = said(part.words, language)
    outcomes = {key: each.get("outcome", {}) for key, each in part.words.items()}
    led = said(outcomes, language)
    return Step(
        key=part.key,
        level=part.level,
        number=number,
        title=own["title"],
        what=own["what"],
        how=tuple(own.get("how") or ()),
        who=tuple(own.get("who") or ()),
        deadline=own.get("deadline") or "",
        tools=_known(library.tools(language), part.tools),
        notices=_notices(part, of_level, language),
        outcomes=tuple(
            Outcome(kind, led.get(kind) or "", part.outcomes[kind]) for kind in in_order(part.outcomes)
        ),
        more=writing.read(own.get("more") or ""),
        images=tuple(_image(image, language) for image in part.images),
    )


def _image(image, language):
    shown = {name: image[name] for name in ("key", "kind", "width", "height")}
    return Image(**shown, alt=images.words_of(image, language))


def in_order(outcomes: dict) -> list[str]:
    """The kinds of outcomes in the order they are shown: what is stored as JSON has none."""
    return [str(kind.value) for kind in OutcomeKind if kind in outcomes]


def _notices(part, of_level, language):
    """The texts on a part, with the deadline that its level has for when the environment is unsafe."""
    deadline = str(of_level.get("environment_deadline") or "")
    known = library.notices(language)
    return tuple(library.notice(language, key, deadline=deadline) for key in part.notices if key in known)


def _known(all_of_them, keys):
    return tuple(all_of_them[key] for key in keys if key in all_of_them)


def _place_of(part):
    level, _slash, step = (part.leads_to or part.level).partition("/")
    return level, step
