"""One task: what it is about, where it is done, doing it with what shows it, and changing it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.annual_wheel import operations
from stafett.annual_wheel.enums import Month, Opens, Rhythm
from stafett.annual_wheel.forms.doing import DoneForm, MonthForm
from stafett.annual_wheel.forms.tasks import NewTaskForm, TaskForm
from stafett.annual_wheel.queries import counts, reach, wheels
from stafett.annual_wheel.queries.wheels import COMMON, Voice
from stafett.annual_wheel.views import ways
from stafett.kernel.dates import school_year_of

TASK = {"of": reach.reachable_task, "facts": reach.facts_about_task, "read": False}
WHEEL = {"of": reach.reachable_wheel, "facts": reach.facts_about_wheel, "read": False}


@page(Action.READ_WHEEL, **TASK)
def wheel_task(request, task):
    """What the task is about, where it is done, what has been done, and what one may do with it."""
    wheel, seen = _seen(request, task)
    leads = bool(policy.may(request.actor, Action.LEAD_WHEEL, request.facts))
    context = {
        "wheel": wheel, "task": seen, "leads": leads,
        "does": bool(policy.may(request.actor, Action.DO_WHEEL_TASK, request.facts)),
        "way": ways.of(seen, wheel, leads=leads),
        "waiting": _waiting(request, wheel, seen) if leads else [],
        "history": wheels.history_of(task), "month_labels": dict(Month.choices),
        "is_common": seen.origin == COMMON, "is_monthly": seen.rhythm == Rhythm.MONTHLY,
        "this_month": request.today.month, "is_this_year": school_year_of(request.today) == wheel.year,
    }  # fmt: skip
    return render(request, "annual_wheel/task.html", context)


@page(Action.DO_WHEEL_TASK, **TASK, methods=("GET", "POST"))
def task_done(request, task):
    """Say that it is done, with what shows it."""
    _wheel, seen = _seen(request, task)
    month = _month_asked(request) if seen.rhythm == Rhythm.MONTHLY else None
    form = DoneForm(request.POST or None, initial={"month": month or ""})
    if attempt(request, form, operations.do_task, task=task, today=request.today):
        messages.success(request, _("Oppgaven er gjort. Godt jobbet!"))
        return redirect("wheel_task", task.pk)
    title = _("Gjort") if month is None else _("Gjort i %(month)s") % {"month": Month(month).label}
    return _form(request, form, title, task, seen, label=_("Marker som gjort"))


@page(Action.DO_WHEEL_TASK, **TASK, methods=("POST",))
def task_undone(request, task):
    """Take back that it is done."""
    form = MonthForm(request.POST)
    if not form.is_valid():
        raise Http404
    operations.undo_task(actor=request.actor, task=task, month=form.cleaned_data["month"])
    messages.success(request, _("Oppgaven står som ikke gjort igjen."))
    return redirect("wheel_task", task.pk)


@page(Action.LEAD_WHEEL, **TASK, methods=("GET", "POST"))
def edit_task(request, task):
    """Change words, month and owner; when somebody else was quicker, both texts are shown."""
    wheel, seen = _seen(request, task)
    owners = wheels.owner_choices(wheel.unit_kind, Voice.of(request.actor))
    form = TaskForm(
        request.POST or None, initial=_words(seen, task), owners=owners, has_month=seen.month is not None
    )
    if attempt(request, form, operations.change_task, task=task):
        messages.success(request, _("Oppgaven er endret."))
        return redirect("wheel_task", task.pk)
    return _form(request, form, _("Endre oppgaven"), task, seen, label=_("Lagre"))


@page(Action.LEAD_WHEEL, **TASK, methods=("POST",))
def task_away(request, task):
    """Say that it is not for this unit this year."""
    operations.put_task_away(actor=request.actor, task=task)
    messages.success(request, _("Oppgaven er lagt bort. Du kan ta den fram igjen herfra."))
    return redirect("wheel_task", task.pk)


@page(Action.LEAD_WHEEL, **TASK, methods=("POST",))
def task_return(request, task):
    """Take it out again."""
    operations.take_task_back(actor=request.actor, task=task)
    messages.success(request, _("Oppgaven står i årshjulet igjen."))
    return redirect("wheel_task", task.pk)


@page(Action.LEAD_WHEEL, **WHEEL, methods=("GET", "POST"))
def new_task(request, wheel):
    """Put a task of the unit's own in the wheel."""
    owners = wheels.owner_choices(wheel.unit.kind, Voice.of(request.actor))
    form = NewTaskForm(request.POST or None, owners=owners, initial={"owner": owners[0][0]})
    if made := attempt(request, form, operations.add_task, wheel=wheel):
        messages.success(request, _("Oppgaven står i årshjulet."))
        return redirect("wheel_task", made.pk)
    context = {
        "form": form, "title": _("Ny oppgave"), "eyebrow": wheel.unit.name, "label": _("Legg i årshjulet"),
        "back": _home(wheel.unit_id, wheel.year), "lead": _("Noe dere selv vil huske på. Den følger med til neste år."),
    }  # fmt: skip
    return render(request, "annual_wheel/form.html", context, status=form.status)


def _seen(request, task):
    return wheels.seen_task(task, voice=Voice.of(request.actor), today=request.today)


def _waiting(request, wheel, seen):
    """Sentences on what waits where the task leads; on its own page also what is too much for the wheel's."""
    logs = counts.logs_of(wheel.unit_id, today=request.today)
    said = [ways.waiting_there(seen, wheel, logs, today=request.today)]
    if seen.opens == Opens.FLOW:
        said.append(ways.consents_sentence(counts.consents_ending(wheel.unit_id, today=request.today)))
    if seen.opens == Opens.TRAINING:
        said.append(ways.training_sentence(counts.wanting_training(wheel.unit_id, today=request.today)))
    return [sentence for sentence in said if sentence]


def _month_asked(request):
    asked = request.POST.get("month") or request.GET.get("maaned") or str(request.today.month)
    if not (asked.isdecimal() and len(asked) < 3 and int(asked) in Month.values):
        raise Http404
    return int(asked)


def _words(seen, task):
    return {
        "title": seen.title, "text": seen.text, "month": seen.month or "", "owner": seen.owner, "version": task.version,
    }  # fmt: skip


def _home(unit_id, year):
    return f"{reverse('unit_wheel', args=[unit_id])}?aar={year}"


def _form(request, form, title, task, seen, *, label):
    theirs = []
    if form.conflict:
        _wheel, now = _seen(request, form.conflict)
        theirs = [
            (bound.label, getattr(now, bound.name))
            for bound in form.shown_fields()
            if bound.name in ("title", "text")
        ]
    context = {
        "form": form, "title": title, "eyebrow": seen.title, "label": label, "theirs": theirs,
        "back": reverse("wheel_task", args=[task.pk]), "lead": None,
    }  # fmt: skip
    return render(request, "annual_wheel/form.html", context, status=form.status)
