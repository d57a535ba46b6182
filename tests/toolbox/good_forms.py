"""For every form of the toolbox and the news: fields that are carried out when Randi sends them, and where to."""

from datetime import timedelta

from django.urls import reverse

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.toolbox.forms import directory, documents, news
from stafett.toolbox.models import Article, Document, Issue, Service
from tests import stage
from tests.toolbox import filling

FORMS = {
    "new_document": documents.NewDocumentForm,
    "edit_document": documents.DocumentForm,
    "new_version": documents.VersionForm,
    "new_service": directory.ServiceForm,
    "edit_service": directory.EditServiceForm,
    "contact_card": directory.ContactForm,
    "new_issue": news.IssueForm,
    "edit_issue": news.EditIssueForm,
    "new_article": news.ArticleForm,
    "edit_article": news.EditArticleForm,
    "new_phase": news.PhaseForm,
}
PARTS = {documents._Source, documents._Words}  # what forms are made of
SENDER = "randi"


def fields(name):
    """The fields of the form on a route."""
    return _FIELDS[name]()


def address(name):
    """Where the form is sent."""
    if name == "contact_card":
        return reverse(name, args=["police"])
    return reverse(name, args=[_THINGS[name]().pk] if name in _THINGS else [])


def document():
    """A document that Elle looks after."""
    return _the(Document) or filling.a_document()


def service():
    """A service in the directory."""
    return _the(Service) or filling.a_service()


def issue():
    """A draft with one article."""
    return _the(Issue) or filling.an_issue(publish=False)


def article():
    """That article."""
    with within(filling.HERE):
        return Article.objects.get(issue=issue())


def _the(model):
    with within(filling.HERE):
        return model.objects.order_by("id").first()


def _document_words():
    return {
        "title": "Skolekontakt", "kind": "tool", "about": "Hvem ringer hvem.", "owner_id": str(cast.person("elle").id),
        "review_on": _ahead(100),
    }  # fmt: skip


def _source():
    return {"link": "https://www.eksempel.no/rutine/", "sheet": ""}


def _head():
    return {"volume": "7", "number": "1", "locale": "nb", "title": "Nytt år", "lead": "Hva skjer nå."}


def _words():
    return {"title": "Kurs", "text": "Alle er med.", "in_short": "Kom på kurs."}


def _ahead(days):
    return (stage.today() + timedelta(days=days)).isoformat()


_FIELDS = {
    "new_document": lambda: {**_document_words(), **_source()},
    "edit_document": lambda: {**_document_words(), "version": "1"},
    "new_version": lambda: {**_source(), "what_is_new": "Nye frister.", "review_on": _ahead(200)},
    "new_service": filling.service_words,
    "edit_service": lambda: {**filling.service_words(), "version": "1"},
    "contact_card": lambda: {"name": "Lensmannen", "phone": "00 00 00 09", "note": "Hele døgnet."},
    "new_issue": _head,
    "edit_issue": lambda: {**_head(), "version": "1"},
    "new_article": _words,
    "edit_article": lambda: {**_words(), "version": "1"},
    "new_phase": lambda: {
        "kind": "work",
        "now": "Vi skriver.",
        "following": "Vi spør.",
        "aims_on": _ahead(90),
    },
}
_THINGS = {
    "edit_document": document, "new_version": document, "edit_service": service, "edit_issue": issue, "new_article": issue,
    "edit_article": article,
}  # fmt: skip
