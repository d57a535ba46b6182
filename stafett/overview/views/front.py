"""The front page."""

from django.shortcuts import redirect, render

from stafett.access.enums import Action
from stafett.access.guard import page


@page(Action.SEE_FRONT_PAGE, public=True, read=False)
def start(request):
    """Logged in: to one's logs. Otherwise: what this is, and the way in."""
    if request.actor is None:
        return render(request, "overview/front.html")
    return redirect("my_logs" if request.actor.is_staff else "family_logs")
