"""Routes of the leaders' pages."""

from django.urls import path

from stafett.leadership import views

urlpatterns = [
    path("enheten/", views.unit_logs, name="unit_logs"),
    path("enheten/logger/<uuid:pk>/stafettholder/", views.new_holder, name="new_holder"),
    path("enheten/logger/<uuid:pk>/innsyn/", views.look, name="look_with_reason"),
    path("enheten/logger/<uuid:pk>/paminnelse/", views.holder_reminder, name="holder_reminder"),
    path("enheten/samtaler/", views.talk_notes, name="talk_notes"),
    path("omradet/", views.area, name="area"),
]
