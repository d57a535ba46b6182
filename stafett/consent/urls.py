"""Routes of one's own consents: those that need nothing of the log but that it is there."""

from django.urls import path

from stafett.consent import views

urlpatterns = [
    path("samtykke/", views.my_consents, name="my_consents"),
    path("samtykke/logger/<uuid:pk>/tekst/", views.own_text, name="own_consent_text"),
    path("samtykke/logger/<uuid:pk>/trekk/", views.withdrawal, name="withdrawal"),
]
