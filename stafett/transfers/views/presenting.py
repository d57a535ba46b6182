"""Turns what queries found into lines that pages show. No queries, no decisions."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.kernel.clock import today_in_norway
from stafett.register.directory import shown_unit
from stafett.relay_log.enums import MeasureState
from stafett.relay_log.views import presenting as log_presenting
from stafett.transfers.enums import StarterStep

DONE, WANTING = "done", "soon"
STEP_TAGS = {
    StarterStep.CHOOSE_SCHOOL: "soon", StarterStep.ASK_CONSENT: "soon", StarterStep.OFFER: "soon",
    StarterStep.OFFERED: "shared", StarterStep.ACCEPTED: "active", StarterStep.READ: "active",
    StarterStep.PLANNED: "done",
}  # fmt: skip


def checks(known, log, *, today):
    """The holder's checklist: (mark, what it says, where it is put right or None)."""
    return [
        _overdue(known, log),
        _drafts(known, log),
        _consent(known, log, today),
        _meeting(known, log, today),
    ]


def summary(known, *, today):
    """What stands open, as (term, value): counts and days, and nothing of what is written."""
    return [
        (_("Tiltak i gang"), str(known.measures)),
        (_("Neste evaluering"), _day(known.next_on, today) or _("Ingen dato")),
        (_("Samtykket gjelder til"), _day(known.consent_until, today) or _("Gjelder ikke nå")),
        (_("Neste møte"), _day(_date(known.meeting_at), today) or _("Ikke planlagt")),
    ]


def row(transfer, reader):
    """One offer as a list and its own page show it, by what `reader` (an Actor) may see of the units (L-27)."""
    child = transfer.log.child
    to = shown_unit(child, transfer.to_unit, reader)
    return SimpleNamespace(
        pk=transfer.pk,
        child_name=child.person.name,
        where=log_presenting.unit_label(child, reader),
        level=transfer.log.level,
        kind=transfer.get_kind_display(),
        giver=transfer.from_person.name if transfer.from_person else "",
        receiver=transfer.to_person.name if transfer.to_person else to,
        to=to,
        expires_on=transfer.expires_on,
        until=transfer.until,
        href=reverse("transfer", args=[transfer.pk]),
    )


def learned(measures, *, today):
    """(heading, measures) of what has been evaluated: what goes on every day comes first (S001-45, S001-46)."""
    evaluated = [each for each in reversed(measures) if each.state == MeasureState.EVALUATED]
    return [
        (heading, [log_presenting.measure(each, today=today) for each in evaluated if each.outcome == option])
        for option, heading in log_presenting.LEARNED
    ]


def open_dates(measures, *, today):
    """Measures that are not evaluated, the nearest day first."""
    waiting = [each for each in measures if each.state != MeasureState.EVALUATED]
    waiting.sort(key=lambda each: (each.evaluate_by, each.created_at))
    return [log_presenting.measure(each, today=today) for each in waiting]


def starter(found, reader):
    """One school starter as a leader's list shows it."""
    child = found.log.child
    return SimpleNamespace(
        child_name=found.child_name,
        origin=shown_unit(child, found.from_unit, reader),
        school=shown_unit(child, found.school, reader) if found.school else "",
        tag=(STEP_TAGS[found.step], found.step.label),
        meeting_at=found.meeting_at,
        school_href=reverse("starter_school", args=[found.log.pk]),
        offer_href=reverse("transfer", args=[found.transfer_id]) if found.transfer_id else None,
        chooses=found.step == StarterStep.CHOOSE_SCHOOL,
    )


def _overdue(known, log):
    if not known.overdue:
        return DONE, _("Ingen evaluering er over tiden."), None
    said = ngettext(
        "%(count)s tiltak skulle vært evaluert.", "%(count)s tiltak skulle vært evaluert.", known.overdue
    )
    return WANTING, said % {"count": known.overdue}, reverse("log", args=[log.pk])


def _drafts(known, log):
    if not known.drafts:
        return DONE, _("Alt du har skrevet, er delt."), None
    said = ngettext(
        "%(count)s utkast er ikke delt. Det følger pinnen.",
        "%(count)s utkast er ikke delt. De følger pinnen.",
        known.drafts,
    )
    return WANTING, said % {"count": known.drafts}, reverse("log", args=[log.pk])


def _consent(known, log, today):
    if known.consent_until is None:
        return WANTING, _("Samtykket gjelder ikke nå."), reverse("consent", args=[log.pk])
    return DONE, _("Samtykket gjelder til %(date)s.") % {"date": _day(known.consent_until, today)}, None


def _meeting(known, log, today):
    if known.meeting_at is None:
        way = (
            reverse("new_meeting", args=[log.pk]) if known.consent_until else None
        )  # a meeting needs consent
        return WANTING, _("Ikke noe møte er planlagt."), way
    return DONE, _("Neste møte er %(date)s.") % {"date": _day(_date(known.meeting_at), today)}, None


def _date(moment):
    return today_in_norway(moment) if moment else None


def _day(day, today):
    return log_presenting.spoken(day, today)


def package(found):
    """What a package holds, as (term, value): whom it is about, and how much there is. Nothing that somebody else's file
    says is trusted to be more than words."""
    log, cover = found.log, found.cover
    return [
        (_("Barn"), _words(log["child"].get("name"))),
        (_("Født"), _words(log["child"].get("birth_date"))),
        (_("Fra"), _words(cover.get("from"))),
        (_("Til"), _words(cover.get("to"))),
        (_("Laget"), _words(cover.get("made_on"))),
        (_("Nivå"), _words(log.get("level"))),
        (_("Oppmerksomheter"), str(len(log["concerns"]))),
        (_("Møter"), str(len(log["meetings"]))),
        (_("Lysglimt"), str(len(log["bright_spots"]))),
    ]


def _words(value):
    return value[:200] if isinstance(value, str) and value else "–"
