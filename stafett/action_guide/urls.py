"""Addresses of the guide, and of the work with a municipality's own.

Those of the guide work alone, and with a municipality's short name before them: /solvik/veileder/. Its main pages are there
for former editions too: /solvik/veileder/utgaver/2/niva-1/.
"""

from django.urls import path, re_path

from stafett.action_guide.views import exchanging, groups, images, pages, paper, sheets, work, writing

GUIDE = r"^(?:(?P<place>[-a-z0-9]+)/)?veileder/"
READ = GUIDE + r"(?:utgaver/(?P<edition>[1-9][0-9]{0,3})/)?"

urlpatterns = [
    re_path(READ + r"$", pages.guide, name="guide"),
    re_path(READ + r"hele/$", pages.whole, name="guide_whole"),
    re_path(READ + r"hele/pdf/$", paper.whole_pdf, name="guide_pdf"),
    re_path(GUIDE + r"utgaver/$", pages.editions, name="guide_editions"),
    re_path(GUIDE + r"sok/$", pages.search, name="guide_search"),
    re_path(GUIDE + r"bilder/(?P<image>[0-9a-f]{1,64})/$", images.image, name="guide_image"),
    re_path(GUIDE + r"vold-og-overgrep/$", pages.way_out, name="guide_exit"),
    re_path(GUIDE + r"ark/(?P<sheet>[-a-z]+)/$", sheets.sheet, name="guide_sheet"),
    re_path(READ + r"niva-(?P<level>[0-3])/$", pages.level, name="guide_level"),
    re_path(READ + r"niva-(?P<level>[0-3])/(?P<step>[-a-z]+)/$", pages.step, name="guide_step"),
    path("veilederarbeid/", work.desk, name="guide_desk"),
    path("veilederarbeid/grupper/", groups.groups, name="guide_groups"),
    path("veilederarbeid/grupper/<uuid:pk>/slutt/", groups.membership_end, name="guide_membership_end"),
    path("veilederarbeid/plasser/<uuid:pk>/utkast/", work.draft, name="guide_draft"),
    path("veilederarbeid/utgaver/<uuid:pk>/", work.edition, name="guide_edition"),
    path("veilederarbeid/utgaver/<uuid:pk>/endringer/", work.review, name="guide_review"),
    path("veilederarbeid/utgaver/<uuid:pk>/nytt-steg/", writing.new_step, name="guide_new_step"),
    path("veilederarbeid/utgaver/<uuid:pk>/rekkefolge/", writing.order, name="guide_order"),
    path("veilederarbeid/utgaver/<uuid:pk>/visning/", work.preview, name="guide_preview"),
    path(
        "veilederarbeid/utgaver/<uuid:pk>/bilder/<slug:image>/", images.draft_image, name="guide_draft_image"
    ),
    path("veilederarbeid/utgaver/<uuid:pk>/innsending/", work.sending, name="guide_sending"),
    path("veilederarbeid/utgaver/<uuid:pk>/svar/", work.decision, name="guide_decision"),
    path("veilederarbeid/utgaver/<uuid:pk>/publisering/", work.publication, name="guide_publication"),
    path("veilederarbeid/utgaver/<uuid:pk>/fil/", exchanging.guide_file, name="guide_file"),
    path("veilederarbeid/utgaver/<uuid:pk>/laan/", exchanging.borrowing, name="guide_borrowing"),
    path("veilederarbeid/laan/<uuid:pk>/", exchanging.borrowed_guide, name="guide_borrowed"),
    path(
        "veilederarbeid/laan/<uuid:pk>/bilder/<slug:image>/",
        images.borrowed_image,
        name="guide_borrowed_image",
    ),
    path("veilederarbeid/deler/<uuid:pk>/", writing.part, name="guide_part"),
    path("veilederarbeid/deler/<uuid:pk>/ord/", writing.part_words, name="guide_part_words"),
    path("veilederarbeid/deler/<uuid:pk>/nytt-bilde/", images.new_image, name="guide_new_image"),
    path("veilederarbeid/deler/<uuid:pk>/bilder/<slug:image>/", images.image_words, name="guide_image_words"),
    path(
        "veilederarbeid/deler/<uuid:pk>/bilder/<slug:image>/slutt/",
        images.image_removal,
        name="guide_image_removal",
    ),
]
