"""What is the child's own: the goal in the child's words, and how a bright spot was told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.child_page.enums import Said, Symbol
from stafett.register.tenancy import Tenanted, belongs_to


class ChildGoal(Tenanted):
    """What the child wants, in the child's own words. A new wording replaces the former, which is kept (S001-28, L-12)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    text = models.CharField(max_length=200)
    said = models.CharField(max_length=12, choices=Said)
    written_by = belongs_to("register.Person", related_name="+")
    written_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("barnets mål")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "log"],
                condition=models.Q(replaced_at__isnull=True),
                name="one_current_child_goal_per_log",
            )
        ]

    def __str__(self):
        return self.text


class BrightSpotPicture(Tenanted):
    """That a bright spot is the child's: the picture that was chosen, if any, and how the words came (domain 6, row 7)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    bright_spot = belongs_to("relay_log.BrightSpot", related_name="picture", unique=True)
    symbol = models.CharField(max_length=10, choices=Symbol, blank=True)
    said = models.CharField(max_length=12, choices=Said)

    class Meta:
        verbose_name = _("barnets lysglimt")

    def __str__(self):
        return self.symbol
