"""Views that forget that looking must not write, to show that the door stops them."""

from django.db import connection
from django.http import HttpResponse
from django.urls import path

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.register.models import Person
from stafett.relay_log.models import Note
from stafett.web import urls


@page(Action.SEE_OWN_PAGE, methods=("GET", "POST"))
def writes(request):
    Person.objects.filter(pk=request.actor.person_id).update(phone="12345678")
    return HttpResponse("skrev")


@page(Action.SEE_OWN_PAGE)
def locks(request):
    Person.objects.select_for_update().get(pk=request.actor.person_id)
    return HttpResponse("låste")


@page(Action.SEE_OWN_PAGE)
def deletes(request):
    Note.objects.all().delete()
    return HttpResponse("slettet")


@page(Action.SEE_OWN_PAGE)
def writes_inside_a_query(request):
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH changed AS (UPDATE register_person SET phone = '12345678' RETURNING 1) SELECT * FROM changed"
        )
    return HttpResponse("skrev")


urlpatterns = [
    path("skriver/", writes),
    path("laser/", locks),
    path("sletter/", deletes),
    path("skriver-i-en-spørring/", writes_inside_a_query),
    *urls.urlpatterns,
]
handler404, handler403, handler500 = urls.handler404, urls.handler403, urls.handler500
