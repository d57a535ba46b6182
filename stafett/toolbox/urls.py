"""Addresses of the toolbox. What everybody reads works alone, and with a municipality's short name before it."""

from django.urls import path, re_path

from stafett.toolbox.views import box, directory, documents, news, newsroom, roll_out

PLACE = r"^(?:(?P<place>[-a-z0-9]+)/)?"
BOX, NEWS = PLACE + "verktoykasse/", PLACE + "nyheter/"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

urlpatterns = [
    re_path(BOX + r"$", box.toolbox, name="toolbox"),
    re_path(BOX + r"samtykkeskjema/(?P<locale>[a-z]{2,3})/$", box.blank_consent, name="blank_consent"),
    re_path(BOX + r"hvem-gjor-hva/$", directory.services, name="services"),
    re_path(BOX + rf"(?P<document>{UUID})/$", box.document, name="toolbox_document"),
    re_path(BOX + rf"(?P<document>{UUID})/fil/$", box.document_file, name="toolbox_file"),
    path("verktoykasse/utgaver/<uuid:pk>/", box.former_version, name="former_version"),
    path("verktoykasse/ansvar/", documents.own_documents, name="own_documents"),
    path("verktoykasse/nytt-dokument/", documents.new_document, name="new_document"),
    path("verktoykasse/<uuid:pk>/opplysninger/", documents.edit_document, name="edit_document"),
    path("verktoykasse/<uuid:pk>/ny-utgave/", documents.new_version, name="new_version"),
    path("verktoykasse/<uuid:pk>/tilbaketrekking/", documents.document_withdrawal, name="document_withdrawal"),
    path("verktoykasse/<uuid:pk>/tilbake/", documents.document_return, name="document_return"),
    path("verktoykasse/tjenester/ny/", directory.new_service, name="new_service"),
    path("verktoykasse/tjenester/<uuid:pk>/", directory.edit_service, name="edit_service"),
    path("verktoykasse/tjenester/<uuid:pk>/fjerning/", directory.service_removal, name="service_removal"),
    path("verktoykasse/kontaktkort/", directory.contact_cards, name="contact_cards"),
    path("verktoykasse/kontaktkort/<slug:kind>/", directory.contact_card, name="contact_card"),
    path("verktoykasse/kontaktkort/<slug:kind>/fjerning/", directory.contact_card_removal, name="contact_card_removal"),
    re_path(NEWS + r"$", news.news, name="news"),
    re_path(NEWS + rf"(?P<issue>{UUID})/$", news.issue, name="news_issue"),
    re_path(NEWS + rf"(?P<issue>{UUID})/foreldremote/$", news.issue_for_meeting, name="news_for_meeting"),
    re_path(NEWS + rf"(?P<issue>{UUID})/pdf/$", news.issue_pdf, name="news_pdf"),
    path("nyheter/arbeid/", newsroom.newsroom, name="newsroom"),
    path("nyheter/ny/", newsroom.new_issue, name="new_issue"),
    path("nyheter/arbeid/<uuid:pk>/", newsroom.issue_draft, name="issue_draft"),
    path("nyheter/arbeid/<uuid:pk>/endring/", newsroom.edit_issue, name="edit_issue"),
    path("nyheter/arbeid/<uuid:pk>/publisering/", newsroom.issue_publishing, name="issue_publishing"),
    path("nyheter/arbeid/<uuid:pk>/utkast/", newsroom.issue_taking_back, name="issue_taking_back"),
    path("nyheter/arbeid/<uuid:pk>/ny-sak/", newsroom.new_article, name="new_article"),
    path("nyheter/saker/<uuid:pk>/", newsroom.edit_article, name="edit_article"),
    path("nyheter/saker/<uuid:pk>/fjerning/", newsroom.article_removal, name="article_removal"),
    path("innforing/", roll_out.roll_out, name="roll_out"),
    path("innforing/ny/", roll_out.new_phase, name="new_phase"),
]  # fmt: skip
