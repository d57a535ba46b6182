"""Routes of the child's side. The address is the log's own: while the screen is with its child, only these open."""

from django.urls import path

from stafett.child_page import views

urlpatterns = [
    path("barnets-side/<uuid:pk>/", views.child_page, name="child_page"),
    path("barnets-side/<uuid:pk>/mal/", views.goal, name="child_goal"),
    path("barnets-side/<uuid:pk>/lysglimt/", views.bright_spot, name="child_bright_spot"),
    path("barnets-side/<uuid:pk>/motet/", views.wish, name="child_wish"),
    path("barnets-side/<uuid:pk>/trinn/<uuid:step>/<slug:change>/", views.step, name="child_step"),
    path("barnets-side/<uuid:pk>/etter-motet/<uuid:meeting>/", views.pulse, name="child_pulse"),
    path("barnets-side/<uuid:pk>/skjermen/", views.screen_handover, name="screen_handover"),
]
