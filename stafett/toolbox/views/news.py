"""Nyheter as everybody reads them: the archive, an issue as a page and on paper, and the short version for a meeting."""

from django.http import Http404

from stafett.access.enums import Action
from stafett.access.guard import page
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
