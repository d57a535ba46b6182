"""Nyheter: issues that everybody reads, drafts that nobody does, print and the short version for a meeting."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.toolbox.models import Article, Issue
from tests.toolbox.filling import HERE, PLACE, an_issue
from tests.web import paper, reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def see(name, *, who=None, place=PLACE, **route):
    return Visitor(who).get(reverse(name, kwargs={**({"place": place} if place else {}), **route}))


def test_a_published_issue_is_read_by_everybody_where_it_belongs():
    issue = an_issue(articles=2)

    archive, whole = see("news"), see("news_issue", issue=issue.pk)

    assert "Volum 2, utgave 2" in reading.words(archive)
    for words in ("Å være foresatt", "Sak 1", "Sak 2", "Andre avsnitt."):
        assert words in reading.words(whole)
    assert "Å være foresatt" not in reading.words(see("news", place=cast.DOMESUND.slug))
    assert see("news_issue", place=cast.DOMESUND.slug, issue=issue.pk).status_code == 404


def test_a_draft_is_nowhere_for_anybody():
    issue = an_issue(publish=False)

    for who in (None, "kari", "randi"):
        assert "Å være foresatt" not in reading.words(see("news", who=who))
        assert see("news_issue", who=who, issue=issue.pk).status_code == 404
        assert see("news_for_meeting", who=who, issue=issue.pk).status_code == 404


def test_the_meeting_gets_what_is_written_in_short_and_nothing_else():
    issue = an_issue(articles=2)

    words = reading.words(see("news_for_meeting", issue=issue.pk))

    assert "Kort sagt 1." in words
    assert "Første avsnitt" not in words


def test_an_issue_leads_to_itself_in_the_other_language_and_says_which_it_is_in():
    nb, nn = an_issue(), an_issue(locale="nn", title="Å vere føresett")

    page = see("news_issue", issue=nb.pk).content.decode()

    assert f'href="/{PLACE}/nyheter/{nn.pk}/"' in page
    assert '<article class="st-issue" lang="nb">' in page


def test_issues_stand_newest_first_and_ask_as_much_whatever_their_number():
    an_issue(volume=1, number=9, title="Første år")
    with CaptureQueriesContext(connection) as few:
        see("news")
    for number in range(1, 9):
        an_issue(volume=2, number=number, title=f"Andre år {number}")
    with CaptureQueriesContext(connection) as many:
        page = see("news")

    words = reading.words(page)
    assert words.index("Andre år 8") < words.index("Andre år 1") < words.index("Første år")
    assert len(few) == len(many)


def test_a_whole_round_from_draft_to_published_to_corrected():
    randi = Visitor("randi")
    randi.send(
        "new_issue", fields={"volume": "3", "number": "1", "locale": "nb", "title": "Nytt år", "lead": ""}
    )
    with within(HERE):
        issue = Issue.objects.get()

    empty = randi.send("issue_publishing", issue.pk)
    randi.send("new_article", issue.pk, fields={"title": "Kurs", "text": "Alle er med.", "in_short": ""})
    randi.send("issue_publishing", issue.pk)
    published = reading.words(see("news_issue", issue=issue.pk))
    with within(HERE):
        article = Article.objects.get()
    words = {"title": "Kurs", "text": "Alle er med 3. mars.", "in_short": "", "version": "1"}
    locked = randi.send("edit_article", article.pk, fields=words)
    randi.send("issue_taking_back", issue.pk)
    randi.send("edit_article", article.pk, fields=words)
    late = randi.send("edit_article", article.pk, fields=words | {"text": "Mine ord."})
    randi.send("issue_publishing", issue.pk)

    assert empty.status_code == 422
    assert "Alle er med." in published
    assert locked.status_code == 422
    assert late.status_code == 409
    assert "Alle er med 3. mars." in reading.words(see("news_issue", issue=issue.pk))


def test_two_issues_cannot_have_the_same_number_in_one_language():
    an_issue()
    randi = Visitor("randi")
    same = {"volume": "2", "number": "2", "locale": "nb", "title": "Igjen", "lead": ""}

    again, other = (
        randi.send("new_issue", fields=same),
        randi.send("new_issue", fields=same | {"locale": "nn"}),
    )

    assert again.status_code == 422
    assert "finnes allerede" in reading.errors(again)["number"]
    assert other.status_code == 302


def test_an_issue_cannot_take_the_number_of_another():
    an_issue(publish=False)
    other = an_issue(publish=False, number=3)
    same = {"volume": "2", "number": "2", "locale": "nb", "title": "Igjen", "lead": "", "version": "1"}

    answer = Visitor("randi").send("edit_issue", other.pk, fields=same)

    assert answer.status_code == 422
    assert "finnes allerede" in reading.errors(answer)["number"]


@pytest.mark.parametrize("typed", ["0", "-1", "1000", "to", "1,5"])
def test_a_number_that_is_none_is_asked_for_again(typed):
    fields = {"volume": typed, "number": "1", "locale": "nb", "title": "Nytt", "lead": ""}

    answer = Visitor("randi").send("new_issue", fields=fields)

    assert answer.status_code == 422
    assert "helt tall" in reading.errors(answer)["volume"]
    assert reading.fields(answer)["volume"] == [typed]


def test_an_article_is_taken_out_of_a_draft_and_not_of_what_is_published():
    issue = an_issue(articles=2)
    with within(HERE):
        first, _second = Article.objects.order_by("position")
    randi = Visitor("randi")

    refused = randi.send("article_removal", first.pk)
    randi.send("issue_taking_back", issue.pk)
    randi.send("article_removal", first.pk)

    assert refused.status_code == 422
    with within(HERE):
        assert [article.title for article in Article.objects.all()] == ["Sak 2"]


@pytest.mark.parametrize("who", ["kari", "elle", "hilde"])
def test_nobody_but_the_administrator_is_in_the_newsroom(who):
    issue = an_issue(publish=False)

    assert Visitor(who).see("newsroom").status_code == 403
    assert Visitor(who).send("issue_publishing", issue.pk).status_code == 403


def test_html_in_an_article_is_only_words():
    issue = an_issue(title="<img src=x onerror=alert(1)>")

    assert "<img src=x" not in see("news_issue", issue=issue.pk).content.decode()


def test_no_news_yet_says_so():
    assert "Ingen nyheter ennå" in reading.words(see("news"))
    assert "Skriv det første" in reading.words(see("news", who="randi"))


def test_an_issue_is_saved_as_an_accessible_pdf_by_everybody_who_may_read_it():
    issue, draft = an_issue(articles=2), an_issue(number=3, publish=False)

    answer = see("news_pdf", issue=issue.pk)

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="a-vaere-foresatt.pdf"'
    told = reading.pieces(see("news_issue", issue=issue.pk), "<h1>", "</article>")
    assert told[:2] == ["Å være foresatt", "Om foreldrerollen."]
    assert paper.unspaced(paper.words(answer.content)) == paper.unspaced("".join(told))
    assert see("news_pdf", issue=draft.pk).status_code == 404
    assert see("news_pdf", place=cast.DOMESUND.slug, issue=issue.pk).status_code == 404
