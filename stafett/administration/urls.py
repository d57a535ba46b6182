"""Routes of the register's pages."""

from django.urls import path

from stafett.administration import views

urlpatterns = [
    path("aktorer/", views.staff_search, name="staff_search"),
    path("barn/nytt/", views.new_child, name="new_child"),
    path("barn/<uuid:pk>/foresatte/", views.guardians, name="guardians"),
    path("foresatte/<uuid:pk>/bekreftelse/", views.guardian_confirmation, name="guardian_confirmation"),
]
