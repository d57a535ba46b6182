"""Pages of one concern: write, share, set in motion, reach the goal, end."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.relay_log import operations, queries
from stafett.relay_log.content import library
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.forms.concern import ActivationForm, ConcernForm, GoalForm
from stafett.relay_log.forms.start import NoteForm, ReasonForm
from stafett.relay_log.queries.categories import offered_to
from stafett.relay_log.queries.former import former_texts
from stafett.relay_log.queries.parts import concern_parts, current_goal
from stafett.relay_log.rules import goals, measures
from stafett.relay_log.views import keeping, presenting
from stafett.relay_log.views.log import WRITES as LOG_WRITES
from stafett.relay_log.views.log import simple

CONCERN = {"of": queries.reachable_concern, "facts": queries.facts_about}
WRITES = {**CONCERN, "methods": ("GET", "POST")}
OPEN = (ConcernState.DRAFT, ConcernState.SHARED, ConcernState.ACTIVE)
SMARTE = [f"smarte_{letter}" for letter in "smarte"]
HELP = ("context_not_only_the_child", "goal_present_tense", "one_goal_at_a_time", "childs_view", "only_about_the_child", "suspicion_of_violence")  # fmt: skip


@page(Action.WRITE_LOG, **LOG_WRITES)
def new_concern(request, log):
    """Write a private draft, from scratch or from a worked example."""
    chosen = library.examples().get(request.GET.get("mal", ""))
    options = keeping.options(request, log) | {"offered": offered_to()}
    form = ConcernForm(request.POST or None, initial=_from_template(chosen), **options)
    concern = attempt(request, form, operations.draft_concern, log=log, today=request.today)
    if concern:
        messages.success(request, _("Utkastet er lagret. Bare du ser det."))
        return redirect("concern", concern.pk)
    templates = [(key, library.said(item["name"])) for key, item in library.examples().items()]
    context = {
        "log": log,
        "form": form,
        "title": _("Ny oppmerksomhet"),
        "templates": templates,
        "chosen": chosen,
        "outcome": library.said(chosen["outcome"]) if chosen and chosen["outcome"] else None,
    }
    return _form_page(request, form, context)


@page(Action.WRITE_LOG, **WRITES)
def edit_concern(request, concern):
    """Change the words; when somebody else was quicker, both texts are shown."""
    options = keeping.options(request, concern.log, is_kept=bool(concern.kept_from_guardians))
    options |= {"offered": offered_to(concern)}
    form = ConcernForm(request.POST or None, initial=_from_concern(concern), **options)
    done = attempt(
        request, form, operations.revise_concern, log=concern.log, concern=concern, today=request.today
    )
    if done:
        messages.success(request, _("Oppmerksomheten er lagret."))
        return redirect("concern", concern.pk)
    context = {
        "log": concern.log,
        "form": form,
        "concern": concern,
        "title": _("Endre oppmerksomheten"),
        "templates": [],
        "chosen": None,
    }
    return _form_page(request, form, context, theirs=form.conflict and _from_concern(form.conflict))


@page(Action.VIEW_LOG, **CONCERN)
def concern(request, concern):
    """Everything about one concern, and the next step for it."""
    parts = concern_parts(concern)
    may_write = presenting.may(request.actor, Action.WRITE_LOG, request.facts) and concern.state in OPEN
    add_href = reverse("new_measure", args=[concern.pk]) if may_write else None
    open_measures = [m for m in parts["measures"] if m.state != MeasureState.EVALUATED]
    ended = [m for m in parts["measures"] if m.state == MeasureState.EVALUATED]
    context = {
        **parts,
        "log": concern.log,
        "concern": concern,
        "factors": [factor for factor in parts["factors"] if factor.shared_at],
        "own_factors": sum(factor.shared_at is None for factor in parts["factors"]),
        "may_write": may_write,
        "may_note": presenting.may(request.actor, Action.WRITE_NOTE, request.facts),
        "may_take_out": presenting.may(request.actor, Action.TAKE_OUT_CONCERN, request.facts),
        "missing_at_home": measures.missing_at_home(m.arena for m in open_measures) if may_write else 0,
        "slots": presenting.slots(parts["measures"], today=request.today, add_href=add_href),
        "ended": [presenting.measure(each, today=request.today) for each in ended],
        "open_measures": open_measures,
        "informed": presenting.informed(concern),
        "state_kind": presenting.CONCERN_TAGS[concern.state],
        "hints": goals.hints(parts["goals"][0].text) if may_write and parts["goals"] else [],
    }
    return render(request, "relay_log/concern.html", context)


@page(Action.VIEW_LOG, **CONCERN)
def concern_history(request, concern):
    """Former wordings of a concern."""
    labels = {
        name: ConcernForm.base_fields[name].label
        for name in ("title", "background", "context", "child_view", "disagreement_weighed")
    }
    context = {
        "log": concern.log,
        "title": concern.title,
        "former": former_texts(concern, labels, shared_at=concern.shared_at),
        "back": _back(concern),
    }
    return render(request, "relay_log/former.html", context)


@page(Action.WRITE_LOG, **CONCERN, methods=("POST",))
def sharing(request, concern):
    """Share the draft with everyone in the log."""
    operations.share_concern(actor=request.actor, log=concern.log, concern=concern, today=request.today)
    messages.success(request, _("Oppmerksomheten er delt. Alle i loggen ser den nå."))
    return redirect("concern", concern.pk)


@page(Action.WRITE_LOG, **WRITES)
def activation(request, concern):
    """Set the work in motion."""
    initial = {name: getattr(concern, name) for name in ("no_child_measure_reason", "disagreement_weighed")}
    form = ActivationForm(request.POST or None, initial=initial)
    if attempt(
        request, form, operations.activate_concern, log=concern.log, concern=concern, today=request.today
    ):
        messages.success(request, _("Da er dere i gang."))
        return redirect("log", concern.log.pk)
    lead = _("Når dere setter i gang, begynner tiltakene å gjelde.")
    prompts = library.prompts("why_home_measure", "child_takes_part")
    return simple(
        request,
        form,
        concern.log,
        _("Sett i gang"),
        _("Sett i gang"),
        lead=lead,
        prompts=prompts,
        back=_back(concern),
    )


@page(Action.WRITE_LOG, **CONCERN, methods=("POST",))
def achievement(request, concern):
    """Say that the goal is reached."""
    operations.achieve_goal(actor=request.actor, log=concern.log, concern=concern, today=request.today)
    messages.success(request, _("Målet er nådd. Så bra!"))
    return redirect("log", concern.log.pk)


@page(Action.WRITE_LOG, **WRITES)
def ending(request, concern):
    """End a concern without having reached its goal."""
    form = ReasonForm(request.POST or None)
    if attempt(request, form, operations.end_concern, log=concern.log, concern=concern, today=request.today):
        messages.success(request, _("Oppmerksomheten er avsluttet."))
        return redirect("log", concern.log.pk)
    return simple(
        request,
        form,
        concern.log,
        _("Avslutt oppmerksomheten"),
        _("Avslutt oppmerksomheten"),
        lead=concern.title,
        back=_back(concern),
    )


@page(Action.WRITE_LOG, **WRITES)
def discarding(request, concern):
    """Delete a private draft, after asking once."""
    if request.method == "POST":
        operations.discard_concern(actor=request.actor, log=concern.log, concern=concern)
        messages.success(request, _("Utkastet er slettet."))
        return redirect("log", concern.log.pk)
    context = {
        "log": concern.log,
        "title": _("Slett utkastet"),
        "lead": concern.title,
        "label": _("Slett utkastet"),
    }
    return render(request, "relay_log/confirm.html", context)


@page(Action.WRITE_LOG, **WRITES)
def new_goal(request, concern):
    """Write a new goal; the former one stays in the history."""
    form = GoalForm(request.POST or None)
    if attempt(request, form, operations.replace_goal, log=concern.log, concern=concern, today=request.today):
        messages.success(request, _("Det nye målet er lagret."))
        return redirect("concern", concern.pk)
    prompts = library.prompts("goal_may_be_the_problem", *SMARTE)
    return simple(
        request,
        form,
        concern.log,
        _("Nytt mål"),
        _("Lagre målet"),
        lead=concern.title,
        prompts=prompts,
        back=_back(concern),
    )


@page(Action.WRITE_NOTE, **WRITES)
def new_concern_note(request, concern):
    """Write a note to this concern."""
    form = NoteForm(request.POST or None, **keeping.options(request, concern.log))
    if attempt(request, form, operations.write_note, log=concern.log, concern_id=concern.pk):
        messages.success(request, _("Notatet er lagret."))
        return redirect("log", concern.log.pk)
    prompts = library.prompts("only_about_the_child", "suspicion_of_violence")
    return simple(
        request,
        form,
        concern.log,
        _("Nytt notat"),
        _("Lagre notatet"),
        lead=concern.title,
        prompts=prompts,
        back=_back(concern),
    )


def _form_page(request, form, context, *, theirs=None):
    context |= {
        "prompts": library.prompts(*HELP),
        "smarte": library.prompts(*SMARTE),
        "theirs": presenting.differences(form, theirs),
    }
    return render(request, "relay_log/concern_form.html", context, status=form.status)


def _back(concern):
    return reverse("concern", args=[concern.pk])


def _from_template(chosen):
    if not chosen:
        return None
    return {
        "title": library.said(chosen["title"]),
        "category": chosen["category"],
        "subcategory": chosen.get("subcategory", ""),
        "goal_text": library.said(chosen["goal"]),
        "success_indicator": library.said(chosen["success_indicator"]),
    }


def _from_concern(concern):
    goal = current_goal(concern)
    words = {name: getattr(concern, name) for name in ConcernForm.base_fields if hasattr(concern, name)}
    words |= {"keep": bool(concern.kept_from_guardians), "kept_from_guardians": concern.kept_from_guardians}
    if goal:
        words |= {"goal_text": goal.text, "goal_kind": goal.kind, "success_indicator": goal.success_indicator, "smarte": goal.smarte}  # fmt: skip
    return words
