"""Routes of the whole site, grouped by feature."""

from django.urls import include, path

from stafett.overview.views import login
from stafett.web import health

urlpatterns = [
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
    path("", include("stafett.overview.urls")),
    path("", include("stafett.messages.urls")),
    path("", include("stafett.consent.urls")),
    path("", include("stafett.administration.urls")),
    path("", include("stafett.action_guide.urls")),
    path("", include("stafett.toolbox.urls")),
    path("", include("stafett.user_guide.urls")),
    path("", include("stafett.log_meetings.urls")),
    path("", include("stafett.relay_log.urls")),
    path("", include("stafett.child_page.urls")),
    path("", include("stafett.courses.urls")),
    path("", include("stafett.self_assessment.urls")),
    path("", include("stafett.transfers.urls")),
    path("", include("stafett.retention.urls")),
    path("", include("stafett.integrations.urls")),
    path("", include("stafett.leadership.urls")),
    path("", include("stafett.insight.urls")),
    path("", include("stafett.oversight.urls")),
    path("", include("stafett.archive.urls")),
    path("", include("stafett.system_meetings.urls")),
    path("", include("stafett.annual_wheel.urls")),
    path("<slug:place>/", login.short_address, name="short_address"),  # last: other pages' names come first
]

handler400 = "stafett.web.errors.bad_request"
handler403 = "stafett.web.errors.forbidden"
handler404 = "stafett.web.errors.not_found"
handler500 = "stafett.web.errors.broken"
