"""The door for other systems: a bearer token and a scope instead of a login, and an answer in the protocol's own words.

It holds what `guard.page` holds: deny by default, one transaction that sees one municipality, GET that cannot write, a row
in the trail for reading people's data and for every refusal. It looks at no cookie, so nothing can be forged across sites.
"""

import functools
from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse

from stafett.access import guard, limits, policy
from stafett.access.enums import Action, Event
from stafett.audit import trail
from stafett.kernel.protocol import Fault
from stafett.kernel.verdict import Refused, require
from stafett.register.actor import Machine
from stafett.register.tenancy import within

BEARER = "bearer "
Tongue = Callable[[Fault], HttpResponse]


def machine_page(action: Action, *, knows: Callable[..., Machine | None], tongue: Tongue, views: Mapping[str, Callable],
                 read: bool = False, challenge: str = "Bearer", limit: str = "machine") -> Callable:  # fmt: skip
    """A view for other systems, made of one function for each method it takes: GET, POST and so on.

    Args:
        action: member of `Action`; its rule asks for a scope.
        knows: function (request) -> the Machine whose key or token it shows, or None.
        tongue: turns a `Fault` into an answer of the protocol.
        views: method -> function (request, **route) -> response; GET also answers HEAD.
        read: whether reading shows somebody's data, so that it is a row in the trail (L-60).
        challenge: how one is told to show who one is.
        limit: name in `limits.LIMITS`: how often one machine may ask.
    """

    def door(request, **route):
        try:
            if (
                settings.BEHIND_TLS and not request.is_secure()
            ):  # sent on, it would come in clear every time (ASVS 4.1.2)
                raise Fault(
                    403, "Ask over https. What was shown here has been sent in clear: make a new key."
                )
            return _Call(
                request, action, knows=knows, views=views, read=read, challenge=challenge, limit=limit
            ).run(route)
        except Fault as fault:
            answer = tongue(fault)
            for name, value in fault.headers.items():
                answer[name] = value
            return answer
        except RequestDataTooBig:
            return tongue(Fault(413, "The request is too large."))
        except SuspiciousOperation:
            return tongue(Fault(400, "The request cannot be read."))

    door.action, door.is_public, door.limit = action, True, limit
    door.of = door.facts = None
    door.step_up, door.at_the_table = (
        False,
        True,
    )  # no login is looked at, so no screen is with a child either
    door.tongue = tongue  # for what breaks, which is told outside this door
    door.csrf_exempt = True  # no cookie is looked at, so there is nothing another site could borrow
    return functools.wraps(_named(views), updated=())(door)


class _Call:
    """One request of one machine."""

    def __init__(self, request: HttpRequest, action, *, knows, views, read, challenge, limit):
        self.request, self.action, self.views, self.read = request, action, views, read
        self.challenge, self.limit = challenge, limit
        self.machine = knows(request)

    def run(self, route):
        taken = self._count()
        if self.machine is None:
            asked = "Authorization" in self.request.headers and self.challenge == "Bearer"
            known = ', error="invalid_token"' if asked else ""
            raise Fault(
                401, "Show a valid key or token.", code="invalid_token",
                headers={"WWW-Authenticate": f'{self.challenge} realm="Stafett"{known}'},
            )  # fmt: skip
        method = "GET" if self.request.method == "HEAD" else self.request.method
        if method not in self.views:
            raise Fault(405, "This address does not take that method.", headers={"Allow": self._allowed()})
        response = self._within(self.views[method], route)
        for name, value in _told(taken).items():
            response[name] = value
        return response

    def _count(self):
        """Known machines are counted by themselves; everybody else by address."""
        if self.machine is not None:
            taken = limits.count(self.limit, str(self.machine.person_id))
        else:
            taken = limits.count("machine_unknown", limits.address_of(self.request))
        if taken.is_over:
            if taken.is_first and self.machine is not None:
                self._note(Event.TOO_OFTEN, self.action.value)
            raise Fault(
                429, "Too many requests. Wait, and ask again.",
                headers={"Retry-After": str(taken.seconds), **_told(taken)},
            )  # fmt: skip
        return taken

    def _within(self, view, route):
        try:
            with self._place():
                self.request.actor = self.machine
                require(policy.may(self.machine, self.action))
                response = self._answer(view, route)
                if self._has_read() and response.status_code == 200:
                    trail.read(self.machine, Event.PAGE_READ, None, reason=self.action.value)
                return response
        except Refused as refused:
            self._note(Event.REFUSED, refused.refusal.value)
            raise Fault(403, "This integration may not do that.", code="insufficient_scope") from None
        except Http404:
            raise Fault(404, "There is nothing at this address.") from None

    def _has_read(self):
        """Whether this was reading: how long an answer is says as much as the answer, and where there is no GET, one asks by
        POST."""
        return self.read and (self.request.method in ("GET", "HEAD") or "GET" not in self.views)

    def _answer(self, view, route):
        if self.request.method not in ("GET", "HEAD"):
            return view(self.request, **route)
        with connection.execute_wrapper(guard.refuse_writes):
            return view(self.request, **route)

    def _place(self):
        machine = self.machine
        return within(machine.municipality_id, actor_id=machine.person_id, request_id=trail.request_id.get())

    def _note(self, event, reason):
        with self._place():
            trail.refused(self.machine, event, reason=reason)

    def _allowed(self):
        return ", ".join([*self.views, *(["HEAD"] if "GET" in self.views else [])])


def bearer_of(request: HttpRequest) -> str:
    """The token a request shows; empty when there is none."""
    shown = request.headers.get("Authorization", "")
    return shown[len(BEARER) :].strip() if shown[: len(BEARER)].lower() == BEARER else ""


def _named(views):
    """The function behind the first method, whose name and module the view bears."""
    first = next(iter(views.values()))
    return first.func if isinstance(first, functools.partial) else first


def _told(taken):
    return {
        "RateLimit-Limit": str(taken.limit),
        "RateLimit-Remaining": str(taken.left),
        "RateLimit-Reset": str(taken.seconds),
    }
