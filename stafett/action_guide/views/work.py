"""The work with a municipality's own guide: the desk that employees see, an edition, and its way to be published."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.action_guide import operations
from stafett.action_guide.enums import Decision, EditionState, Group, OutcomeKind
from stafett.action_guide.forms import DecisionForm, PlainForm, PublicationForm
from stafett.action_guide.queries import own_numbers, whom_to_ring, work
from stafett.action_guide.rules import editions
from stafett.action_guide.views import showing, way
from stafett.action_guide.views.picture import picture

EDITION = {"of": work.edition, "facts": work.facts_about, "read": False}
CHANGES = {**EDITION, "methods": ("GET", "POST")}


@page(Action.SEE_GUIDE_WORK, read=False)
def desk(request):
    """Where the work with the guide stands, and one's own next step in it."""
    found = work.desk(request.actor)
    context = {
        "desk": found,
        "tags": showing.TAGS,
        "groups": Group,
        "form": PlainForm(),
        "members": work.members(),
    }
    return render(request, "action_guide/desk.html", context)


@page(Action.EDIT_GUIDE, of=work.project_place, facts=work.facts_about, read=False, methods=("POST",))
def draft(request, member):
    """Begin a new edition, as a copy of what holds."""
    form = PlainForm(request.POST)
    edition = attempt(request, form, operations.begin_draft, member=member)
    if edition:
        messages.success(request, _("Utkastet er laget. Begynn der dere vil."))
        return redirect("guide_edition", edition.pk)
    return showing.refused(request, form, _("Lag vår egen"), "guide_desk")


@page(Action.READ_GUIDE_DRAFT, **EDITION)
def edition(request, edition):
    """An edition: its parts, what has changed in them, and what comes next."""
    context = {
        "edition": edition,
        "kind": showing.TAGS[edition.state],
        "levels": showing.by_level(work.compared(edition)),
        "states": EditionState,
        "is_readable": work.is_readable(edition),
        "form": PlainForm(),
    }
    return render(request, "action_guide/edition.html", context | showing.group_of(edition))


@page(Action.READ_GUIDE_DRAFT, **EDITION)
def review(request, edition):
    """Everything that has changed, side by side with what holds now."""
    src = showing.in_work(edition.pk)
    changed = [showing.side_by_side(each, src) for each in work.compared(edition) if each.has_changed]
    context = {"edition": edition, "changed": changed, "states": EditionState}
    return render(request, "action_guide/review.html", context | showing.group_of(edition))


@page(Action.READ_GUIDE_DRAFT, **EDITION)
def preview(request, edition):
    """The whole edition on one page, as its readers will see it (issue D 5)."""
    here = way.of_draft(request, edition)
    context = {
        "edition": edition,
        "picture": picture(here.guide),
        "outcomes": OutcomeKind,
        "contacts": whom_to_ring(here.guide, own_numbers()),
    }
    return way.shown(request, here, "preview.html", context, may_be_kept=False)


@page(Action.EDIT_GUIDE, **{**EDITION, "methods": ("POST",)})
def sending(request, edition):
    """Give the draft to the steering group."""
    form = PlainForm(request.POST)
    if attempt(request, form, operations.send, edition=edition):
        messages.success(request, _("Utgaven er hos styringsgruppen."))
        return redirect("guide_edition", edition.pk)
    return showing.refused(request, form, _("Send til styringsgruppen"), "guide_edition", edition.pk)


@page(Action.REVIEW_GUIDE, **CHANGES)
def decision(request, edition):
    """Approve the edition, or send it back with a reason."""
    form = DecisionForm(request.POST or None)
    if attempt(request, form, operations.decide, edition=edition):
        approved = form.cleaned_data["decision"] == Decision.APPROVE
        messages.success(request, _("Utgaven er godkjent.") if approved else _("Utgaven er sendt tilbake."))
        return redirect("guide_edition", edition.pk)
    lead = _("Les endringene først. Den som har skrevet alt alene, kan ikke godkjenne.")
    return showing.simple(request, edition, form, _("Svar prosjektgruppen"), _("Svar"), lead=lead)


@page(Action.EDIT_GUIDE, **CHANGES)
def publication(request, edition):
    """Let everybody read the approved edition from now."""
    form = PublicationForm(request.POST or None, initial={"review_by": editions.next_review(request.today)})
    if attempt(request, form, operations.publish, edition=edition, today=request.today):
        messages.success(request, _("Utgaven er publisert. Den gjelder fra nå."))
        return redirect("guide_edition", edition.pk)
    lead = _("Alle kan lese den med en gang. Utgaven som gjelder nå, kan fortsatt leses.")
    return showing.simple(request, edition, form, _("Publiser utgaven"), _("Publiser"), lead=lead)
