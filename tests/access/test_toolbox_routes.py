"""Every route of the toolbox, the news and the roll-out, for every grown-up of the cast and for a stranger."""

from django.urls import reverse

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.toolbox.models import DocumentVersion, Issue
from tests.access import asking, who_may
from tests.access.who_may import GET, POST
from tests.toolbox import good_forms
from tests.web.visiting import Visitor

HERE = {person.key for person in cast.EKSEMPELVIK.everyone}


def test_everybody_reads_what_is_for_everybody_and_only_where_it_belongs(logs):
    things, wrong = _things(), []
    for key in [*asking.EVERY_KIND, None]:
        visitor = Visitor(key)
        for name, (kind, part) in who_may.TOOLBOX_READING.items():
            for place in (cast.EKSEMPELVIK.slug, cast.DOMESUND.slug):
                found = visitor.get(reverse(name, kwargs={"place": place, part: things[kind]})).status_code
                if found != (200 if place == cast.EKSEMPELVIK.slug else 404):
                    wrong.append((key, name, place, found))

    assert wrong == []


def test_documents_are_looked_after_by_their_owner_and_the_administrator(logs):
    things = _things()
    asked = [
        (key, method, name, (things["document"],), _cared_status(key, name, method))
        for key in asking.GROWN_UPS
        for name, methods in who_may.TOOLBOX_CARE.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=200)


def test_the_rest_is_the_administrators_and_former_versions_are_the_employees(logs):
    things = _things()
    asked = [
        (key, method, name, (things[kind],), _edited_status(key, name, kind, method))
        for key in [*asking.GROWN_UPS]
        for name, (kind, methods) in who_may.TOOLBOX_EDITING.items()
        for method in methods
    ]
    asked += [
        (key, GET, "former_version", (things["version"],), _former_status(key)) for key in asking.GROWN_UPS
    ]

    asking.all_as_expected(asked, at_least=400)


def test_a_stranger_is_sent_to_the_login(logs):
    things = _things()
    asked = [
        (None, m, name, (things["document"],), 302) for name, ms in who_may.TOOLBOX_CARE.items() for m in ms
    ]
    asked += [
        (None, m, name, (things[kind],), 302)
        for name, (kind, ms) in who_may.TOOLBOX_EDITING.items()
        for m in ms
    ]
    asked.append((None, GET, "former_version", (things["version"],), 302))

    asking.all_as_expected(asked, at_least=20)


def _things():
    """The ids of one thing of each kind; the issue that is read is published, the one that is written a draft."""
    document = good_forms.document()
    issue = good_forms.issue()
    article = good_forms.article()
    published = good_forms.filling.an_issue(volume=9)
    with within(cast.EKSEMPELVIK.id):
        assert Issue.objects.get(pk=issue.pk).state == "draft"
        version = DocumentVersion.objects.get(document=document)
        DocumentVersion.objects.filter(pk=version.pk)
    return {
        "document": document.pk, "version": version.pk, "service": good_forms.service().pk, "issue": issue.pk,
        "article": article.pk, "published": published.pk, "card": "police",
    }  # fmt: skip


def _cared_status(key, name, method):
    if key not in who_may.CARE_FOR_IT:
        return 404
    if method != POST:
        return 200
    return 302 if name == "document_withdrawal" else 422  # what stands there cannot be put back


def _edited_status(key, name, kind, method):
    if kind != "card" and key not in HERE:
        return 404
    if key not in who_may.ADMINISTRATORS:
        return 403
    if method != POST:
        return 200
    return 302 if name in who_may.DONE_WHEN_EMPTY else 422


def _former_status(key):
    if key not in HERE:
        return 404
    return 200 if key in asking.staff() | who_may.WITHOUT_CHILDREN else 403
