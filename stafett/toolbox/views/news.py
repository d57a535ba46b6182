"""Nyheter as everybody reads them: the archive, an issue as a page and on paper, and the short version for a meeting."""

from functools import lru_cache

from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.kernel import pdf
from stafett.toolbox.queries import news as queries
from stafett.toolbox.views import place as places


@page(Action.READ_NEWS, public=True, read=False)
def news(request, place=None):
    """The archive of issues, newest first."""
    way = places.of(request, place)
    context = {
        "issues": queries.published_in(way.municipality_id) if way.municipality_id else [],
        "may_write": places.may_here(request, way, Action.EDIT_NEWS),
    }
    return places.shown(request, way, "news.html", context, may_be_kept=True)


@page(Action.READ_NEWS, public=True, read=False)
def issue(request, issue, place=None):
    """One issue, whole."""
    return _issue(request, issue, place, "issue.html")


@page(Action.READ_NEWS, public=True, read=False)
def issue_for_meeting(request, issue, place=None):
    """One issue in short and in large type, for the wall at a parents' meeting."""
    return _issue(request, issue, place, "issue_for_meeting.html")


@page(Action.READ_NEWS, public=True, read=False, limit="search")
def issue_pdf(request, issue, place=None):
    """One issue as an accessible PDF, to save, to send home, or to print (S004-01)."""
    way = places.of(request, place)
    issue, articles, _others = queries.read_in(way.municipality_id, issue)
    if issue is None:
        raise Http404
    response = HttpResponse(typeset(_document(way, issue, articles)), content_type="application/pdf")
    return places.as_file(response, title=issue.title, ending="pdf")


typeset = lru_cache(maxsize=20)(pdf.typeset)  # the same words give the same file


def _document(way, issue, articles):
    blocks: list[pdf.Block] = []
    for article in articles:
        blocks.append(pdf.Heading(1, article.title))
        blocks += [pdf.Paragraph(part) for part in article.text.split("\n\n") if part.strip()]
    with translation.override(issue.locale):
        number = _("Volum %(volume)s, utgave %(number)s") % {"volume": issue.volume, "number": issue.number}
    return pdf.Document(
        title=issue.title, language=issue.locale, made_on=issue.published_on, subtitle=issue.lead, blocks=tuple(blocks),
        author=way.municipality, footer=" · ".join(filter(None, (way.municipality, number))),
    )  # fmt: skip


def _issue(request, issue_id, place, template):
    way = places.of(request, place)
    issue, articles, others = queries.read_in(way.municipality_id, issue_id)
    if issue is None:
        raise Http404
    context = {
        "issue": issue,
        "articles": articles,
        "others": others,
        "in_short": [article for article in articles if article.in_short],
        "may_write": places.may_here(request, way, Action.EDIT_NEWS),
    }
    return places.shown(request, way, template, context)
