"""Addresses of the help: a role and a topic, and nothing else. They work alone, and after a municipality's short name."""

from django.urls import path, re_path

from stafett.user_guide.views import pages, tours

HELP = r"^(?:(?P<place>[-a-z0-9]+)/)?hjelp/"

urlpatterns = [
    re_path(HELP + r"brukerveiledning/(?P<reader>[a-z]+)/$", pages.user_guide, name="user_guide"),
    re_path(HELP + r"brukerveiledning/(?P<reader>[a-z]+)/pdf/$", pages.user_guide_pdf, name="user_guide_pdf"),
    re_path(HELP + r"(?:(?P<role>[a-z]+)/)?$", pages.front, name="help"),
    re_path(HELP + r"(?P<role>[a-z]+)/(?P<topic>[-a-z]+)/$", pages.topic, name="help_topic"),
    path("omvisning/", tours.own_tour, name="own_tour"),
    path("omvisning/<slug:role>/<int:number>/", tours.tour_step, name="tour_step"),
    path("omvisning/<slug:role>/slutt/", tours.tour_end, name="tour_end"),
]
