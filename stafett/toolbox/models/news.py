"""Nyheter: issues with articles in plain paragraphs (S004-01)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.toolbox.enums import IssueState, NewsLocale


class Issue(Tenanted):
    """One issue in one language, by volume and number."""

    volume = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    locale = models.CharField(max_length=2, choices=NewsLocale)
    title = models.CharField(max_length=120)
    lead = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=IssueState, default=IssueState.DRAFT)
    published_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("nyhetsbrev")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "volume", "number", "locale"], name="one_issue_of_each_number"
            ),
            models.CheckConstraint(
                name="published_issues_have_a_date",
                condition=Q(state=IssueState.DRAFT) | Q(published_on__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.volume}/{self.number} {self.locale}"


class Article(Tenanted):
    """One article. `in_short` is what is shown on the wall at a parents' meeting."""

    issue = belongs_to(Issue, related_name="articles")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    in_short = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("sak i nyhetsbrev")
        indexes = [models.Index(fields=["municipality", "issue", "position"], name="articles_of_issue")]

    def __str__(self):
        return self.title
