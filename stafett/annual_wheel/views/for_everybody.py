"""The municipality's tasks in every wheel of a kind, for the administrator and the leader of an area."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.annual_wheel import operations
from stafett.annual_wheel.forms.tasks import CommonTaskForm, NewCommonTaskForm
from stafett.annual_wheel.queries import reach, wheels
from stafett.annual_wheel.queries.wheels import Voice

COMMON = {"of": reach.reachable_common, "read": False}


@page(Action.KEEP_COMMON_TASKS, read=False)
def common_tasks(request):
    """Every task the municipality has put in the wheels."""
    return render(request, "annual_wheel/common_tasks.html", {"tasks": wheels.common_tasks()})


@page(Action.KEEP_COMMON_TASKS, methods=("GET", "POST"), read=False)
def new_common_task(request):
    """Put a task in every wheel of a kind."""
    form = NewCommonTaskForm(request.POST or None, initial={"owner": "leader"})
    if attempt(request, form, operations.add_common_task, today=request.today):
        messages.success(request, _("Oppgaven står i alle årshjulene nå."))
        return redirect("common_wheel_tasks")
    lead = _("Den kommer i årshjulet til alle enheter av dette slaget, i år og senere år.")
    return _form(request, form, _("Ny felles oppgave"), lead=lead, label=_("Legg i alle årshjulene"))


@page(Action.KEEP_COMMON_TASKS, **COMMON, methods=("GET", "POST"))
def edit_common_task(request, common):
    """Change it everywhere at once."""
    owners = wheels.owner_choices(common.unit_kind, Voice.of(request.actor))
    form = CommonTaskForm(
        request.POST or None, initial=_words(common), owners=owners, has_month=common.month is not None
    )
    if attempt(request, form, operations.change_common_task, common=common):
        messages.success(request, _("Oppgaven er endret i alle årshjulene."))
        return redirect("common_wheel_tasks")
    lead = _("Endringen gjelder i alle årshjulene med en gang.")
    return _form(request, form, _("Endre felles oppgave"), lead=lead, label=_("Lagre"))


@page(Action.KEEP_COMMON_TASKS, **COMMON, methods=("POST",))
def common_task_withdrawal(request, common):
    """Take it out again."""
    operations.withdraw_common_task(actor=request.actor, common=common)
    messages.success(request, _("Oppgaven er tatt ut av årshjulene. Der den er gjort, står den fortsatt."))
    return redirect("common_wheel_tasks")


def _words(common):
    return {
        "title": common.title, "text": common.text, "month": common.month or "", "owner": common.owner,
        "version": common.version,
    }  # fmt: skip


def _form(request, form, title, *, lead, label):
    now = form.conflict
    context = {
        "form": form, "title": title, "lead": lead, "eyebrow": _("Årshjul"), "label": label,
        "back": reverse("common_wheel_tasks"),
        "theirs": [(form[name].label, getattr(now, name)) for name in ("title", "text")] if now else [],
    }  # fmt: skip
    return render(request, "annual_wheel/form.html", context, status=form.status)
