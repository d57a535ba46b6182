"""Routes of meetings, grouped by resource. A change of state is a thing you POST."""

from django.urls import path

from stafett.log_meetings.views import meetings, minutes, mode, planning, pulse

urlpatterns = [
    path("logger/<uuid:pk>/moter/", meetings.meetings, name="meetings"),
    path("logger/<uuid:pk>/moter/nytt/", planning.new_meeting, name="new_meeting"),
    path("moter/<uuid:pk>/", meetings.meeting, name="meeting"),
    path("moter/<uuid:pk>/endring/", planning.change_meeting, name="change_meeting"),
    path("moter/<uuid:pk>/avlysning/", planning.cancel_meeting, name="cancel_meeting"),
    path("moter/<uuid:pk>/svar/", meetings.invitation_answer, name="invitation_answer"),
    path("moter/<uuid:pk>/invitasjoner/", meetings.invitations, name="invitations"),
    path("moter/<uuid:pk>/kalender/", meetings.meeting_calendar, name="meeting_calendar"),
    path("moter/<uuid:pk>/etterpa/", pulse.meeting_pulse, name="meeting_pulse"),
    path("logger/<uuid:pk>/moter/etterpa/", pulse.pulses, name="pulses"),
    path("moter/<uuid:pk>/start/", mode.meeting_opening, name="meeting_opening"),
    path("moter/<uuid:pk>/na/", mode.meeting_mode, name="meeting_mode"),
    path("moter/<uuid:pk>/na/del/", mode.meeting_part, name="meeting_part"),
    path("moter/<uuid:pk>/na/steg/", mode.meeting_step, name="meeting_step"),
    path("moter/<uuid:pk>/na/ord/", mode.meeting_words, name="meeting_words"),
    path("moter/<uuid:pk>/na/skriver/", mode.writer_change, name="writer_change"),
    path("moter/<uuid:pk>/na/avbrudd/", mode.meeting_stop, name="meeting_stop"),
    path("moter/<uuid:pk>/na/ferdig/", minutes.writing_end, name="writing_end"),
    path("moter/<uuid:pk>/bekreftelse/", minutes.confirmation, name="confirmation"),
    path(
        "moter/<uuid:pk>/bekreftelse/<uuid:person>/",
        minutes.confirmation_at_table,
        name="confirmation_at_table",
    ),
    path("moter/<uuid:pk>/avslutning/", minutes.minutes_closing, name="minutes_closing"),
    path("moter/<uuid:pk>/referat/", minutes.minutes, name="minutes"),
    path("moter/<uuid:pk>/ark/", minutes.meeting_paper, name="meeting_paper"),
]
