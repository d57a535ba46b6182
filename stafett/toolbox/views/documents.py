"""Pages of those who look after documents."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.toolbox import operations
from stafett.toolbox.content import library
from stafett.toolbox.forms.documents import DocumentForm, NewDocumentForm, VersionForm, usual_review
from stafett.toolbox.queries import documents
from stafett.toolbox.views import place as places

CARED = {"of": documents.cared_for, "facts": documents.facts_about_document, "read": False}
WRITES = {**CARED, "methods": ("GET", "POST")}


@page(Action.SEE_OWN_DOCUMENTS, read=False)
def own_documents(request):
    """What the reader looks after, what is due first; for the administrator everything, and the other things to edit."""
    rows = documents.all_in_care(request.actor, today=request.today)
    context = {"documents": rows, "is_admin": bool(policy.may(request.actor, Action.EDIT_TOOLBOX))}
    return render(request, "toolbox/own_documents.html", context)


@page(Action.EDIT_TOOLBOX, methods=("GET", "POST"), read=False)
def new_document(request):
    """Put a document in the toolbox."""
    initial = {"owner_id": str(request.actor.person_id), "review_on": usual_review(request.today)}
    form = NewDocumentForm(
        request.POST or None, request.FILES or None, initial=initial, own=_own(request),
        caretakers=documents.caretakers(today=request.today),
    )  # fmt: skip
    if made := attempt(request, form, operations.add_document, today=request.today):
        messages.success(request, _("Dokumentet ligger i verktøykassen."))
        return redirect("toolbox_document", document=made.pk)
    lead = _("Alle kan lese det med en gang, også uten å logge inn.")
    return _form(request, form, _("Nytt dokument"), lead=lead, label=_("Legg i verktøykassen"), has_file=True)


@page(Action.CARE_FOR_DOCUMENT, **WRITES)
def edit_document(request, document):
    """Change what stands about it; when somebody else was quicker, both texts are shown."""
    form = DocumentForm(
        request.POST or None, initial=_words(document), caretakers=documents.caretakers(today=request.today)
    )
    if attempt(request, form, operations.change_document, document=document, today=request.today):
        messages.success(request, _("Endringene er lagret."))
        return redirect("own_documents")
    lead = _("Stemmer alt fortsatt? Da holder det å flytte datoen.")
    return _form(request, form, _("Endre opplysningene"), lead=lead, eyebrow=document.title)


@page(Action.CARE_FOR_DOCUMENT, **WRITES)
def new_version(request, document):
    """Let a new version stand at the same address."""
    form = VersionForm(
        request.POST or None, request.FILES or None, own=_own(request),
        initial={"review_on": usual_review(request.today)},
    )  # fmt: skip
    if attempt(request, form, operations.renew_document, document=document, today=request.today):
        messages.success(request, _("Den nye utgaven ligger i verktøykassen. Ansatte kan lese de eldre."))
        return redirect("own_documents")
    lead = _("Adressen er den samme, så lenker til dokumentet virker som før.")
    return _form(
        request, form, _("Ny utgave"), lead=lead, eyebrow=document.title, label=_("Legg inn"), has_file=True
    )


@page(Action.CARE_FOR_DOCUMENT, **CARED, methods=("POST",))
def document_withdrawal(request, document):
    """Take it out of the toolbox."""
    operations.withdraw_document(actor=request.actor, document=document)
    messages.success(request, _("Dokumentet er trukket tilbake. Du kan legge det inn igjen herfra."))
    return redirect("own_documents")


@page(Action.CARE_FOR_DOCUMENT, **CARED, methods=("POST",))
def document_return(request, document):
    """Put it back."""
    operations.return_document(actor=request.actor, document=document)
    messages.success(request, _("Dokumentet ligger i verktøykassen igjen."))
    return redirect("own_documents")


def _own(request):
    return library.own("nn" if request.actor.locale == "nn" else "nb")


def _words(document):
    return {
        "title": document.title, "kind": document.kind, "about": document.about, "version": document.version,
        "owner_id": str(document.owner_id), "review_on": document.review_on,
    }  # fmt: skip


def _form(request, form, title, *, lead=None, eyebrow=None, label=None, has_file=False):
    context = {
        "form": form, "title": title, "lead": lead, "eyebrow": eyebrow or _("Verktøykassen"), "label": label or _("Lagre"),
        "back": reverse("own_documents"), "has_file": has_file,
        "theirs": places.differing(form, _words(form.conflict)) if form.conflict else [],
    }  # fmt: skip
    return render(request, "toolbox/form.html", context, status=form.status)
