"""Proposing a topic, taking it back, and the leader's word on it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.register.enums import WITH_CHILDREN
from stafett.system_meetings.content import topics
from stafett.system_meetings.enums import Source
from stafett.system_meetings.forms.before import AsideForm, ProposalForm
from stafett.system_meetings.operations import proposing as operations
from stafett.system_meetings.queries import proposals, reach
from stafett.system_meetings.views import presenting

PROPOSAL = {"of": reach.reachable_proposal, "facts": reach.facts_about_proposal, "read": False}


@page(Action.PROPOSE_TOPIC, methods=("GET", "POST"), read=False)
def new_topic(request):
    """Propose a challenge to a kindergarten or school: one's own, or as a service one that one knows."""
    units = [(str(unit.pk), unit.name) for unit in proposals.units_to_propose_to()]
    services = _services(request.actor)
    form = ProposalForm(
        request.POST or None,
        units=units,
        services=services,
        language=presenting.language(),
        initial=_suggested(request, units, services),
    )
    if attempt(request, form, operations.propose_topic, today=request.today):
        messages.success(request, _("Takk. Den som leder enheten, har fått beskjed om forslaget."))
        return redirect("system_meetings")
    lead = _("Et forslag må komme minst en uke før møtet. Kommer det senere, er det med til det neste.")
    back = reverse("system_meetings")
    return presenting.form_page(request, form, _("Foreslå tema"), _("Send forslaget"), back, lead=lead)


@page(Action.WITHDRAW_PROPOSAL, **PROPOSAL, methods=("POST",))
def proposal_withdrawal(request, proposal):
    """Take back one's own proposal."""
    operations.withdraw_proposal(actor=request.actor, proposal=proposal)
    messages.success(request, _("Forslaget er trukket."))
    return redirect("system_meetings")


@page(Action.DECIDE_TOPIC, **PROPOSAL, methods=("GET", "POST"))
def proposal_setting_aside(request, proposal):
    """Lay a proposal aside, with a word to whoever made it."""
    form = AsideForm(request.POST or None)
    if attempt(request, form, operations.set_aside, proposal=proposal):
        messages.success(request, _("Forslaget er lagt til side, og den som foreslo det, har fått beskjed."))
        return redirect("system_unit", proposal.unit_id)
    back = reverse("system_unit", args=[proposal.unit_id])
    title = _("Legg forslaget til side")
    return presenting.form_page(request, form, title, title, back, eyebrow=proposal.title)


@page(Action.DECIDE_TOPIC, **PROPOSAL, methods=("POST",))
def proposal_return(request, proposal):
    """Take a proposal up again."""
    operations.take_up_again(actor=request.actor, proposal=proposal)
    messages.success(request, _("Forslaget venter igjen."))
    return redirect("system_unit", proposal.unit_id)


def _services(actor):
    """The units one may speak for, once each."""
    posts = {str(post.unit_id): post.unit_name for post in actor.posts if post.role in WITH_CHILDREN}
    return list(posts.items())


def _suggested(request, units, services):
    """What the way here has said: a topic of the bank, a unit, where it is seen."""
    asked = request.GET
    own = [key for key, _name in services if key in dict(units)]
    number = asked.get("tema", "")
    known = number.isdecimal() and len(number) < 3 and int(number) in topics.kept_numbers()
    return {
        "unit_id": asked.get("enhet") or (own[0] if own else ""),
        "service_id": services[0][0],
        "topic": number if known else "",
        "sources": [key for key in asked.getlist("kilde") if key in Source.values],
    }
