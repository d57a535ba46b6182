"""What anybody may know of how Stafett is kept safe, and where to tell of a hole."""

from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stafett.access.enums import Action
from stafett.access.guard import page

LAST_TESTED_ON = date(2026, 11, 22)  # the newest run in docs/security/attacks.md
GOOD_FOR = timedelta(days=180)


@page(Action.READ_ABOUT_SECURITY, public=True, read=False)
def security(request):
    """In plain words: what we do, when it was last tested, how to tell of a hole."""
    context = {"tested_on": LAST_TESTED_ON, "contact": settings.SECURITY_CONTACT}
    return render(request, "overview/security.html", context)


@page(Action.READ_ABOUT_SECURITY, public=True, read=False)
def security_txt(request):
    """The same for machines (RFC 9116). Where nobody has said whom to tell, there is no such file."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    lines = [
        ("Contact", settings.SECURITY_CONTACT),
        ("Expires", _expiry(request.today)),
        ("Preferred-Languages", "nb, nn, en"),
        ("Canonical", request.build_absolute_uri(reverse("security_txt"))),
        ("Policy", request.build_absolute_uri(reverse("security"))),
    ]
    return HttpResponse(
        "".join(f"{name}: {value}\n" for name, value in lines), content_type="text/plain; charset=utf-8"
    )


def _expiry(today):
    """A moment within a year, as the format asks; whoever reads it later fetches it anew."""
    return datetime.combine(today + GOOD_FOR, datetime.min.time(), UTC).isoformat().replace("+00:00", "Z")
