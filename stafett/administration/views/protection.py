"""The leader's pages of protected addresses and the right to consent, and the administrator's answer (L-26, L-27)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, queries
from stafett.administration.forms import (
    AnswerOpeningForm,
    ConsentRightForm,
    NumberForm,
    OpeningForm,
    ProtectionForm,
)
from stafett.administration.views import presenting
from stafett.register.directory import shown_unit
from stafett.register.enums import RelationState

CHILD = {"of": queries.child_led, "facts": queries.facts_about_child, "methods": ("GET", "POST")}


@page(Action.LEAD_CHILD, **CHILD)
def protection(request, child):
    """Whose address is protected, and what follows."""
    relations = [each for each in queries.guardians_of(child) if each.state != RelationState.ENDED]
    family = [child.person, *(each.guardian for each in relations)]
    initial = {"person_id": str(child.person_id), "protection": child.person.protection}
    form = ProtectionForm(request.POST or None, people=family, initial=initial)
    if attempt(request, form, operations.set_protection, child=child):
        messages.success(request, _("Skjermingen er lagret."))
        return redirect("protection", child.pk)
    context = {
        "child": child,
        "form": form,
        "family": family,
        "is_protected": presenting.is_protected(child),
        "opening": queries.opening_of(child),
    }
    return render(request, "administration/protection.html", context, status=form.status)


@page(Action.LEAD_CHILD, **CHILD)
def new_opening(request, child):
    """As the leader, say yes to a digital log; the administrator must say yes too."""
    form = OpeningForm(request.POST or None, posts=queries.staff_of(child.unit_id, today=request.today))
    if attempt(request, form, operations.ask_for_opening, child=child, today=request.today):
        messages.success(request, _("Ditt ja er lagret. Kommuneadministratoren må også si ja."))
        return redirect("protection", child.pk)
    lead = _(
        "Papir er det vanlige ved skjermet adresse. En digital logg krever at både du og kommuneadministratoren sier ja."
    )
    return _form(request, child, form, _("Si ja til digital logg"), lead)


@page(
    Action.APPROVE_OPENING,
    of=queries.opening_to_answer,
    facts=queries.facts_about_opening,
    methods=("GET", "POST"),
)
def opening_answer(request, opening):
    """As the municipal administrator, say yes or no."""
    form = AnswerOpeningForm(request.POST or None)
    if attempt(request, form, operations.answer_opening, opening=opening):
        messages.success(request, _("Svaret er lagret."))
        return redirect("what_waits")
    context = {
        "opening": opening,
        "form": form,
        "unit": shown_unit(opening.child, opening.child.unit, request.actor),
    }
    return render(request, "administration/opening.html", context, status=form.status)


@page(Action.LEAD_CHILD, **CHILD)
def consent_right(request, child):
    """Who holds the right to consent for the child (L-26)."""
    held_by = child.consent_held_by_unit_id
    units = queries.child_welfare_units()
    initial = {
        "unit_id": str(held_by) if held_by else "guardians",
        "documentation": child.consent_held_document,
    }
    form = ConsentRightForm(request.POST or None, units=units, initial=initial)
    if attempt(request, form, operations.set_consent_right, child=child):
        messages.success(request, _("Samtykkeretten er lagret."))
        return redirect("guardians", child.pk)
    lead = _("Vanligvis har de foresatte samtykkeretten. Barnevernet har den bare når et vedtak sier det.")
    return _form(request, child, form, _("Samtykkerett"), lead, label=_("Lagre"))


@page(Action.LEAD_CHILD, **CHILD)
def child_number(request, child):
    """Correct a child's wrongly typed number (W-16)."""
    form = NumberForm(request.POST or None)
    if attempt(request, form, operations.correct_child_number, child=child):
        messages.success(request, _("Nummeret er rettet."))
        return redirect("guardians", child.pk)
    lead = _("Se etter i papirene. Alderen i Stafett følger nummeret.")
    return _form(
        request, child, form, _("Rett fødselsnummeret"), lead, back=reverse("guardians", args=[child.pk])
    )


def _form(request, child, form, title, lead, *, label=None, back=None):
    context = {
        "title": title,
        "eyebrow": child.person.name,
        "lead": lead,
        "form": form,
        "label": label or title,
        "back": back or reverse("guardians", args=[child.pk]),
    }
    return render(request, "administration/form.html", context, status=form.status)
