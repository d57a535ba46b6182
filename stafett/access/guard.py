"""The one door: every view says which action it is, and nothing is reached without the policy and the trail.

A request to a page runs in one transaction that sees one municipality. GET cannot write. Reads are recorded
before the answer leaves; a refusal is recorded after whatever was begun has been rolled back. Deny by default:
a view without `@page` stops the start-up (system check `access.E001`).
"""

import functools
import re
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import translation

from stafett.access import limits, policy
from stafett.access.enums import Event
from stafett.audit import trail
from stafett.audit.trail import AlreadyDone
from stafett.identity import sessions
from stafett.identity.rules import is_fresh
from stafett.kernel.ids import parse_id
from stafett.kernel.verdict import Refused, require
from stafett.register.tenancy import within

# values never stand in the text of a query, so these words are always SQL
_WRITING = re.compile(r"\b(?:INSERT|UPDATE|DELETE|MERGE|TRUNCATE|SHARE)\b", re.IGNORECASE)


class Conflict(Exception):
    """Somebody changed the row since the form was opened. `current` is the row as it stands now (design 4.9)."""

    def __init__(self, current):
        super().__init__("changed since the form was opened")
        self.current = current


def page(action, *, of=None, facts=None, methods=("GET",), read=True, public=False, limit=None, step_up=False,
         threshold=False, at_the_table=False):  # fmt: skip
    """Declare a view: its action, how its object is found, and which methods it takes.

    Args:
        action: member of `Action`.
        of: function (actor, id) -> the object among those the actor reaches, or None (then 404).
        facts: function (object, today=) -> Facts for the policy; default None.
        methods: HTTP methods; GET also admits HEAD.
        read: whether the page shows somebody's data, so that opening it is a row in the trail (L-60); or a function
            (actor, object) -> whether, for what an open page fetches again and again.
        public: whether the page is for people who are not logged in.
        limit: name in `limits.LIMITS`: how often the page may be asked something; then 429 for a while.
        step_up: whether the person must have shown who they are within 15 minutes; else they are asked to first (OIDC-12).
        threshold: a step of logging in or out, the same for everybody: nobody is the actor, whoever is logged in.
        at_the_table: open also while the screen is with a child (ADR 0027); a page about something then only under the
            id of that child's log, which is its address. Every other page is shut, whoever may otherwise see it.

    The view is called with (request, object) or (request). Refused by the policy: 403 with the reason in words.
    """

    if limit is not None and limit not in limits.LIMITS:
        raise ValueError(f"no limit is called {limit!r}")
    if threshold and policy.POLICY.get(action) is not policy.everyone:
        raise ValueError(f"a threshold is for everybody, and {action} is not")

    def decorate(view):
        @functools.wraps(view)
        def guarded(request, **route):
            if _is_shut(request, of, route, at_the_table=at_the_table):
                return _with_the_child(request, action)
            if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
                return HttpResponseNotAllowed(methods)
            if limit and (wait := limits.wait_of(request, limit)):
                return _too_often(request, action, limit, wait)
            if threshold:
                return view(request, **route)
            if request.login is None:
                return _without_actor(request, view, action, route, public=public)
            visit = _Visit(request, action, of=of, facts=facts, read=read, public=public, step_up=step_up)
            return visit.run(view, route)

        guarded.action = action
        guarded.is_public = public
        guarded.limit = limit
        guarded.of, guarded.facts = of, facts  # what the house's tests ask the same questions by
        guarded.step_up, guarded.at_the_table = step_up, at_the_table
        return guarded

    return decorate


def attempt(request, form, operation, **given):
    """Carry out an operation with a form's cleaned data; returns the thing made or changed, else None.

    A refusal is put on the form in words (status 422), an edit conflict as `form.conflict` (status 409); what was
    typed stays. A form that was carried out before gives what it made then.
    """
    form.status = 200 if request.method in ("GET", "HEAD") else 422
    if form.status == 422 and not form.is_bound:  # an empty body is a form too: it is told what is missing
        form.data, form.files, form.is_bound = request.POST, request.FILES, True
    if form.status == 200:
        return None
    if not form.is_valid():
        return _carried_out(request, form) if form.offers_change else None
    if submission := form.cleaned_data.pop("submission", None):
        given["submission"] = submission
    try:
        with transaction.atomic():
            return operation(actor=request.actor, **form.cleaned_data, **given)
    except Refused as refused:
        form.add_error(form.field_of(refused.refusal), refused.sentence())
        about = given.get("log") or given.get("child") or given.get("relation")
        trail.refused(request.actor, operation.event, thing=about, reason=refused.refusal.value)
    except Conflict as conflict:
        form.conflict, form.status = conflict.current, 409
    except AlreadyDone as done:
        return _Done(done.thing_id)
    return None


def _carried_out(request, form):
    """What a form made when it was carried out before, if it was."""
    submission = form.cleaned_data.get("submission")
    made = trail.made_by(request.actor, submission) if submission else None
    return _Done(made) if made else None


class _Done:
    """Stands for the thing an earlier identical form made: enough to find the way on."""

    def __init__(self, pk):
        self.pk = pk


class _Visit:
    """One logged-in person's visit to one page."""

    def __init__(self, request, action, *, of, facts, read, public, step_up=False):
        self.request, self.action, self.of, self.facts = request, action, of, facts
        self.read, self.public, self.step_up = read, public, step_up
        self.thing, self.admitted = None, False

    def run(self, view, route):
        try:
            with self._within():
                self.request.actor = sessions.actor_of(self.request.login.person_id, today=self.request.today)
                if self.request.actor is None:
                    return _without_actor(self.request, view, self.action, route, public=self.public)
                translation.activate(self.request.actor.locale)
                self._open(route)
                if self._needs_fresh_login() and not self._is_fresh():
                    return _ask_anew(self.request)
                response = self._call(view, route)
                if self.request.method == "GET" and self._is_recorded():
                    trail.read(self.request.actor, Event.PAGE_READ, self.thing, reason=self.action.value)
                return response
        except Refused as refused:
            self._record_refusal(Event.REFUSED, reason=refused.refusal.value)
            if self.admitted:  # the person may, but not now: a rule said no
                return render(self.request, "errors/422.html", {"reason": refused.sentence()}, status=422)
            raise PermissionDenied(refused.sentence()) from refused
        except Http404:
            self._record_refusal(Event.NOT_FOUND, asked=self._asked(route))
            raise

    def _is_recorded(self):
        return self.read(self.request.actor, self.thing) if callable(self.read) else self.read

    def _within(self):
        login = self.request.login
        return within(login.municipality_id, actor_id=login.person_id, request_id=trail.request_id.get())

    def _open(self, route):
        if self.of is not None:
            self.thing = self._reached(parse_id(self._asked(route)))
        facts = self.facts(self.thing, today=self.request.today) if self.facts else None
        self.request.facts = facts
        require(policy.may(self.request.actor, self.action, facts))
        self.admitted = True

    def _reached(self, asked):
        """The thing asked for; held before a change, so that what is decided about it stays true until it is done."""
        thing = self.of(self.request.actor, asked) if asked else None
        if thing is not None and self.request.method == "POST":
            trail.hold(thing)
            thing = self.of(self.request.actor, asked)
        if thing is None:
            raise Http404
        return thing

    def _needs_fresh_login(self):
        """What says so, and every page of a log about somebody at a protected address (OIDC-12, L-27)."""
        return self.step_up or getattr(self.request.facts, "is_on_paper", False)

    def _is_fresh(self):
        return is_fresh(self.request.login.authenticated_at, now=self.request.now)

    def _call(self, view, route):
        rest = {name: value for name, value in route.items() if name != "pk"}
        arguments = (self.thing,) if self.of is not None else ()
        if self.request.method in ("GET", "HEAD"):
            with connection.execute_wrapper(refuse_writes):
                return view(self.request, *arguments, **rest)
        return view(self.request, *arguments, **rest)

    def _record_refusal(self, event, *, reason="", asked=None):
        with self._within():
            trail.refused(
                self.request.actor, event, thing=self.thing, reason=reason or self.action.value, asked=asked
            )

    @staticmethod
    def _asked(route):
        return str(route.get("pk", ""))


def _without_actor(request, view, action, route, *, public):
    if not public:
        return redirect_to_login(request)
    require(policy.may(None, action))
    return view(request, **route)


def _too_often(request, action, limit, wait) -> HttpResponse:
    """Ask somebody to wait, with what they wrote kept on the page. The first time is a row in the trail."""
    if login := request.login:
        with within(login.municipality_id, actor_id=login.person_id, request_id=trail.request_id.get()):
            request.actor = sessions.actor_of(login.person_id, today=request.today)
            if request.actor and wait.is_first:
                trail.refused(request.actor, Event.TOO_OFTEN, reason=f"{action.value} {limit}")
    if request.actor:
        translation.activate(request.actor.locale)
    context = {"kept": _words_of(request), "files": bool(request.FILES), "seconds": wait.seconds}
    response = render(request, "errors/429.html", context, status=429)
    response["Retry-After"] = str(wait.seconds)
    return response


def _is_shut(request, of, route, *, at_the_table):
    """Whether the screen is with a child and this is not that child's side. Asked before anything else (W-23)."""
    log_id = getattr(request.login, "handed_log_id", None)
    if log_id is None:
        return False
    return not at_the_table or (of is not None and parse_id(str(route.get("pk", ""))) != log_id)


def _with_the_child(request, action) -> HttpResponse:
    """Say that the screen is with the child, and nothing else; the try is a row in the trail."""
    login = request.login
    with within(login.municipality_id, actor_id=login.person_id, request_id=trail.request_id.get()):
        actor = sessions.actor_of(login.person_id, today=request.today)
        if actor:
            translation.activate(actor.locale)
            trail.refused(actor, Event.REFUSED, reason=f"at_the_table {action.value}")
    return render(request, "errors/at_the_table.html", {"log_id": login.handed_log_id}, status=403)


def _words_of(request):
    """What a form held, apart from its own token."""
    return {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}


def redirect_to_login(request) -> HttpResponse:
    """Send someone who is not logged in to the login page, and back here afterwards.

    When they were sending words, these stay on a page that can send them again after logging in (design 6).
    """
    if kept := _words_of(request):
        return render(request, "errors/logged_out.html", {"kept": kept}, status=403)
    response = redirect("log_in")
    if request.method == "GET":
        response["Location"] += f"?next={request.path}"
    return response


def _ask_anew(request) -> HttpResponse:
    """Ask somebody to show who they are again, and come back here; what they were sending stays on a page meanwhile."""
    if request.method == "POST":
        return render(request, "errors/confirm_first.html", {"kept": _words_of(request)}, status=403)
    response = redirect("confirm_login")
    response["Location"] += f"?{urlencode({'next': request.get_full_path()})}"
    return response


def refuse_writes(execute, sql, params, many, context):
    """A GET never writes (design 3): not inside a query either, and locks count as writing."""
    verb = sql.lstrip(" (").split(None, 1)[0].upper()
    if verb not in ("SELECT", "WITH", "SAVEPOINT", "RELEASE", "ROLLBACK") or _WRITING.search(sql):
        raise RuntimeError(f"a GET tried to write: {verb}")
    return execute(sql, params, many, context)


def require_version(row, version: int):
    """Raise Conflict when the row has moved on since the form was opened."""
    if row.version != version:
        raise Conflict(row)
