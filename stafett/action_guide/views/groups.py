"""Who is in the project group and the steering group, said by the municipal administrator (S004-14)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.action_guide import operations
from stafett.action_guide.enums import Group
from stafett.action_guide.forms import MemberForm
from stafett.action_guide.queries import work
from stafett.kernel.text import clean_line


@page(Action.MANAGE_GUIDE_GROUPS, read=False, methods=("GET", "POST"), limit="search")
def groups(request):
    """The two groups, and a search for somebody to add."""
    asked = clean_line(request.GET.get("q", ""))[:100]
    found = work.employees_named(asked, day=request.today) if asked else []
    form = MemberForm(request.POST or None, found=found)
    if attempt(request, form, operations.add_member, today=request.today):
        messages.success(request, _("Lagt til i gruppen."))
        return redirect("guide_groups")
    members = work.members()
    listed = [(group.label, [each for each in members if each.group == group]) for group in Group]
    context = {"groups": listed, "form": form, "asked": asked, "found": found}
    return render(request, "action_guide/groups.html", context, status=form.status)


@page(Action.MANAGE_GUIDE_GROUPS, of=work.member, read=False, methods=("POST",))
def membership_end(request, member):
    """End somebody's place in a group."""
    operations.end_membership(actor=request.actor, member=member)
    messages.success(request, _("Plassen i gruppen er avsluttet."))
    return redirect("guide_groups")
