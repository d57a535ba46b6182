"""Routes of the inbox. Reading a message is a thing you POST: looking changes nothing."""

from django.urls import path

from stafett.messages.views import inbox

urlpatterns = [
    path("meldinger/", inbox.inbox, name="inbox"),
    path("meldinger/lest/", inbox.all_read, name="all_read"),
    path("meldinger/varsler/", inbox.pointers, name="pointers"),
    path("meldinger/<uuid:pk>/lest/", inbox.message_read, name="message_read"),
]
