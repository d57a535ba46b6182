"""Small words everyone in the log can write: bright spots and notes (S001-47)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to


class BrightSpot(Tenanted):
    """A lysglimt: something good, from anyone in the log."""

    log = belongs_to("relay_log.RelayLog", related_name="bright_spots")
    text = models.CharField(max_length=500)
    author = belongs_to("register.Person", related_name="+")
    author_name = models.CharField(max_length=220)
    author_title = models.CharField(max_length=240, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lysglimt")
        indexes = [models.Index(fields=["municipality", "log", "-at"], name="bright_spots_of_log")]

    def __str__(self):
        return self.text


class Note(Tenanted):
    """A notat, to the log or to one concern."""

    log = belongs_to("relay_log.RelayLog", related_name="notes")
    concern = belongs_to("relay_log.Concern", related_name="notes", null=True)
    text = models.TextField()
    kept_from_guardians = models.CharField(
        max_length=300, blank=True, db_default=""
    )  # the reason (L-13); empty when shared
    author = belongs_to("register.Person", related_name="+")
    author_name = models.CharField(max_length=220)
    author_title = models.CharField(max_length=240, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("notat")
        indexes = [models.Index(fields=["municipality", "log", "-at"], name="notes_of_log")]

    def __str__(self):
        return self.text
