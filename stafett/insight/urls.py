"""Routes of insight."""

from django.urls import path

from stafett.insight.views import national, numbers

urlpatterns = [
    path("tall/", numbers.municipality, name="numbers"),
    path("tall/tabell.csv", numbers.municipality_table, name="numbers_table"),
    path("tall/enhet/<uuid:pk>/", numbers.unit, name="unit_numbers"),
    path("tall/enhet/<uuid:pk>/tabell.csv", numbers.unit_table, name="unit_numbers_table"),
    path("tall/kommuner/", national.national, name="national_numbers"),
    path("tall/kommuner/tabell.csv", national.national_table, name="national_numbers_table"),
    path("tall/deling/", national.sharing, name="number_sharing"),
    path("tall/deling/slutt/", national.sharing_end, name="number_sharing_end"),
]
