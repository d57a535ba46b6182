"""What oversight keeps of its own: that somebody has looked at a reading. The readings themselves are in the trail."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.oversight.enums import Outcome
from stafett.register.tenancy import Tenanted, belongs_to


class ReadingReview(Tenanted):
    """That somebody has looked at one person's reading about one child on one day, and what they found (SEC-08).

    `reader_id` and `child_id` are ids from the trail, which has no foreign keys. Nothing is replaced: who looks again
    writes another.
    """

    reader_id = models.UUIDField()
    child_id = models.UUIDField()
    read_on = models.DateField()
    outcome = models.CharField(max_length=12, choices=Outcome)
    words = models.CharField(max_length=500)
    reviewed_by = belongs_to("register.Person", related_name="+")
    reviewed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("gjennomgang")
        indexes = [models.Index(fields=["municipality", "read_on"], name="reviews_by_day")]

    def __str__(self):
        return f"{self.read_on} {self.outcome}"
