"""Routes of the register's pages."""

from django.urls import path

from stafett.administration.views import people, protection, relations

urlpatterns = [
    path("aktorer/", people.staff_search, name="staff_search"),
    path("venter/", people.what_waits, name="what_waits"),
    path("barn/nytt/", people.new_child, name="new_child"),
    path("barn/<uuid:pk>/foresatte/", people.guardians, name="guardians"),
    path("barn/<uuid:pk>/skjerming/", protection.protection, name="protection"),
    path("barn/<uuid:pk>/digital-logg/", protection.new_opening, name="new_opening"),
    path("barn/<uuid:pk>/samtykkerett/", protection.consent_right, name="consent_right"),
    path("barn/<uuid:pk>/fodselsnummer/", protection.child_number, name="child_number"),
    path("digital-logg/<uuid:pk>/svar/", protection.opening_answer, name="opening_answer"),
    path("foresatte/<uuid:pk>/", relations.guardian_relation, name="guardian_relation"),
    path("foresatte/<uuid:pk>/bekreftelse/", people.guardian_confirmation, name="guardian_confirmation"),
    path("foresatte/<uuid:pk>/sperring/", relations.blocking, name="blocking"),
    path("foresatte/<uuid:pk>/oppheving/", relations.block_lifting, name="block_lifting"),
    path("foresatte/<uuid:pk>/foreldreansvar/", relations.responsibility, name="responsibility"),
    path("foresatte/<uuid:pk>/avslutning/", relations.relation_ending, name="relation_ending"),
    path("foresatte/<uuid:pk>/fodselsnummer/", relations.guardian_number, name="guardian_number"),
    path("foresatte/<uuid:pk>/informasjon/", relations.information_request, name="information_request"),
    path("informasjon/<uuid:pk>/svar/", relations.request_answer, name="request_answer"),
    path("informasjon/<uuid:pk>/brev/", relations.information_letter, name="information_letter"),
]
