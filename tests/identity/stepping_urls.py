"""A page that asks people to have shown lately who they are, as signing and export do."""

from django.http import HttpResponse
from django.urls import path

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.web import urls


@page(Action.SEE_OWN_PAGE, methods=("GET", "POST"), step_up=True)
def weighty(request):
    return HttpResponse("gjort" if request.method == "POST" else "vises")


urlpatterns = [path("viktig/", weighty), *urls.urlpatterns]
handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
