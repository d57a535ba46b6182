"""The log page, and the small forms that hang on the log itself."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action, Relation
from stafett.access.guard import attempt, page
from stafett.kernel.ids import parse_id
from stafett.kernel.text import clean_line
from stafett.register import staff
from stafett.relay_log import operations, queries
from stafett.relay_log.content import library
from stafett.relay_log.enums import Level
from stafett.relay_log.forms.keeping import NoteKeepingForm
from stafett.relay_log.forms.start import (
    BrightSpotForm,
    ClosureForm,
    LevelForm,
    NoteForm,
    ParticipantForm,
)
from stafett.relay_log.queries.page import grants_of, log_page
from stafett.relay_log.queries.parts import evaluated_measures
from stafett.relay_log.views import journal, keeping, presenting

LOG = {"of": queries.reachable_log, "facts": queries.facts_about}
WRITES = {**LOG, "methods": ("GET", "POST")}


@page(Action.VIEW_LOG, **LOG)
def log(request, log):
    """The log: what happens now, the board under each goal, the story, the people."""
    before = request.GET.get("eldre", "")
    shown = log_page(
        log, today=request.today, before=int(before) if before.isdecimal() and len(before) < 19 else None
    )
    is_holder = log.relation == Relation.BATON_HOLDER
    prompts = ("log_belongs_to_the_child", *(("write_in_the_meeting",) if is_holder else ()))
    context = {
        "log": log,
        "shown": shown,
        "may": {action.value: presenting.may(request.actor, action, request.facts) for action in Action},
        "line": presenting.line_of_page(shown, log, today=request.today, may_act=is_holder),
        "actions": presenting.log_actions(request.actor, request.facts, log),
        "people": presenting.people(shown.people, log.standing, child=log.child, reader=request.actor),
        "story": keeping.story_with_ways_to_change(request, log, shown),
        "sees_all": log.sight.only is None,
        "journal": journal.for_health_staff(request.actor, shown, log, today=request.today),
        **presenting.place_of(log.child, request.actor),
        "level_name": presenting.LEVEL_NAMES[log.level],
        "coordinated": presenting.coordinated(log, shown.coordination, request.actor),
        "show": presenting,
        "prompts": library.prompts(*prompts),
    }
    return render(request, "relay_log/log.html", context)


@page(Action.VIEW_LOG, **LOG)
def learned(request, log):
    """What has been tried and how it went, for whoever takes over: continued arrangements first (S001-45, S001-46)."""
    measures = evaluated_measures(log)
    groups = [
        (heading, [presenting.measure(m, today=request.today) for m in measures if m.outcome == option])
        for option, heading in presenting.LEARNED
    ]
    context = {"log": log, "groups": groups, "prompts": library.prompts("reading_a_received_log")}
    return render(request, "relay_log/learned.html", context)


@page(Action.SHARE_BRIGHT_SPOT, **WRITES)
def new_bright_spot(request, log):
    """Write a lysglimt."""
    form = BrightSpotForm(request.POST or None)
    if attempt(request, form, operations.share_bright_spot, log=log):
        return _thanks(request, log, _("Lysglimtet er delt."))
    return simple(
        request,
        form,
        log,
        _("Nytt lysglimt"),
        _("Del lysglimtet"),
        lead=_("Noe som gikk bra, stort eller lite. Alle i loggen ser det."),
    )


@page(Action.WRITE_NOTE, **WRITES)
def new_note(request, log):
    """Write a note to the whole log."""
    form = NoteForm(request.POST or None, **keeping.options(request, log))
    if attempt(request, form, operations.write_note, log=log):
        return _thanks(request, log, _("Notatet er lagret."))
    prompts = library.prompts("only_about_the_child", "suspicion_of_violence")
    return simple(
        request,
        form,
        log,
        _("Nytt notat"),
        _("Lagre notatet"),
        lead=_("Alle i loggen ser notatet, også barnet og foresatte."),
        prompts=prompts,
    )


@page(Action.KEEP_NOTE, of=queries.reachable_note, facts=queries.facts_about, methods=("GET", "POST"))
def note_keeping(request, note):
    """Keep a note that is written from guardians, or share it with them after all (L-13)."""
    known = {"keep": bool(note.kept_from_guardians), "kept_from_guardians": note.kept_from_guardians}
    form = NoteKeepingForm(request.POST or None, initial=known)
    if attempt(request, form, operations.change_note_keeping, log=note.log, note=note):
        return _thanks(request, note.log, _("Det er lagret hvem som ser notatet."))
    lead = _("Foresatte ser verken teksten eller at noe er holdt tilbake. Barnet selv ser det.")
    return simple(request, form, note.log, _("Hvem ser notatet?"), _("Lagre"), lead=lead)


@page(Action.CHANGE_LEVEL, **WRITES)
def level(request, log):
    """Raise or lower the level, with a reason."""
    choices = [(str(each.value), each.label) for each in Level if abs(each - log.level) == 1]
    form = LevelForm(request.POST or None, initial={"level": choices[0][0]})
    form.fields["level"].choices = choices
    if attempt(request, form, operations.change_level, log=log):
        return _thanks(request, log, _("Nivået er endret."))
    lead = _("Loggen er på nivå %(level)s: %(name)s.") % {
        "level": log.level,
        "name": presenting.LEVEL_NAMES[log.level],
    }
    return simple(
        request, form, log, _("Endre nivå"), _("Endre nivå"), lead=lead, prompts=library.prompts("level_two")
    )


@page(Action.INVITE_PARTICIPANT, **WRITES, limit="search")
def participants(request, log):
    """Find a colleague or a service, and let them in."""
    asked = clean_line(request.GET.get("q", ""))[:100]
    grants = grants_of(log, today=request.today)
    found = staff.search(asked, day=request.today, leave_out=[g.person_id for g in grants]) if asked else []
    form = ParticipantForm(request.POST or None, found=found)
    if attempt(request, form, operations.add_participant, log=log, today=request.today):
        return _thanks(request, log, _("Aktøren er lagt til."))
    context = {
        "log": log,
        "form": form,
        "asked": asked,
        "found": found,
        "people": presenting.people(grants, log.standing, child=log.child, reader=request.actor),
        "prompts": library.prompts("level_two"),
    }
    return render(request, "relay_log/participants.html", context, status=form.status)


@page(Action.INVITE_PARTICIPANT, **LOG, methods=("POST",))
def end_participation(request, log, grant):
    """End a participant's place in the log."""
    operations.end_participation(actor=request.actor, log=log, grant_id=parse_id(str(grant)))
    return _thanks(request, log, _("Deltakelsen er avsluttet."))


@page(Action.CLOSE_LOG, **WRITES)
def closure(request, log):
    """Close the log."""
    form = ClosureForm(request.POST or None)
    if attempt(request, form, operations.close_log, log=log, today=request.today):
        return _thanks(request, log, _("Loggen er avsluttet."))
    return simple(
        request,
        form,
        log,
        _("Avslutt loggen"),
        _("Avslutt loggen"),
        lead=_("Når loggen er avsluttet, kan den leses, men ikke endres."),
    )


@page(Action.DISCARD_LOG, **WRITES)
def discard(request, log):
    """Delete a log that never came into use, after asking once."""
    if request.method == "POST":
        operations.discard_log(actor=request.actor, log=log)
        messages.success(request, _("Loggen er slettet."))
        return redirect("my_logs")
    return render(
        request,
        "relay_log/confirm.html",
        {
            "log": log,
            "title": _("Slett loggen"),
            "lead": _(
                "Loggen er ikke tatt i bruk. Alt som står i den, blir slettet. Sporet viser bare at den har vært her."
            ),
            "label": _("Slett loggen"),
        },
    )


def simple(request, form, log, title, label, *, lead=None, prompts=(), back=None):
    """A page with one form."""
    context = {
        "log": log,
        "form": form,
        "title": title,
        "label": label,
        "lead": lead,
        "prompts": prompts,
        "back": back,
    }
    return render(request, "relay_log/simple_form.html", context, status=form.status)


def _thanks(request, log, text):
    messages.success(request, text)
    return redirect("log", log.pk)
