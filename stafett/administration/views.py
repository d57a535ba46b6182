"""Pages that enter a child and guardians, and the second person's confirmation."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, queries
from stafett.administration.forms import ChildForm, GuardianForm, NoWordsForm
from stafett.kernel.text import clean_line
from stafett.register import staff


@page(Action.SEARCH_STAFF, read=False, limit="search")
def staff_search(request):
    """Find colleagues by name, position or unit. Says nothing about logs (L-61, S003-41)."""
    asked = clean_line(request.GET.get("q", ""))[:100]
    found = staff.search(asked, day=request.today) if asked else []
    own = staff.resource_persons_of(request.actor.unit_ids, day=request.today)
    context = {"asked": asked, "found": found, "helpers": own, "limit": staff.LIMIT}
    return render(request, "administration/staff_search.html", context)


@page(Action.START_LOG, methods=("GET", "POST"), read=False)
def new_child(request):
    """Enter a child that is not in the register yet."""
    first_unit = {"unit_id": str(request.actor.posts[0].unit_id)}
    form = ChildForm(request.POST or None, posts=request.actor.posts, initial=first_unit)
    child = attempt(request, form, operations.register_child)
    if child:
        messages.success(request, _("Barnet er lagt inn. Legg til de foresatte."))
        return redirect("guardians", child.pk)
    return render(request, "administration/new_child.html", {"form": form}, status=form.status)


@page(Action.START_LOG, of=queries.child_in_own_unit, methods=("GET", "POST"))
def guardians(request, child):
    """The child's guardians, and a form for one more."""
    form = GuardianForm(request.POST or None)
    if attempt(request, form, operations.register_guardian, child=child):
        messages.success(request, _("Den foresatte er lagt inn, og venter på at en leder bekrefter."))
        return redirect("guardians", child.pk)
    context = {"child": child, "form": form, "guardians": queries.guardians_of(child)}
    return render(request, "administration/guardians.html", context, status=form.status)


@page(
    Action.CONFIRM_GUARDIAN,
    of=queries.relation_to_confirm,
    facts=queries.facts_about_relation,
    methods=("GET", "POST"),
)
def guardian_confirmation(request, relation):
    """Look at a relation that a colleague has entered, and confirm it (L-24)."""
    form = NoWordsForm(request.POST or None)
    if attempt(request, form, operations.confirm_guardian, relation=relation):
        messages.success(request, _("Den foresatte er bekreftet."))
        return redirect("my_logs")
    return render(
        request, "administration/confirmation.html", {"relation": relation, "form": form}, status=form.status
    )
