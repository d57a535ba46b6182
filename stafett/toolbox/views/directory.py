"""Hvem gjør hva: the directory for everybody, and the pages of those who edit it and the contact cards."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.action_guide.enums import ContactKind
from stafett.action_guide.operations.contacts import remove_contact, set_contact
from stafett.action_guide.queries.contacts import own_contacts
from stafett.toolbox import operations
from stafett.toolbox.forms.directory import ContactForm, EditServiceForm, ServiceForm
from stafett.toolbox.queries import directory as queries
from stafett.toolbox.views import place as places

WORDS = ("name", "does", "for_whom", "contact", "phone", "email", "link", "how", "consultation", "version")


@page(Action.READ_TOOLBOX, public=True, read=False)
def services(request, place=None):
    """Every service; and for employees the resource persons where they work (S001-15)."""
    way = places.of(request, place)
    sees_colleagues = places.may_here(request, way, Action.SEARCH_STAFF)
    context = {
        "services": queries.services_in(way.municipality_id) if way.municipality_id else [],
        "colleagues": queries.resource_persons(request.actor, today=request.today) if sees_colleagues else [],
        "sees_colleagues": sees_colleagues,
    }
    return places.shown(request, way, "services.html", context, may_be_kept=True)


@page(Action.EDIT_TOOLBOX, methods=("GET", "POST"), read=False)
def new_service(request):
    """Put a service in the directory."""
    form = ServiceForm(request.POST or None)
    if attempt(request, form, operations.add_service):
        messages.success(request, _("Tjenesten er lagt inn."))
        return redirect("services")
    lead = _("Skriv så en som aldri har vært hos dere, skjønner hva dere gjør.")
    return _form(request, form, _("Ny tjeneste"), lead)


@page(Action.EDIT_TOOLBOX, of=queries.service_edited, methods=("GET", "POST"), read=False)
def edit_service(request, service):
    """Change a service; when somebody else was quicker, both texts are shown."""
    form = EditServiceForm(request.POST or None, initial=_words(service))
    if attempt(request, form, operations.change_service, service=service):
        messages.success(request, _("Endringene er lagret."))
        return redirect("services")
    return _form(
        request, form, _("Endre tjenesten"), None, removal=reverse("service_removal", args=[service.pk])
    )


@page(Action.EDIT_TOOLBOX, of=queries.service_edited, methods=("POST",), read=False)
def service_removal(request, service):
    """Take a service out of the directory."""
    operations.remove_service(actor=request.actor, service=service)
    messages.success(request, _("Tjenesten er tatt bort."))
    return redirect("services")


@page(Action.EDIT_TOOLBOX, read=False)
def contact_cards(request):
    """The numbers on the guide's exit that the municipality sets itself."""
    cards = [(ContactKind(kind), card) for kind, card in own_contacts().items()]
    return render(request, "toolbox/contact_cards.html", {"cards": cards})


@page(Action.EDIT_TOOLBOX, methods=("GET", "POST"), read=False)
def contact_card(request, kind):
    """One card."""
    if kind not in ContactKind.values:
        raise Http404
    card = own_contacts()[kind]
    initial = {"name": card.name, "phone": card.phone, "note": card.note} if card else {}
    form = ContactForm(request.POST or None, initial=initial)
    if attempt(request, form, set_contact, kind=kind):
        messages.success(request, _("Kontaktkortet er lagret. Det vises på utgangen i veilederen."))
        return redirect("contact_cards")
    removal = reverse("contact_card_removal", args=[kind]) if card else None
    lead = _("Tjenestens nummer, aldri en persons eget. Alle ser det.")
    context = {"back": reverse("contact_cards"), "eyebrow": _("Kontaktkort"), "removal": removal}
    return _form(request, form, ContactKind(kind).label, lead, **context)


@page(Action.EDIT_TOOLBOX, methods=("POST",), read=False)
def contact_card_removal(request, kind):
    """Let the nation's number stand there again."""
    if kind not in ContactKind.values:
        raise Http404
    remove_contact(actor=request.actor, kind=kind)
    messages.success(request, _("Kortet er tatt bort. Utgangen viser landets nummer."))
    return redirect("contact_cards")


def _words(service):
    return {name: getattr(service, name) for name in WORDS}


def _form(request, form, title, lead, *, eyebrow=None, back=None, removal=None):
    context = {
        "form": form, "title": title, "lead": lead, "eyebrow": eyebrow or _("Hvem gjør hva"), "label": _("Lagre"),
        "back": back or reverse("services"), "removal": removal,
        "theirs": places.differing(form, _words(form.conflict)) if form.conflict else [],
    }  # fmt: skip
    return render(request, "toolbox/form.html", context, status=form.status)
