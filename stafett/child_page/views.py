"""Pages of the child's side, the same for the youth at home, the child at the table and those who read along."""

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import Http404
from django.shortcuts import redirect, render

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.access.policy import may
from stafett.child_page import forms, operations, queries, rules
from stafett.child_page.enums import Said
from stafett.identity.operations import hand_over_screen
from stafett.kernel.ids import parse_id
from stafett.log_meetings.forms.pulse import PulseForm
from stafett.log_meetings.operations.wish import write_wish
from stafett.log_meetings.queries.pulse import has_answered, meeting_in
from stafett.log_meetings.queries.wish import current_wish
from stafett.relay_log import queries as log_queries

LOG = {"of": log_queries.reachable_log, "facts": log_queries.facts_about}
SIDE = {**LOG, "at_the_table": True}
WRITES = {**SIDE, "methods": ("GET", "POST")}
A_DAY = 24 * 3600


@page(Action.VIEW_CHILD_PAGE, **SIDE)
def child_page(request, log):
    """My side: my goal, my staircase, my lysglimt, the next meeting."""
    shown = queries.child_page(log)
    taken = parse_id(request.GET.get("klart", ""))
    return render(request, "child_page/child_page.html", {
        "log": log,
        "shown": shown,
        "may_write": bool(may(request.actor, Action.WRITE_CHILD_PAGE, request.facts)),
        "may_hand_over": not _is_handed(request) and bool(may(request.actor, Action.HAND_OVER_SCREEN, request.facts)),
        "celebrated": any(step.pk == taken and step.state == "done" for each in shown.ladders for step in each.shown_steps),
        "asks_for_pulse": shown.meeting is not None and _said(request, log) != Said.DICTATED,
        "goal_said": queries.said_in_words(shown.goal.said) if shown.goal else "",
        **_frame(request, log),
    })  # fmt: skip


@page(Action.WRITE_CHILD_PAGE, **WRITES)
def goal(request, log):
    """What I want, in my own words."""
    current = queries.current_goal(log)
    form = forms.ChildGoalForm(request.POST or None, initial={"text": current.text if current else ""})
    if attempt(request, form, operations.write_goal, log=log, said=_said(request, log)):
        return redirect("child_page", log.pk)
    return _form(request, log, "child_page/goal.html", form)


@page(Action.WRITE_CHILD_PAGE, **WRITES)
def bright_spot(request, log):
    """Something good, by a picture or by words."""
    form = forms.ChildBrightSpotForm(request.POST or None)
    if attempt(request, form, _tell, log=log, said=_said(request, log)):
        return redirect("child_page", log.pk)
    return _form(request, log, "child_page/bright_spot.html", form)


@page(Action.WRITE_CHILD_PAGE, **WRITES)
def wish(request, log):
    """How I want the meeting to be."""
    current = current_wish(log)
    known = {name: getattr(current, name) for name in forms.WishForm.base_fields if hasattr(current, name)}
    form = forms.WishForm(request.POST or None, initial=known)
    if attempt(request, form, write_wish, log=log):
        return redirect("child_page", log.pk)
    return _form(request, log, "child_page/wish.html", form)


@page(Action.WRITE_CHILD_PAGE, **SIDE | {"methods": ("POST",)})
def step(request, log, step, change):
    """Take a step, or put it back."""
    found = queries.step_of(log, step) if change in rules.CHANGES else None
    if found is None:
        raise Http404
    operations.change_own_step(actor=request.actor, log=log, step=found, change=change, today=request.today)
    answer = redirect("child_page", log.pk)
    answer["Location"] += f"?klart={found.pk}#trapp" if change == "take" else "#trapp"
    return answer


@page(Action.WRITE_CHILD_PAGE, **WRITES)
def pulse(request, log, meeting):
    """Three faces after the meeting: the child's own, so nobody else answers."""
    held = meeting_in(log, meeting)
    if held is None:
        raise Http404
    form = PulseForm(request.POST or None)
    answer = operations.answer_childs_pulse
    if attempt(request, form, answer, log=log, meeting=held, said=_said(request, log)):
        return redirect("child_page", log.pk)
    return _form(request, log, "child_page/pulse.html", form, is_answered=has_answered(held, log.child.person_id),
                 is_mine=_said(request, log) != Said.DICTATED, meeting=held)  # fmt: skip


@page(Action.HAND_OVER_SCREEN, **LOG, methods=("GET", "POST"))
def screen_handover(request, log):
    """Give the screen to the child: from then on this login opens nothing but these pages."""
    if request.method != "POST":
        return render(request, "child_page/screen_handover.html", {"log": log})
    hand_over_screen(actor=request.actor, session=request.login, log=log)
    list(get_messages(request))  # said to the holder, so not shown to the child
    answer = redirect("child_page", log.pk)
    answer.set_cookie(settings.HANDED_COOKIE, "1", max_age=A_DAY, httponly=True, secure=settings.BEHIND_TLS,
                      samesite="Lax", path="/")  # fmt: skip
    answer["Clear-Site-Data"] = '"cache"'  # Back shows nothing that was on the screen before
    return answer


def _tell(*, was_dictated, said, **given):
    """A bright spot: at the table or at home an adult may have written, and says so."""
    return operations.tell_bright_spot(said=Said.DICTATED if was_dictated else said, **given)


_tell.event = operations.tell_bright_spot.event


def _said(request, log):
    return rules.said_by(is_child=queries.is_child(log), at_the_table=_is_handed(request))


def _is_handed(request):
    return request.login.handed_log_id is not None


def _form(request, log, template, form, **more):
    context = {"log": log, "form": form, **_frame(request, log), **more}
    return render(request, template, context, status=form.status)


def _frame(request, log):
    """Whose side it is, and who reads: `is_own` says "my" and "you", else the page is spoken of as the child's."""
    handed = _is_handed(request)
    return {
        "given_name": log.child.person.given_name,
        "is_handed": handed,
        "is_own": handed or queries.is_child(log),
        "writes_for_child": not handed and not queries.is_child(log),
    }
