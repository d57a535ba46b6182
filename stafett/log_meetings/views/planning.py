"""Planning a meeting from the log: inviting, changing, calling it off."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action, Relation
from stafett.access.guard import attempt, page
from stafett.log_meetings import operations
from stafett.log_meetings.forms.planning import CancelForm, ChangeForm, PlanForm
from stafett.log_meetings.queries import agenda as agendas
from stafett.log_meetings.queries import facts_about, meetings, people, reachable_meeting
from stafett.log_meetings.rules import planning
from stafett.log_meetings.views import presenting
from stafett.relay_log import queries as log_queries
from stafett.relay_log.content import library
from stafett.relay_log.views.log import simple

LOG = {"of": log_queries.reachable_log, "facts": log_queries.facts_about, "methods": ("GET", "POST")}
MEETING = {"of": reachable_meeting, "facts": facts_about, "methods": ("GET", "POST")}


@page(Action.PLAN_MEETING, **LOG)
def new_meeting(request, log):
    """Invite to a meeting: everything is suggested, so that two taps are enough."""
    candidates = people.candidates(log, today=request.today)
    form = _form(PlanForm, request, log, candidates, initial=_suggested(request, log, candidates))
    made = attempt(request, form, operations.plan_meeting, log=log, today=request.today)
    if made:
        messages.success(request, _("Invitasjonen er sendt."))
        return redirect("meeting", made.pk)
    return _form_page(request, form, log, candidates, title=_("Nytt møte"), label=_("Inviter"))


@page(Action.PLAN_MEETING, **MEETING)
def change_meeting(request, meeting):
    """Change time, place or people; those it concerns are told."""
    log, candidates = meeting.log, people.candidates(meeting.log, today=request.today)
    stored = _stored(meeting, meetings.invitations_of(meeting))
    form = _form(ChangeForm, request, log, candidates, initial=stored)
    change = {"log": log, "meeting": meeting, "today": request.today}
    if attempt(request, form, operations.change_meeting, **change):
        messages.success(request, _("Møtet er endret, og de det gjelder, har fått beskjed."))
        return redirect("meeting", meeting.pk)
    return _form_page(
        request, form, log, candidates, title=_("Endre møtet"), label=_("Lagre"), meeting=meeting,
        theirs=form.conflict and stored,
    )  # fmt: skip


@page(Action.CANCEL_MEETING, **MEETING)
def cancel_meeting(request, meeting):
    """Call a meeting off; those invited are told."""
    form = CancelForm(request.POST or None)
    change = {"log": meeting.log, "meeting": meeting, "today": request.today}
    if attempt(request, form, operations.cancel_meeting, **change):
        messages.success(request, _("Møtet er avlyst, og de inviterte har fått beskjed."))
        return redirect("meetings", meeting.log.pk)
    lead = presenting.when_in_words(meeting)
    back = presenting.href_of(meeting)
    return simple(request, form, meeting.log, _("Avlys møtet"), _("Avlys møtet"), lead=lead, back=back)


def _form(kind, request, log, candidates, *, initial):
    return kind(
        request.POST or None,
        people=candidates,
        asks_why_child_is_absent=people.is_pupil(log, today=request.today),
        initial=initial,
    )


def _form_page(request, form, log, candidates, *, title, label, meeting=None, theirs=None):
    in_log = {each.person_id for each in candidates}
    context = {
        "log": log,
        "form": form,
        "meeting": meeting,
        "title": title,
        "label": label,
        "told_by_hand": [each.name for each in candidates if not each.is_digital],
        "helpers": presenting.helpers(people.helpers_of(log, today=request.today), log, in_log),
        "theirs": presenting.differences(form, theirs),
        "prompts": library.prompts("write_in_the_meeting"),
    }
    return render(request, "log_meetings/plan.html", context, status=form.status)


def _suggested(request, log, candidates):
    """A week ahead, the family and the child, and whoever has something under way (S001-29, S001-43)."""
    starts_at = planning.usual_start(request.today)
    owners = agendas.owners_of_active(log)
    family = {Relation.GUARDIAN: True, Relation.CHILD: people.is_pupil(log, today=request.today)}
    return {
        "kind": planning.suggested_kind(has_active_measures=agendas.has_active_measures(log)),
        "day": starts_at.date(),
        "at": starts_at.time(),
        "minutes": planning.USUAL_MINUTES,
        "form": "in_person",
        "interpreter": "not_needed",
        "writer_id": str(request.actor.person_id),
        "invited_ids": [
            str(each.person_id) for each in candidates if family.get(each.relation, each.person_id in owners)
        ],
    }


def _stored(meeting, invitations):
    """The meeting as the form has it."""
    starts_at = presenting.local_start(meeting)
    names = (
        "kind", "minutes", "form", "place", "video_link", "child_absent_reason", "interpreter",
        "interpreter_language", "version",
    )  # fmt: skip
    return {name: getattr(meeting, name) for name in names} | {
        "day": starts_at.date(),
        "at": starts_at.time(),
        "writer_id": str(meeting.writer_id),
        "invited_ids": [
            str(each.person_id) for each in invitations if each.relation != Relation.BATON_HOLDER
        ],
    }
