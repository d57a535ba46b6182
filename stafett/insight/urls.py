"""Routes of insight."""

from django.urls import path

from stafett.insight.views import numbers

urlpatterns = [
    path("tall/", numbers.municipality, name="numbers"),
    path("tall/tabell.csv", numbers.municipality_table, name="numbers_table"),
    path("tall/enhet/<uuid:pk>/", numbers.unit, name="unit_numbers"),
    path("tall/enhet/<uuid:pk>/tabell.csv", numbers.unit_table, name="unit_numbers_table"),
]
