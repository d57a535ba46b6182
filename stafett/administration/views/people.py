"""Finding colleagues, entering a child and its guardians, and the second person's confirmation."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, queries
from stafett.administration.forms import ChildForm, GuardianForm, NoWordsForm
from stafett.administration.queries import setup
from stafett.administration.views import presenting
from stafett.kernel.text import clean_line
from stafett.register import staff
from stafett.register.directory import shown_unit
from stafett.register.enums import RelationState


@page(Action.SEARCH_STAFF, read=False, limit="search")
def staff_search(request):
    """Find colleagues by name, position or unit. Says nothing about logs (L-61, S003-41)."""
    asked = clean_line(request.GET.get("q", ""))[:100]
    found = staff.search(asked, day=request.today) if asked else []
    own = staff.resource_persons_of(request.actor.unit_ids, day=request.today)
    keeps = bool(policy.may(request.actor, Action.SEE_STAFF_LISTS))
    context = {"asked": asked, "found": found, "helpers": own, "limit": staff.LIMIT, "keeps": keeps}
    return render(request, "administration/staff_search.html", context)


@page(Action.START_LOG, methods=("GET", "POST"), read=False)
def new_child(request):
    """Enter a child that is not in the register yet."""
    posts = [post for post in request.actor.posts if post.unit_id in request.actor.unit_ids]
    form = ChildForm(request.POST or None, posts=posts, initial={"unit_id": str(posts[0].unit_id)})
    child = attempt(request, form, operations.register_child)
    if child:
        messages.success(request, _("Barnet er lagt inn. Legg til de foresatte."))
        return redirect("guardians", child.pk)
    return render(request, "administration/new_child.html", {"form": form}, status=form.status)


@page(Action.START_LOG, of=queries.child_in_own_unit, methods=("GET", "POST"))
def guardians(request, child):
    """The child's guardians, what each one's status means, and a form for one more."""
    form = GuardianForm(request.POST or None)
    relation = attempt(request, form, operations.register_guardian, child=child)
    if relation:
        messages.success(request, presenting.entered(relation))
        return redirect("guardians", child.pk)
    leads = child.unit_id in request.actor.led_unit_ids
    context = {
        "child": child,
        "form": form,
        "guardians": [presenting.guardian(each, by_leader=leads) for each in queries.guardians_of(child)],
        "leads": leads,
        "is_protected": presenting.is_protected(child),
    }
    return render(request, "administration/guardians.html", context, status=form.status)


@page(
    Action.CONFIRM_GUARDIAN,
    of=queries.relation_to_confirm,
    facts=queries.facts_about_relation,
    methods=("GET", "POST"),
)
def guardian_confirmation(request, relation):
    """Look at a relation that somebody else has proposed, and confirm it (L-24)."""
    form = NoWordsForm(request.POST or None)
    if attempt(request, form, operations.confirm_guardian, relation=relation):
        messages.success(request, _("Den foresatte er bekreftet."))
        return redirect("what_waits")
    context = {
        "relation": relation,
        "form": form,
        "unit": shown_unit(relation.child, relation.child.unit, request.actor),
        "waits": relation.state == RelationState.UNCLEAR,
    }
    return render(request, "administration/confirmation.html", context, status=form.status)


@page(Action.SEE_WHAT_WAITS)
def what_waits(request):
    """Guardians, openings and requests that wait for a leader or the municipal administrator."""
    context = {
        "relations": [
            (relation, shown_unit(relation.child, relation.child.unit, request.actor))
            for relation in queries.relations_to_confirm(request.actor)
        ],
        "openings": queries.openings_to_answer(request.actor),
        "requests": queries.requests_to_answer(request.actor),
        "sets_up": bool(policy.may(request.actor, Action.SET_UP_MUNICIPALITY)) and not setup.may_begin(),
    }
    return render(request, "administration/what_waits.html", context)
