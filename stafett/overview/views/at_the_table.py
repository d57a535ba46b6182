"""The way back from the child's side on the holder's device: only who gave the screen away takes it back (ADR 0027)."""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.identity import operations, sessions, setting_out


@page(Action.TAKE_BACK_SCREEN, methods=("GET", "POST"), read=False, at_the_table=True)
def take_back(request):
    """Show who you are, and the whole site opens again. In the demo a word is enough."""
    log_id = request.login.handed_log_id
    if log_id is None:
        return redirect("start")
    log_page = reverse("log", args=[log_id])
    is_demo = settings.DEMO and request.login.method == sessions.DEMO
    if request.method == "POST" and is_demo:
        operations.take_back_in_demo(actor=request.actor, session=request.login, now=request.now)
        response = redirect(log_page)
        forget(request, response)
        return response
    provider = None if is_demo else setting_out.provider_called(request.login.method)
    asked = urlencode({"bekreft": "1", "sprak": request.actor.locale, "next": log_page})
    href = f"{reverse('begin_login', args=[provider.key])}?{asked}" if provider else None
    return render(request, "overview/take_back.html", {
        "name": request.actor.name, "is_demo": is_demo, "href": href, "label": provider.label if provider else "",
        "log_id": log_id,
    })  # fmt: skip


def holder(request) -> str:
    """Id (text) of the one person who may log in while the screen is with a child; empty when it is not."""
    handed = request.login is not None and request.login.handed_log_id is not None
    return str(request.login.person_id) if handed else ""


def was_handed(request) -> bool:
    """Whether a child has had the screen in this browser and nobody has shown who they are since: what the provider
    remembers of the holder opens nothing then, also when the login has been ended or has run out."""
    return bool(holder(request) or request.COOKIES.get(settings.HANDED_COOKIE))


def forget(request, response) -> None:
    """Take away the mark that a child has had the screen in this browser, where it is."""
    if settings.HANDED_COOKIE in request.COOKIES:
        response.delete_cookie(settings.HANDED_COOKIE)
