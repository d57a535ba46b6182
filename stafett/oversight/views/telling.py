"""Turns rows of the trail into what people read. No queries, no decisions about who may see them."""

import functools
import importlib
from types import SimpleNamespace

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.access.enums import Action, Relation
from stafett.access.enums import Event as AccessEvent
from stafett.audit.enums import EntryKind
from stafett.kernel.clock import local
from stafett.oversight.enums import Event

KIND_TAGS = {EntryKind.ACT: "active", EntryKind.READ: "info", EntryKind.REFUSAL: "stopped",
             EntryKind.WORDS: "draft"}  # fmt: skip
_NAMED_FACTS = ("person", "guardian", "before", "after")  # the rest of the facts could be the log's own words
_OPENED = {
    ("view_log", "relay_log.relaylog"): gettext_lazy("leste loggen"),
    ("view_log", "relay_log.concern"): gettext_lazy("leste en oppmerksomhet"),
    ("view_log", "relay_log.measure"): gettext_lazy("leste et tiltak"),
    ("view_log", "relay_log.measureladder"): gettext_lazy("så på en trapp"),
}
_DID = {
    Action.VIEW_LOG: gettext_lazy("leste i loggen"),
    Action.MANAGE_CONSENT: gettext_lazy("så på samtykket"),
    Action.VIEW_ACCESS_LIST: gettext_lazy("så på hvem som har sett loggen"),
    Action.START_LOG: gettext_lazy("så på opplysninger om barnet og de foresatte"),
    Action.CONFIRM_GUARDIAN: gettext_lazy("så på opplysninger om barnet og de foresatte"),
    Action.LEAD_CHILD: gettext_lazy("så på opplysninger om barnet og de foresatte"),
    Action.APPROVE_OPENING: gettext_lazy("så på opplysninger om barnet og de foresatte"),
    Action.APPOINT_HOLDER: gettext_lazy("så på hvem som kan ta over stafettpinnen"),
    Action.OPEN_WITH_REASON: gettext_lazy("så på siden der en leder kan åpne loggen"),
    Action.SEE_DEPOSITS: gettext_lazy("så om loggen er mottatt i arkivet"),
    Action.KEEP_ARCHIVE: gettext_lazy("så om loggen er mottatt i arkivet"),
    Action.HOLD_CHILD: gettext_lazy("så på siden der sletting kan stoppes"),
    Action.SEARCH_TRAIL: gettext_lazy("så i sporet etter loggen"),
    Action.REVIEW_READING: gettext_lazy("så etter om lesingen er i orden"),
    Action.ANSWER_ACCESS_REQUEST: gettext_lazy("så på hvem som kan få innsyn"),
    Action.TAKE_OUT_LOG: gettext_lazy("så på eller tok ut loggen som dokument"),
    Action.TAKE_OUT_CONCERN: gettext_lazy("så på eller tok ut en oppmerksomhet som dokument"),
    Action.BRING_IN_HISTORY: gettext_lazy("så på det som kan hentes inn fra en annen kommune"),
}
_OTHER_PAGE = gettext_lazy("åpnet en side for å skrive i loggen")
_HANDED_OUT = {
    Event.PACKAGE_MADE: gettext_lazy("laget en innsynspakke"),
    Event.EXPORTED: gettext_lazy("tok ut en liste over hvem som har sett loggen"),
}


def reader(row, *, viewer_id):
    """One line of "Hvem har sett loggen". Another guardian has no name here: that is about them, not the child (L-23)."""
    is_own = row.reader_id == viewer_id
    is_other_guardian = not is_own and (row.relation == Relation.GUARDIAN or not (row.relation or row.title))
    if is_other_guardian:
        who, title = _("En foresatt"), ""
    else:
        who, title = (_("Deg") if is_own else row.name), row.title
    return SimpleNamespace(
        day=row.day, who=who, title=title, is_own=is_own, when=_when(row), what=_what(row), why=_why(row, is_own),
        times=row.times, first_at=local(row.first_at), last_at=local(row.last_at),
    )  # fmt: skip


def entry(row, *, unit_name=None):
    """One row of the trail for personvernombudet: who, when, what; no word from any log."""
    return SimpleNamespace(
        at=local(row.at), number=row.number, who=row.actor_name, title=row.actor_title, sentence=sentence(row),
        kind=(KIND_TAGS[row.kind], EntryKind(row.kind).label), relation=_relation_label(row.facts.get("relation")),
        child_id=row.child_id, unit_name=unit_name, employee_id=row.actor_id,
    )  # fmt: skip


def sentence(row) -> str:
    """What a row tells, with the log's words left out."""
    if row.kind == EntryKind.READ and row.event in (AccessEvent.PAGE_READ, *_HANDED_OUT):
        return f"{row.actor_name} {_seen(row.event, row.reason, row.thing_kind)}."
    told = str(_sentences().get(row.event, row.event))
    said = {name: row.facts[name] for name in _NAMED_FACTS if name in row.facts}
    words = told % _Hidden(said | {"actor": row.actor_name})
    asked = _action_label(row.reason) if row.kind == EntryKind.REFUSAL else ""
    return f"{words} ({asked})" if asked else words


class _Hidden(dict):
    """What is not named is shown as three dots: titles, texts, outcomes."""

    def __missing__(self, key):
        return "…"


@functools.cache
def _sentences():
    """The sentence of every event of every feature, by its name in the trail."""
    told = {}
    for config in apps.get_app_configs():
        if config.name.startswith("stafett."):
            told |= {event.value: event.label for event in _events_of(config.name)}
    return told


def _events_of(feature):
    try:
        return getattr(importlib.import_module(f"{feature}.enums"), "Event", ())
    except ModuleNotFoundError:
        return ()


def _when(row):
    first, last = local(row.first_at), local(row.last_at)
    if f"{first:%H.%M}" == f"{last:%H.%M}":
        return _("kl. %(at)s") % {"at": f"{first:%H.%M}"}
    return _("mellom kl. %(first)s og %(last)s") % {"first": f"{first:%H.%M}", "last": f"{last:%H.%M}"}


def _what(row):
    """Everything that was opened, each once, as one sentence."""
    seen = list(dict.fromkeys(str(_seen(*each)) for each in sorted(row.seen, key=_loggen_first)))
    text = ", ".join(seen)
    return f"{text[:1].upper()}{text[1:]}."


def _loggen_first(seen):
    _event, reason, kind = seen
    return (reason != Action.VIEW_LOG, kind != "relay_log.relaylog", kind)


def _seen(event, reason, thing_kind):
    return (
        _HANDED_OUT.get(event)
        or _OPENED.get((reason, thing_kind))
        or (_DID.get(reason, _OTHER_PAGE) if thing_kind else _("så i sporet"))
    )


def _why(row, is_own):
    purpose = "; ".join(row.purposes)
    reasons = {
        Relation.BATON_HOLDER: _("Holder stafettpinnen."),
        Relation.PARTICIPANT: _("Er aktør i loggen."),
        Relation.EXTERNAL: _("Er aktør fra en tjeneste utenfor kommunen."),
        Relation.LEADER_INSIGHT: _("Er leder, og åpnet loggen med en begrunnelse."),
    }
    if row.relation in reasons:
        said = reasons[row.relation]
        return f"{said} «{purpose}»" if purpose and row.relation != Relation.BATON_HOLDER else said
    if is_own or row.relation == Relation.GUARDIAN or not row.title:
        return ""
    actions = {reason for _event, reason, _kind in row.seen}
    if actions & {Action.APPOINT_HOLDER, Action.OPEN_WITH_REASON}:
        return _("Leder enheten som har stafettpinnen, og leste ikke loggen her.")
    if actions & {Action.START_LOG, Action.CONFIRM_GUARDIAN, Action.LEAD_CHILD}:
        return _("Arbeider i enheten barnet hører til.")
    return _("Svarer på innsyn, eller passer på at loggene blir brukt riktig.")


def _relation_label(relation):
    return str(Relation(relation).label) if relation in Relation.values else ""


def _action_label(name):
    return str(Action(name).label) if name in Action.values else ""
