"""The words that go into the demo's logs: from the worked examples, from the measure bank, or one's own."""

from stafett.relay_log.content import library
from stafett.relay_log.enums import Arena, OwnerKind

_USUAL_OWNER = {
    Arena.SERVICE: OwnerKind.BATON_HOLDER,
    Arena.HOME: OwnerKind.GUARDIANS,
    Arena.CHILD: OwnerKind.CHILD,
}


def example(key: str, number: int = 0, **instead: str) -> dict:
    """One concern of a worked example as its template words it, with some of the words changed."""
    return library.template(key)["concern"][number] | instead


def bank(key: str) -> dict:
    """A measure of the measure bank."""
    return library.bank_measure(key)


def own(arena: str, type: str, description: str, *, habit: bool = False) -> dict:
    """A measure in one's own words, for the arena's usual owner."""
    owner = _USUAL_OWNER[Arena(arena)]
    return {"arena": arena, "type": type, "owner": owner, "description": description, "habit": habit}


def concern(category: str, title: str, goal: str, success_indicator: str) -> dict:
    """A concern in one's own words."""
    return {"category": category, "title": title, "goal": goal, "success_indicator": success_indicator}


def said(words: str | dict) -> str:
    """One's own words as they are; a template's in the language of the place."""
    return words if isinstance(words, str) else library.said(words)
