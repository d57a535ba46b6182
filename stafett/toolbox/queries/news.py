"""Issues and articles: what everybody reads, and what the administrator writes."""

from uuid import UUID

from django.db.models import Count

from stafett.register.tenancy import within
from stafett.toolbox.enums import IssueState
from stafett.toolbox.models import Article, Issue


def published_in(municipality_id: UUID) -> list[Issue]:
    """Published issues of a municipality, newest first. Source: S004-01."""
    with within(municipality_id):
        return list(_in_order(Issue.objects.filter(state=IssueState.PUBLISHED)))


def read_in(municipality_id: UUID | None, issue_id: UUID) -> tuple[Issue | None, list[Article], list[Issue]]:
    """A published issue, its articles in order, and the same issue in other languages; (None, [], []) for none."""
    if municipality_id is None:
        return None, [], []
    with within(municipality_id):
        issue = Issue.objects.filter(pk=issue_id, state=IssueState.PUBLISHED).first()
        if issue is None:
            return None, [], []
        same = Issue.objects.filter(volume=issue.volume, number=issue.number, state=IssueState.PUBLISHED)
        return issue, articles_of(issue), list(_in_order(same.exclude(pk=issue.pk)))


def articles_of(issue: Issue) -> list[Article]:
    """The articles of an issue, in order."""
    return list(Article.objects.filter(issue=issue).order_by("position", "id"))


def all_issues() -> list[Issue]:
    """Every issue, drafts too, newest first, each with `.count` of articles. For whoever edits the news."""
    return list(_in_order(Issue.objects.annotate(count=Count("articles"))))


def issue_edited(actor, issue_id: UUID) -> Issue | None:
    """An issue in the actor's own municipality."""
    return Issue.objects.filter(pk=issue_id).first()


def article_edited(actor, article_id: UUID) -> Article | None:
    """An article in the actor's own municipality, with its issue."""
    return Article.objects.select_related("issue").filter(pk=article_id).first()


def next_number() -> tuple[int, int]:
    """(volume, number) to suggest for a new issue: the one after the newest."""
    newest = _in_order(Issue.objects.all()).first()
    return (newest.volume, newest.number + 1) if newest else (1, 1)


def _in_order(issues):
    return issues.order_by("-volume", "-number", "locale", "id")
