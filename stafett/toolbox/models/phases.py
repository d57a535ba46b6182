"""How far the municipality has come with the roll-out (S004-04)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.toolbox.enums import PhaseKind


class Phase(Tenanted):
    """What was said of the roll-out one day: the phase, what goes on, what is next. Never changed; the newest counts."""

    kind = models.CharField(max_length=15, choices=PhaseKind)
    now = models.CharField(max_length=600)
    following = models.CharField(max_length=600)
    aims_on = models.DateField(null=True, blank=True)  # when the next phase is meant to begin
    set_by = belongs_to("register.Person", related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        verbose_name = _("fase i innføringen")
        indexes = [models.Index(fields=["municipality", "-set_at"], name="phases_newest_first")]

    def __str__(self):
        return f"{self.kind} {self.set_at:%Y-%m-%d}"
