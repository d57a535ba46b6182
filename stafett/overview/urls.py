"""Routes of the front page, login and Min side."""

from django.urls import path, re_path

from stafett.overview.views import (
    at_the_table,
    front,
    leaders_day,
    login,
    logout,
    own_page,
    own_sessions,
    security,
    statements,
)

PLACE = r"^(?:(?P<place>[-a-z0-9]+)/)?"

urlpatterns = [
    path("", front.start, name="start"),
    path("lederens-dag/", leaders_day.leaders_day, name="leaders_day"),
    path("sikkerhet/", security.security, name="security"),
    path(".well-known/security.txt", security.security_txt, name="security_txt"),
    re_path(PLACE + "tilgjengelighet/$", statements.accessibility_statement, name="accessibility_statement"),
    re_path(PLACE + "personvern/$", statements.privacy_statement, name="privacy_statement"),
    path("behandlingsprotokoll/", statements.processing_record, name="processing_record"),
    path("behandlingsprotokoll/liste/", statements.processing_record_list, name="processing_record_list"),
    path("logg-inn/", login.log_in, name="log_in"),
    path("logg-inn/demo/", login.demo_login, name="demo_login"),
    path("logg-inn/kommune/", login.choose_place, name="choose_place"),
    path("logg-inn/bekreft/", login.confirm_login, name="confirm_login"),
    path("logg-inn/<slug:provider>/", login.begin_login, name="begin_login"),
    path("logg-inn/<slug:provider>/tilbake/", login.login_return, name="login_return"),
    path("skjermen/tilbake/", at_the_table.take_back, name="take_back"),
    path("logg-ut/", logout.log_out, name="log_out"),
    path("logg-ut/ferdig/", logout.logged_out, name="logged_out"),
    path("logg-ut/nettleser/", logout.front_channel_logout, name="front_channel_logout"),
    path("logg-ut/melding/", logout.back_channel_logout, name="back_channel_logout"),
    path("min-side/innlogginger/", own_sessions.own_sessions, name="own_sessions"),
    path("min-side/innlogginger/andre/", own_sessions.end_other_sessions, name="end_other_sessions"),
    path("min-side/innlogginger/<pk>/", own_sessions.end_own_session, name="end_own_session"),
    path("min-side/", own_page.own_page, name="own_page"),
]
