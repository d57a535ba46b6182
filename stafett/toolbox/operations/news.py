"""Issues and articles of the news (S004-01). An issue is written as a draft, and read when it is published."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.kernel.verdict import no, require
from stafett.toolbox import rules
from stafett.toolbox.enums import ISSUE_STATES, Event, IssueState, Refusal
from stafett.toolbox.models import Article, Issue


@operation(Event.ISSUE_STARTED)
def start_issue(*, actor, volume, number, locale, title, lead):
    """Begin an issue as a draft. Raises Refused when there is one with the same number in that language."""
    issue = Issue(
        municipality_id=actor.municipality_id,
        volume=volume,
        number=number,
        locale=locale,
        title=title,
        lead=lead,
    )
    return _keep(issue, force_insert=True)


@operation(Event.ISSUE_CHANGED, lock="issue")
def change_issue(*, actor, issue, version, volume, number, locale, title, lead):
    """Change the head of a draft. Raises Refused, and Conflict when somebody was quicker."""
    require_version(issue, version)
    _require_draft(issue)
    issue.volume, issue.number, issue.locale = volume, number, locale
    issue.title, issue.lead = title, lead
    issue.version += 1
    return _keep(issue, update_fields=["volume", "number", "locale", "title", "lead", "version"])


@operation(Event.ISSUE_PUBLISHED, lock="issue")
def publish_issue(*, actor, issue, today):
    """Let everybody read an issue. Its date stays that of the first time. Raises Refused."""
    require(rules.may_become(issue.state, IssueState.PUBLISHED, table=ISSUE_STATES))
    require(rules.may_publish_issue(articles=Article.objects.filter(issue=issue).count()))
    issue.state, issue.published_on = IssueState.PUBLISHED, issue.published_on or today
    issue.save(update_fields=["state", "published_on"])
    return issue


@operation(Event.ISSUE_TAKEN_BACK, lock="issue")
def take_issue_back(*, actor, issue):
    """Make a published issue a draft again, to put something right. Raises Refused when it is one."""
    require(rules.may_become(issue.state, IssueState.DRAFT, table=ISSUE_STATES))
    issue.state = IssueState.DRAFT
    issue.save(update_fields=["state"])
    return issue


@operation(Event.ARTICLE_WRITTEN, lock="issue")
def write_article(*, actor, issue, title, text, in_short):
    """Write an article, last in a draft. Raises Refused."""
    _require_draft(issue)
    last = Article.objects.filter(issue=issue).aggregate(last=Max("position"))["last"] or 0
    article = Article.objects.create(
        municipality_id=actor.municipality_id,
        issue=issue,
        position=last + 1,
        title=title,
        text=text,
        in_short=in_short,
    )
    return Outcome(article, {"issue": str(issue.pk)})


@operation(Event.ARTICLE_CHANGED, lock="issue")
def change_article(*, actor, issue, article, version, title, text, in_short):
    """Change an article in a draft. Raises Refused, and Conflict when somebody was quicker."""
    article = Article.objects.get(pk=article.pk, issue=issue)
    require_version(article, version)
    _require_draft(issue)
    article.title, article.text, article.in_short = title, text, in_short
    article.version += 1
    article.save(update_fields=["title", "text", "in_short", "version"])
    return article


@operation(Event.ARTICLE_REMOVED, lock="issue")
def remove_article(*, actor, issue, article):
    """Take an article out of a draft; the history keeps it. Raises Refused."""
    _require_draft(issue)
    Article.objects.filter(pk=article.pk, issue=issue).delete()
    return Outcome(issue, {"article": str(article.pk)})


def _require_draft(issue):
    if issue.state != IssueState.DRAFT:
        require(no(Refusal.ISSUE_IS_PUBLISHED))


def _keep(issue, **how):
    """Save an issue; the database knows if somebody else has taken its number, also in the same moment."""
    try:
        with transaction.atomic():
            issue.save(**how)
    except IntegrityError:
        require(no(Refusal.SAME_ISSUE))
    return issue
