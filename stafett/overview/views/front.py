"""The front page."""

from django.shortcuts import redirect, render

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.overview.menu import menu_of
from stafett.user_guide.views.tours import offer_tour


@page(Action.SEE_FRONT_PAGE, public=True, read=False)
def start(request):
    """Logged in: to where one's day begins. Otherwise: what this is, and the way in."""
    if request.actor is None:
        return render(request, "overview/front.html")
    offer_tour(request)
    return redirect(menu_of(request.actor)[0][1])
