"""A route whose view declares no action, to show that it stops the start-up."""

from django.http import HttpResponse
from django.urls import path


def open_to_all(request):
    return HttpResponse()


urlpatterns = [path("open/", open_to_all)]
