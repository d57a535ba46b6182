"""The leader's pages of one guardian relation: block, open again, put right, end; and requests for information."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, queries
from stafett.administration.forms import (
    AnswerForm,
    EndForm,
    NumberForm,
    ReasonedForm,
    RequestForm,
    ResponsibilityForm,
)
from stafett.administration.views import presenting
from stafett.register.enums import RelationState

RELATION = {"of": queries.relation_led, "facts": queries.facts_about_led_relation}
CHANGES = {**RELATION, "methods": ("GET", "POST")}
REQUEST = {"of": queries.request_led, "facts": queries.facts_about_request}


@page(Action.LEAD_CHILD, **RELATION)
def guardian_relation(request, relation):
    """What is known of a guardian and how, why they are blocked, and what the leader can do."""
    context = {
        "relation": relation,
        "shown": presenting.guardian(relation, by_leader=True),
        "requests": queries.requests_of(relation),
        "is_blocked": relation.state == RelationState.BLOCKED,
        "has_ended": relation.state == RelationState.ENDED,
    }
    return render(request, "administration/relation.html", context)


@page(Action.LEAD_CHILD, **CHANGES)
def blocking(request, relation):
    """Shut a guardian out (L-25)."""
    form = ReasonedForm(request.POST or None)
    if attempt(request, form, operations.block_guardian, relation=relation):
        return _done(request, relation, _("Tilgangen er sperret."))
    lead = _(
        "Tilgangen slutter med en gang. Den foresatte får ingen melding, og ser ikke at det finnes en logg."
    )
    return _form(request, relation, form, _("Sperr tilgangen"), lead)


@page(Action.LEAD_CHILD, **CHANGES)
def block_lifting(request, relation):
    """Take a block away; somebody else confirms."""
    form = ReasonedForm(request.POST or None)
    if attempt(request, form, operations.lift_block, relation=relation):
        return _done(
            request, relation, _("Sperringen er opphevet. Relasjonen venter på at noen andre bekrefter.")
        )
    lead = _("Den foresatte leser ingenting før en til har sett på saken og bekreftet.")
    return _form(request, relation, form, _("Opphev sperringen"), lead)


@page(Action.LEAD_CHILD, **CHANGES)
def responsibility(request, relation):
    """Put right who has parental responsibility (L-20)."""
    known = {
        "has_parental_responsibility": relation.has_parental_responsibility,
        "responsibility_from": relation.responsibility_from,
    }
    form = ResponsibilityForm(request.POST or None, initial=known)
    if attempt(request, form, operations.change_responsibility, relation=relation):
        return _done(request, relation, _("Foreldreansvaret er rettet."))
    lead = _(
        "Tilgangen følger foreldreansvaret, ikke adressen. Når noen får foreldreansvar, må en til bekrefte."
    )
    return _form(request, relation, form, _("Foreldreansvar"), lead)


@page(Action.LEAD_CHILD, **CHANGES)
def relation_ending(request, relation):
    """End a relation without deleting it."""
    form = EndForm(request.POST or None)
    if attempt(request, form, operations.end_relation, relation=relation):
        return _done(request, relation, _("Relasjonen er avsluttet."))
    lead = _("Tilgangen slutter med en gang. Det som er skrevet og samtykket til før, blir stående.")
    return _form(request, relation, form, _("Avslutt relasjonen"), lead)


@page(Action.LEAD_CHILD, **CHANGES)
def guardian_number(request, relation):
    """Correct a wrongly typed number (W-16)."""
    form = NumberForm(request.POST or None)
    if attempt(request, form, operations.correct_guardian_number, relation=relation):
        return _done(
            request, relation, _("Nummeret er rettet. Relasjonen venter på at noen andre bekrefter.")
        )
    lead = _("Nummeret avgjør hvem som kommer inn. Derfor må en til bekrefte etterpå.")
    return _form(request, relation, form, _("Rett fødselsnummeret"), lead)


@page(Action.START_LOG, of=queries.relation_in_own_unit, methods=("GET", "POST"))
def information_request(request, relation):
    """Note that a parent without parental responsibility asks about the child (L-20)."""
    form = RequestForm(request.POST or None, initial={"asked_on": request.today})
    if attempt(request, form, operations.register_request, relation=relation):
        messages.success(request, _("Ønsket er notert. Enhetslederen svarer."))
        return redirect("guardians", relation.child_id)
    lead = _("Enhetslederen svarer med et brev om barnet, eller avslår med begrunnelse. Loggen åpnes ikke.")
    back = reverse("guardians", args=[relation.child_id])
    return _form(request, relation, form, _("Ønske om informasjon"), lead, label=_("Noter ønsket"), back=back)


@page(Action.LEAD_CHILD, **REQUEST, methods=("GET", "POST"))
def request_answer(request, asked):
    """Answer a request with a letter or a refusal (L-21)."""
    form = AnswerForm(request.POST or None)
    if attempt(request, form, operations.answer_request, asked=asked):
        return redirect("information_letter", asked.pk)
    lead = _("Se gjennom hvert ord. Brevet sendes på papir, og gir ikke tilgang til loggen.")
    return _form(
        request, asked.relation, form, _("Svar på ønske om informasjon"), lead, label=_("Lagre svaret")
    )


@page(Action.LEAD_CHILD, **REQUEST)
def information_letter(request, asked):
    """The letter, ready to be printed, with how to appeal."""
    return render(request, "administration/letter.html", {"asked": asked, "relation": asked.relation})


def _form(request, relation, form, title, lead, *, label=None, back=None):
    context = {
        "title": title,
        "eyebrow": relation.guardian.name,
        "lead": lead,
        "form": form,
        "label": label or title,
        "back": back or reverse("guardian_relation", args=[relation.pk]),
    }
    return render(request, "administration/form.html", context, status=form.status)


def _done(request, relation, text):
    messages.success(request, text)
    return redirect("guardian_relation", relation.pk)
