"""Routes of the front page, login and Min side."""

from django.urls import path

from stafett.overview.views import front, login, own_page

urlpatterns = [
    path("", front.start, name="start"),
    path("logg-inn/", login.log_in, name="log_in"),
    path("logg-inn/demo/", login.demo_login, name="demo_login"),
    path("logg-ut/", login.log_out, name="log_out"),
    path("min-side/", own_page.own_page, name="own_page"),
]
