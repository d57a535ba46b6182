"""Turns what queries found into what the macros show: lines, slots, people. No queries, no decisions."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.access import policy
from stafett.access.enums import Action, LogState, Relation
from stafett.action_guide.queries import step_that_helps
from stafett.kernel.spoken_dates import in_words
from stafett.register import rules
from stafett.register.directory import shown_unit
from stafett.relay_log.enums import (
    Arena,
    ConcernState,
    EvaluationOption,
    Informed,
    Level,
    MeasureState,
    MeasureType,
    NextKind,
    OwnerKind,
)
from stafett.relay_log.rules import coordination

TONES = {"calm": "normal", "soon": "soon", "alarm": "alarm"}
CONCERN_TAGS = {
    ConcernState.DRAFT: "private",
    ConcernState.SHARED: "shared",
    ConcernState.ACTIVE: "active",
    ConcernState.ACHIEVED: "done",
    ConcernState.ENDED: "stopped",
}
MEASURE_TAGS = {MeasureState.PLANNED: "draft", MeasureState.ACTIVE: "active", MeasureState.EVALUATED: "done"}
EMPTY_SLOT = {
    Arena.SERVICE: gettext_lazy("Ingen tiltak i tjenesten ennå."),
    Arena.HOME: gettext_lazy("Ingen tiltak hjemme ennå."),
    Arena.CHILD: gettext_lazy("Barnet har ikke et eget tiltak ennå."),
}
LEARNED = (
    (EvaluationOption.EFFECT_CONTINUED, gettext_lazy("Dette fortsetter i det daglige")),
    (EvaluationOption.EFFECT, gettext_lazy("Dette virket")),
    (EvaluationOption.SOME_EFFECT, gettext_lazy("Dette virket litt, og ble justert")),
    (EvaluationOption.NO_EFFECT, gettext_lazy("Dette virket ikke")),
)
OUTCOME_TAGS = {  # what did not work is no failure, but no tick either
    EvaluationOption.NO_EFFECT: "stopped",
    EvaluationOption.MISREGISTERED: "stopped",
    EvaluationOption.SOME_EFFECT: "info",
}
WAITS_ON = {
    NextKind.SHARE_DRAFT: ConcernState.DRAFT,
    NextKind.SET_IN_MOTION: ConcernState.SHARED,
    NextKind.NOTHING_PLANNED: ConcernState.ACTIVE,
}
FINISHED_SLOT = gettext_lazy("Tiltakene her er evaluert.")
LEVEL_NAMES = {
    Level.ONE: gettext_lazy("innsats i egen tjeneste"),
    Level.TWO: gettext_lazy("samarbeid mellom tjenester"),
    Level.THREE: gettext_lazy("helhetlig samarbeid"),
}


def may(actor, action, facts):
    """Whether to show the way to an action: the same verdict that the write will meet."""
    return bool(policy.may(actor, action, facts))


def line(next_step, *, measure_text, log, today, may_act, concerns=()):
    """The "Hva skjer nå" line. `may_act` shows the way to the holder's next step, if need be in one of `concerns`."""
    said = {"measure": measure_text.removesuffix("."), "date": spoken(next_step.date, today)}
    href, label = _way_on(next_step, log, concerns) if may_act else (None, None)
    return SimpleNamespace(
        tone=TONES[str(next_step.kind.tone)],
        text=str(next_step.kind.label) % said,
        date=None,
        who=None,
        action_href=href,
        action_label=label,
    )


def line_of_page(shown, log, *, today, may_act):
    """The same line from what a log page has found."""
    about = shown.measures.get(shown.next.measure_id)
    text = about.description if about else ""
    return line(shown.next, measure_text=text, log=log, today=today, may_act=may_act, concerns=shown.concerns)


def slots(measures, *, today, add_href, hide_ended=True):
    """The three slots of the board; ended measures are left out, they are told of below."""
    open_measures = [m for m in measures if not (hide_ended and m.state == MeasureState.EVALUATED)]
    return [
        SimpleNamespace(
            heading=arena.label,
            kind=arena.value,
            measures=[measure(m, today=today) for m in open_measures if m.arena == arena],
            empty_text=FINISHED_SLOT if any(m.arena == arena for m in measures) else EMPTY_SLOT[arena],
            add_href=f"{add_href}?arena={arena.value}" if add_href else None,
            add_label=None,
        )
        for arena in Arena
    ]


def measure(row, *, today):
    """One measure as the board shows it."""
    is_active = row.state == MeasureState.ACTIVE
    overdue = is_active and row.evaluate_by < today
    kind, label = MEASURE_TAGS[row.state], _("Skal evalueres") if overdue else MeasureState(row.state).label
    if row.state == MeasureState.EVALUATED and row.outcome:
        kind, label = OUTCOME_TAGS.get(row.outcome, kind), EvaluationOption(row.outcome).label
    return SimpleNamespace(
        description=row.description,
        type_label=MeasureType(row.type).label,
        owners_label=owners(row.shown_owners),
        start_by=row.start_by if row.start_by > today else None,
        evaluate_by=row.evaluate_by if row.state != MeasureState.EVALUATED else None,
        state_tag=(kind, label),
        href=reverse("measure", args=[row.pk]),
        overdue=overdue,
        words=row.outcome_words,
        arena=Arena(row.arena).label,
    )


def informed(concern):
    """Who knows about the concern, in words; empty when nobody is ticked (S003-35)."""
    return ", ".join(str(Informed(each).label) for each in concern.informed if each in Informed.values)


def owners(rows):
    """The owners of a measure in a few words."""
    return ", ".join(
        row["name"].strip() if row["kind"] == OwnerKind.PARTICIPANT else str(OwnerKind(row["kind"]).short)
        for row in rows
    )


def people(grants, standing, *, child, reader):
    """Everyone in the log: the holder, participants and guardians. Contact details stay with each of them (L-22).

    `reader` (an Actor, or None for what leaves the house) sees no unit but their own beside a protected child (L-27).
    """
    staff = [
        SimpleNamespace(
            name=grant.person.name,
            role=Relation(grant.relation).label,
            unit=shown_unit(child, grant.unit, reader)
            if grant.is_employed
            else _("%(unit)s, har sluttet") % {"unit": shown_unit(child, grant.unit, reader)},
            is_holder=grant.relation == Relation.BATON_HOLDER,
            contact=_purpose(grant),
            end_href=reverse("end_participation", args=[grant.log_id, grant.pk])
            if grant.relation in (Relation.PARTICIPANT, Relation.EXTERNAL)
            else None,
            last_day_href=reverse("last_day", args=[grant.log_id, grant.pk])
            if grant.relation == Relation.EXTERNAL
            else None,
        )
        for grant in grants
    ]
    family = [
        SimpleNamespace(
            name=relation.guardian.name,
            role=relation.get_kind_display(),
            unit=None,
            is_holder=False,
            contact=None,
            end_href=None,
            last_day_href=None,
        )
        for relation in standing.relations
    ]
    return staff + family


def _purpose(grant):
    """What a place is for, and its last day where it has one (W-05)."""
    if grant.ends_on is None:
        return grant.purpose or None
    said = {"purpose": grant.purpose, "date": f"{grant.ends_on:%-d.%-m.%Y}"}
    return _("%(purpose)s · til og med %(date)s") % said


def list_rows(rows, *, today, reader, with_tags=True):
    """Rows for Mine stafettlogger and its sisters."""
    return [
        SimpleNamespace(
            href=reverse("log", args=[row.log.pk]),
            child_name=row.log.child.person.name,
            unit_label=unit_label(row.log.child, reader),
            level=row.log.level,
            line=line(row.next, measure_text=row.measure_text, log=row.log, today=today, may_act=False),
            tags=[("stopped", _("Avsluttet"))] if row.log.state == LogState.CLOSED else [],
        )
        for row in rows
    ]


def log_actions(actor, facts, log):
    """The actions at the top of a log page, only those this person may take now (S003-29)."""
    ways = (
        (Action.WRITE_LOG, "new_concern", _("Ny oppmerksomhet"), "concern"),
        (Action.PLAN_MEETING, "new_meeting", _("Nytt møte"), "meeting"),
        (Action.SHARE_BRIGHT_SPOT, "new_bright_spot", _("Nytt lysglimt"), "bright-spot"),
        (Action.WRITE_NOTE, "new_note", _("Nytt notat"), "note"),
        (Action.OFFER_TRANSFER, "transfer_log", _("Overfør stafettlogg"), "handover"),
    )
    return [
        SimpleNamespace(label=label, href=reverse(name, args=[log.pk]), icon=icon, primary=False)
        for action, name, label, icon in ways
        if may(actor, action, facts)
    ]


def coordinated(log, said, reader):
    """Who coordinates, in a few words; None on level 1, empty where nobody has said it (L-41, L-42)."""
    if not coordination.is_due(log.level):
        return None
    if said is None or said.unit is None:
        return ""
    unit = shown_unit(log.child, said.unit, reader)
    return f"{said.child_coordinator.name}, {unit}" if said.child_coordinator else unit


def place_of(child, reader) -> dict:
    """What the head of a log says of where the child is: the unit as `reader` may see it, and whether an address is
    protected (L-27)."""
    return {
        "unit_label": unit_label(child, reader),
        "is_protected": rules.is_protected(child.person.protection),
    }


def unit_label(child, reader):
    """The child's unit and group, as `reader` (an Actor) may see them (L-27)."""
    unit = shown_unit(child, child.unit, reader)
    return f"{unit}, {child.group_name}" if child.group_name and unit == child.unit.name else unit


def guide_step(log, next_step):
    """The step of the guide that helps with what comes next: its name, and its page with the way back (S003-02)."""
    language = (translation.get_language() or "nb")[:2]
    step = step_that_helps(level=log.level, next_kind=next_step.kind, language=language)
    href = reverse("guide_step", kwargs={"level": step.level, "step": step.key})
    return SimpleNamespace(title=step.title, href=f"{href}?logg={log.pk}")


def spoken(day, today):
    """A day as people say it, in the reader's language; empty for none."""
    return in_words(day, today=today, lang=translation.get_language() or "nb") if day else ""


def _way_on(next_step, log, concerns):
    """Where the holder goes next, and what the button says."""
    kind = next_step.kind
    if kind in (NextKind.CONSENT_MISSING, NextKind.CONSENT_WITHDRAWN):
        return reverse("consent", args=[log.pk]), _("Registrer samtykke")
    if kind in (NextKind.CONSENT_RAN_OUT, NextKind.CONSENT_ENDS_SOON):
        return reverse("consent_request", args=[log.pk]), _("Forny samtykket")
    if kind == NextKind.OWN_CONSENT_NEEDED:
        return reverse("consent_request", args=[log.pk]), _("Be om samtykke")
    if kind == NextKind.NO_CONCERN_YET:
        return reverse("new_concern", args=[log.pk]), _("Ny oppmerksomhet")
    if kind in (NextKind.EVALUATION_OVERDUE, NextKind.EVALUATION_SOON):
        return reverse("evaluation", args=[next_step.measure_id]), _("Evaluer tiltaket")
    if kind == NextKind.ADJUST_MEASURE:
        return reverse("edit_measure", args=[next_step.measure_id]), _("Juster tiltaket")
    if kind == NextKind.BATON_OFFERED:
        return reverse("transfer_log", args=[log.pk]), _("Se tilbudet")
    if kind == NextKind.MEETING_NEXT:
        return reverse("meetings", args=[log.pk]), _("Se møtet")
    if kind in (NextKind.READY_TO_CLOSE, NextKind.FAMILY_ASKS_TO_END):
        return reverse("closure", args=[log.pk]), _("Avslutt loggen")
    waiting = _first_waiting(concerns, kind)
    return (reverse("concern", args=[waiting.pk]), _("Åpne oppmerksomheten")) if waiting else (None, None)


def _first_waiting(concerns, kind):
    """The concern that a draft, a shared text or an empty board is waiting in."""
    waiting = (concern for concern in concerns if concern.state == WAITS_ON.get(kind))
    if kind == NextKind.NOTHING_PLANNED:
        waiting = (c for c in waiting if all(m.state == MeasureState.EVALUATED for m in c.shown_measures))
    return next(waiting, None)


def differences(form, theirs):
    """Fields where what is stored now differs from what this person typed: label and stored text (design 4.9)."""
    if not theirs:
        return []
    return [
        SimpleNamespace(label=bound.label, text=_choice_text(bound, theirs.get(bound.name)))
        for bound in form.shown_fields()
        if bound.name in theirs and _plain(theirs[bound.name]) != _plain(bound.value())
    ]


def _plain(value):
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    return str(value if value is not None else "").replace("\r\n", "\n")


def _choice_text(bound, value):
    labels = {str(key): str(label) for key, label in getattr(bound.field, "choices", [])}
    values = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(each), str(each or "")) for each in values) or "–"
