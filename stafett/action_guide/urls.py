"""Addresses of the guide. Each works alone, and with a municipality's short name before it: /solvik/veileder/."""

from django.urls import re_path

from stafett.action_guide.views import pages, sheets

GUIDE = r"^(?:(?P<place>[-a-z0-9]+)/)?veileder/"

urlpatterns = [
    re_path(GUIDE + r"$", pages.guide, name="guide"),
    re_path(GUIDE + r"hele/$", pages.whole, name="guide_whole"),
    re_path(GUIDE + r"sok/$", pages.search, name="guide_search"),
    re_path(GUIDE + r"vold-og-overgrep/$", pages.way_out, name="guide_exit"),
    re_path(GUIDE + r"ark/(?P<sheet>[-a-z]+)/$", sheets.sheet, name="guide_sheet"),
    re_path(GUIDE + r"niva-(?P<level>[0-3])/$", pages.level, name="guide_level"),
    re_path(GUIDE + r"niva-(?P<level>[0-3])/(?P<step>[-a-z]+)/$", pages.step, name="guide_step"),
]
