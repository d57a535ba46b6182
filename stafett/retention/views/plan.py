"""The rules: how long each kind of thing is kept, where that stands, and what was decided before."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.retention import operations
from stafett.retention.enums import DECIDED_HERE, Kind
from stafett.retention.forms import RuleForm
from stafett.retention.queries import plan as queries
from stafett.retention.views import presenting


@page(Action.SEE_RETENTION, read=False)
def retention_rules(request):
    """All of them on one page."""
    rules = [presenting.rule(each) for each in queries.rules_in_force().values()]
    context = {
        "rules": rules,
        "may_change": bool(policy.may(request.actor, Action.KEEP_RETENTION_RULES)),
        "tabs": presenting.tabs("retention_rules", request.actor),
    }
    return render(request, "retention/rules.html", context)


@page(Action.KEEP_RETENTION_RULES, methods=("GET", "POST"), read=False)
def retention_rule(request, kind):
    """Change one, with the reason; the former ones stand below."""
    if kind not in {each.value for each in DECIDED_HERE}:
        raise Http404
    rule = queries.rule_of(Kind(kind))
    given = {"version": rule.version, "fate": rule.fate, "months": rule.months, "basis": rule.basis}
    form = RuleForm(request.POST or None, initial=given)
    if attempt(request, form, operations.change_rule, kind=rule.kind):
        messages.success(request, _("Regelen er endret. Den gjelder fra nå."))
        return redirect("retention_rules")
    former = [presenting.rule(each) for each in queries.editions_of(rule.kind)]
    context = {"rule": presenting.rule(rule), "former": former, "form": form}
    return render(request, "retention/rule.html", context, status=form.status)
