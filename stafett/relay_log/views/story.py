"""The timeline: trail entries told as sentences a family can read."""

from datetime import date
from types import SimpleNamespace

from stafett.consent.enums import Event as ConsentEvent
from stafett.kernel.clock import local
from stafett.relay_log.enums import PRIVATE, EvaluationOption, Event, Level
from stafett.relay_log.enums.told_above import told_above

_SENTENCES = {event.value: event for event in (*Event, *ConsentEvent)}
_ICONS = {
    "concern": "concern", "goal": "goal", "measure": "measure", "ladder": "measure", "bright_spot": "bright_spot",
    "note": "note", "consent": "consent", "participant": "meeting", "meeting": "meeting",
}  # fmt: skip


def told(page, *, sees_drafts, sees_reasons=True):
    """Timeline entries for the story of a log page; acts on things the reader may not see are left out.

    Reasons may say more than a service that is let into some concerns only may know (`sees_reasons`).
    """
    concerns = {concern.pk: concern.title for concern in page.concerns}
    texts = concerns | {pk: measure.description for pk, measure in page.measures.items()}
    texts |= {
        _as_id(ladder): ladder["title"] for concern in page.concerns for ladder in concern.shown_ladders
    }
    return [
        _entry(entry, texts, page, sees_reasons)
        for entry in page.story
        if _is_for_reader(entry, texts, sees_drafts=sees_drafts)
    ]


def _is_for_reader(entry, texts, *, sees_drafts):
    event = _sentence_of(entry)
    if event is None or (event in PRIVATE and not sees_drafts):
        return False
    about = entry.facts.get("concern") or (entry.thing_id if "%(thing)s" in str(event.label) else None)
    return about is None or str(about) in {str(pk) for pk in texts}


def _entry(entry, texts, page, sees_reasons):
    event = _sentence_of(entry)
    said = {**_spoken_facts(event, entry.facts), "actor": entry.actor_name, "thing": _text_of(entry, texts)}
    words = page.words.get(entry.thing_id)
    return SimpleNamespace(
        at=local(entry.at),
        sentence=str(event.label) % _Blanks(said),
        quote=(words.text if words else "")
        or (entry.reason if sees_reasons else "")
        or _evaluation_words(entry, page),
        icon_kind=_icon(entry.event),
        kept=words.kept if words else "",
        note_id=entry.thing_id if event == Event.NOTE_WRITTEN and words else None,
        note_author_id=words.author_id if words else None,
    )


def _sentence_of(entry):
    """The event whose label tells an act, of this feature or one above; None when the story leaves it out."""
    return _SENTENCES.get(entry.event) or told_above().get(entry.event)


class _Blanks(dict):
    """A fact that an old entry lacks is told as a blank, never as an error."""

    def __missing__(self, key):
        return "–"


def _text_of(entry, texts):
    return (texts.get(entry.thing_id) or texts.get(str(entry.thing_id), "")).removesuffix(".")


def _as_id(ladder):
    return str(ladder["id"])


def _spoken_facts(event, facts):
    said = dict(facts)
    if event == Event.LEVEL_CHANGED:
        said = {key: str(Level(facts[key]).label).lower() for key in ("before", "after") if key in facts}
    said |= {
        name: f"{date.fromisoformat(facts[name]):%-d.%-m.%Y}" for name in ("until", "date") if name in facts
    }
    if event == Event.MEASURE_EVALUATED and "outcome" in facts:
        said["outcome"] = str(EvaluationOption(facts["outcome"]).label).lower()
    return said


def _evaluation_words(entry, page):
    measure = page.measures.get(entry.thing_id)
    return measure.outcome_words if measure and entry.event == Event.MEASURE_EVALUATED else None


def _icon(event):
    head, _dot, act = event.partition(".")
    if act == "evaluated":
        return "evaluation"
    if act == "level_changed":
        return "level"
    return "closed" if act == "closed" else _ICONS.get(head, "other")
