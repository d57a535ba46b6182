"""A view that fails with somebody's words in its hands, to see what is shown and what is logged."""

from django.urls import path

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.register.models import Person
from stafett.web import urls

SECRET = "Oppdiktsen hemmeligstemplet gruegleder"


@page(Action.SEE_OWN_PAGE, methods=("GET", "POST"))
def fails(request):
    words = request.POST.get("text", SECRET)
    raise ValueError(f"could not store {words}")


@page(Action.SEE_OWN_PAGE, methods=("GET", "POST"))
def fails_in_the_database(request):
    Person.objects.get(phone=request.POST.get("text", SECRET))


@page(Action.SEE_OWN_PAGE, methods=("POST",))
def fails_because_of_another(request):
    try:
        raise KeyError(request.POST["text"])
    except KeyError as first:
        raise RuntimeError(request.POST["text"]) from first


@page(Action.SEE_OWN_PAGE, methods=("POST",))
def fails_with_words_in_a_constraint(request):
    Person.objects.filter(pk=request.actor.person_id).update(locale=request.POST["text"])


urlpatterns = [
    path("feiler/", fails),
    path("feiler/i-basen/", fails_in_the_database),
    path("feiler/paa-grunn-av/", fails_because_of_another),
    path("feiler/for-lang/", fails_with_words_in_a_constraint),
    *urls.urlpatterns,
]
handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)
