"""Logging in: the way to a provider and back, and the demo's doors, which exist nowhere but in the demo."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.demo import doors
from stafett.identity import arriving, operations, queries, sessions, setting_out
from stafett.identity.enums import Audience, Refusal
from stafett.identity.oidc.metadata import Unreachable
from stafett.identity.rules import ATTEMPT_LIMIT
from stafett.kernel.ids import parse_id
from stafett.kernel.verdict import Refused, no
from stafett.overview.views import at_the_table

PLACE_COOKIE = settings.PLACE_COOKIE  # the municipality's short name; nothing about the person
A_YEAR = 365 * 24 * 3600


@page(Action.LOG_IN, public=True, read=False)
def log_in(request):
    """The ways in: to the municipality that was chosen, else a choice of municipality; in the demo, its people."""
    onward, slug = _safe(request, request.GET.get("next")), request.GET.get("kommune")
    place = queries.place(slug or request.COOKIES.get(PLACE_COOKIE, ""))
    ways = setting_out.providers_for(place.slug) if place else []
    if place is None or not ways:
        place, ways = None, _ways_without_place()
    return render(request, "overview/log_in.html", {
        "next": onward, "place": place, "ways": [_way(each, place, onward) for each in ways],
        "choices": [] if place else _places_to_choose(), "demo_places": doors.places() if settings.DEMO else [],
        "onward_query": urlencode({"next": onward}) if onward else "",
    })  # fmt: skip


@page(Action.LOG_IN, public=True, read=False, threshold=True)
def short_address(request, place):
    """A municipality's own short address: straight to its provider, or to the choice between two (S003-03, W-01)."""
    found = queries.place(place)
    if found is None:
        raise Http404
    ways = setting_out.providers_for(found.slug)
    if len(ways) == 1:
        return redirect(_way(ways[0], found, None)["href"])
    return redirect(f"{reverse('log_in')}?{urlencode({'kommune': found.slug})}")


@page(Action.LOG_IN, public=True, read=False, threshold=True, limit="login", at_the_table=True)
def begin_login(request, provider):
    """Off to the provider."""
    chosen = setting_out.provider_called(provider)
    if chosen is None:
        raise Http404
    asked = request.GET
    confirms = at_the_table.holder(request) or (_own_id(request) if "bekreft" in asked else "")
    place = _place_of_login(request) if confirms else asked.get("kommune", "")
    locale = asked.get("sprak") or translation.get_language()
    try:
        departure = setting_out.begin(
            chosen, now=request.now, locale=locale, place=place if chosen.serves(place) else "",
            onward=_safe(request, asked.get("next")) or "", confirms=confirms, anew=at_the_table.was_handed(request),
        )  # fmt: skip
    except Unreachable:
        return _refused(request, Refused(no(Refusal.PROVIDER_SILENT)), status=503)
    except Refused as refused:
        return _refused(request, refused)
    response = redirect(departure.address)
    _set_cookie(response, departure.cookie_name, departure.cookie, max_age=int(ATTEMPT_LIMIT.total_seconds()))
    return response


@page(Action.LOG_IN, public=True, read=False, threshold=True, limit="login", at_the_table=True)
def login_return(request, provider):
    """Back from the provider: in, or to a choice of municipality, or a plain no."""
    chosen = setting_out.provider_called(provider)
    if chosen is None:
        raise Http404
    answer = {name: values[0] for name, values in request.GET.lists() if len(values) == 1}
    try:
        arrived = arriving.arrive(
            chosen, answer, request.COOKIES, now=request.now, user_agent=_user_agent(request),
            anew=at_the_table.was_handed(request), only=at_the_table.holder(request),
        )  # fmt: skip
        response = _answer(request, arrived)
    except Refused as refused:
        response = _refused(request, refused)
    if state := answer.get("state"):
        response.delete_cookie(arriving.attempts.cookie_name(state))
    return response


@page(Action.LOG_IN, public=True, methods=("GET", "POST"), read=False, threshold=True)
def choose_place(request):
    """Whoever is known in several municipalities says which."""
    session = sessions.waiting(request.COOKIES.get(settings.LOGIN_COOKIE), now=request.now)
    if session is None:
        return redirect("log_in")
    onward = _safe(request, request.GET.get("next")) or ""
    try:
        if request.method == "POST":
            slug, agent = request.POST.get("kommune", ""), _user_agent(request)
            arrived = arriving.choose(session, slug, now=request.now, user_agent=agent)
            return _answer(request, arrived, onward=_safe(request, request.POST.get("next")) or "")
        choices = arriving.choices_of(session)
    except Refused as refused:
        return _refused(request, refused, can_leave=True)
    return render(request, "overview/choose_place.html", {"choices": choices, "next": onward})


@page(Action.SEE_OWN_PAGE, methods=("GET", "POST"), read=False)
def confirm_login(request):
    """Before something weighty: show anew who you are (OIDC-12). In the demo a word is enough."""
    onward = _safe(request, request.POST.get("next") or request.GET.get("next"))
    is_demo = settings.DEMO and request.login.method == sessions.DEMO
    if request.method == "POST" and is_demo:
        operations.confirm_in_demo(actor=request.actor, session=request.login, now=request.now)
        return redirect(onward or reverse("start"))
    provider = None if is_demo else setting_out.provider_called(request.login.method)
    asked = {"bekreft": "1", "sprak": request.actor.locale} | ({"next": onward} if onward else {})
    href = f"{reverse('begin_login', args=[provider.key])}?{urlencode(asked)}" if provider else None
    return render(request, "overview/confirm_login.html", {
        "next": onward, "is_demo": is_demo, "href": href, "label": provider.label if provider else "",
    })  # fmt: skip


@page(Action.LOG_IN, public=True, methods=("POST",), read=False, threshold=True, limit="login")
def demo_login(request):
    """Become one of the demo's people."""
    chosen = parse_id(request.POST.get("person", ""))
    door = doors.find(chosen) if settings.DEMO and chosen else None
    if door is None:
        raise Http404
    sessions.end(request.COOKIES.get(settings.LOGIN_COOKIE, ""))
    token = sessions.start(
        municipality_id=door.municipality_id, person_id=door.id, method=sessions.DEMO, now=request.now,
        user_agent=_user_agent(request),
    )  # fmt: skip
    response = redirect(_safe(request, request.POST.get("next")) or reverse("start"))
    at_the_table.forget(request, response)
    _set_cookie(response, settings.LOGIN_COOKIE, token)
    return response


def _answer(request, arrived, *, onward=""):
    """The answer to somebody who has arrived, with the new login's cookie; the former login is ended."""
    sessions.end(request.COOKIES.get(settings.LOGIN_COOKIE, ""))
    onward = arrived.onward or onward
    if arrived.refused:
        response = _refused(request, arrived.refused, can_leave=True)
    elif arrived.choices:
        response = redirect(f"{reverse('choose_place')}{'?' + urlencode({'next': onward}) if onward else ''}")
    else:
        response = redirect(_safe(request, onward) or reverse("start"))
        _set_cookie(response, PLACE_COOKIE, arrived.place, max_age=A_YEAR)
        at_the_table.forget(request, response)
    _set_cookie(response, settings.LOGIN_COOKIE, arrived.token)
    return response


def _refused(request, refused, *, can_leave=False, status=403):
    context = {"reason": refused.sentence(), "can_leave": can_leave}
    return render(request, "overview/login_refused.html", context, status=status)


def _set_cookie(response, name, value, *, max_age=None):
    response.set_cookie(
        name, value, max_age=max_age, httponly=True, secure=settings.BEHIND_TLS, samesite="Lax", path="/"
    )


def _way(provider, place, onward):
    """A link to a provider, for the page."""
    asked = ({"kommune": place.slug} if place else {}) | ({"next": onward} if onward else {})
    address = reverse("begin_login", args=[provider.key])
    return {
        "href": f"{address}?{urlencode(asked)}" if asked else address,
        "label": provider.label,
        "audience": [Audience(each).label for each in sorted(provider.audience)],
    }


def _ways_without_place():
    """Providers that find the municipality by themselves, because they say who somebody is by personal number."""
    found = setting_out.all_providers()
    if len(_places_to_choose()) == 1:
        return list(found)
    return [each for each in found if each.profile.number_claim and Audience.FAMILY in each.audience]


def _places_to_choose():
    found = setting_out.all_providers()
    return [place for place in queries.places() if any(each.serves(place.slug) for each in found)]


def _own_id(request):
    """Id (text) of whoever is logged in, empty for nobody."""
    return str(request.login.person_id) if request.login else ""


def _place_of_login(request):
    held = request.login.municipality_id
    return next((place.slug for place in queries.places() if place.id == held), "")


def _user_agent(request):
    return request.headers.get("User-Agent", "")


def _safe(request, onward):
    """A path on this site to go on to, or None."""
    is_safe = onward and url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()})
    return onward if is_safe and onward.startswith("/") else None
