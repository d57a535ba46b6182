"""What happened in a log, and what stood before: rows of the trail and of the history, as plain values."""

from datetime import date

from stafett.archive.enums import Event as ArchiveEvent
from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry, RowVersion
from stafett.consent.enums import Event as ConsentEvent
from stafett.kernel.clock import local
from stafett.relay_log.enums import ConcernState, EvaluationOption, Event, Level
from stafett.relay_log.enums.told_above import told_above

_OWN = {event.value: event for event in (*Event, *ConsentEvent, *ArchiveEvent)}
_DRAFTS = (Event.CONCERN_DRAFTED, Event.CONCERN_DISCARDED, Event.OWN_ROUND)
# What people wrote, by table; the rest of a row is dates, ids and states, which the events tell.
_WORDS = {
    "relay_log_concern": (
        "title", "background", "context", "child_view", "disagreement_weighed", "no_child_talk_reason",
        "no_child_measure_reason",
    ),
    "relay_log_measure": ("description", "arena", "type", "start_by", "evaluate_by"),
    "relay_log_goal": ("text", "success_indicator"),
    "relay_log_note": ("text",),
}  # fmt: skip


def events_of(log) -> list[dict]:
    """Every act in the log, oldest first, as a sentence with who, in which post, and when. Acts on drafts are left out."""
    rows = (
        Entry.objects.filter(log_id=log.pk, kind=EntryKind.ACT).exclude(event__in=_DRAFTS).order_by("number")
    )
    return [
        {
            "number": row.number,
            "at": local(row.at).isoformat(timespec="seconds"),
            "event": row.event,
            "sentence": sentence(row),
            "actor": row.actor_name,
            "title": row.actor_title,
            "reason": row.reason,
            "about": f"{row.thing_kind} {row.thing_id}" if row.thing_id else "",
        }
        for row in rows
    ]


def former_texts_of(rows) -> list[dict]:
    """What stood before in each of these rows, oldest first: until when, and the words. Nothing from before a concern
    was shared (X5). One question."""
    by_id = {row.pk: row for row in rows}
    shared = {row.pk: row.shared_at for row in rows if hasattr(row, "shared_at")}
    versions = RowVersion.objects.filter(row_id__in=by_id, table_name__in=_WORDS).order_by("-id")
    newer = {pk: _words_of(row) for pk, row in by_id.items()}
    told = []
    for version in versions:
        names = _WORDS[version.table_name]
        words = {name: str(version.row.get(name) or "") for name in names}
        concern_id = by_id[version.row_id].pk if version.table_name == "relay_log_concern" else (
            by_id[version.row_id].concern_id
        )  # fmt: skip
        before_sharing = concern_id in shared and version.changed_at <= shared[concern_id]
        if (
            version.row.get("state") != ConcernState.DRAFT
            and not before_sharing
            and words != newer[version.row_id]
        ):
            told.append(
                {
                    "thing": version.table_name.removeprefix("relay_log_"),
                    "id": str(version.row_id),
                    "until": local(version.changed_at).isoformat(timespec="seconds"),
                    "words": {
                        name: text for name, text in words.items() if text != newer[version.row_id][name]
                    },
                }
            )
        newer[version.row_id] = words
    return told[::-1]


def sentence(row) -> str:
    """What a row of the trail tells, in the language that is set. A fact that is not there is told as a dash."""
    event = _OWN.get(row.event) or told_above().get(row.event)
    if event is None:
        return row.event
    facts = dict(row.facts)
    if event == Event.LEVEL_CHANGED:
        facts |= {key: str(Level(facts[key]).label).lower() for key in ("before", "after") if key in facts}
    if event == Event.MEASURE_EVALUATED and "outcome" in facts:
        facts["outcome"] = str(EvaluationOption(facts["outcome"]).label).lower()
    facts |= {
        name: f"{date.fromisoformat(facts[name]):%-d.%-m.%Y}" for name in ("until", "date") if name in facts
    }
    return (str(event.label) % _Dashes(facts | {"actor": row.actor_name})).replace(" «–»", "")


class _Dashes(dict):
    """A fact that is not there."""

    def __missing__(self, key):
        return "–"


def _words_of(row):
    return {name: str(getattr(row, name) or "") for name in _WORDS[row._meta.db_table]}
