"""Three faces after the meeting."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.log_meetings.enums import Face
from stafett.register.tenancy import Tenanted, belongs_to


class Pulse(Tenanted):
    """How the meeting felt for a guardian or the child: three questions, three faces (L-45)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    meeting = belongs_to("log_meetings.Meeting", related_name="pulses")
    person = belongs_to("register.Person", related_name="+")
    heard = models.PositiveSmallIntegerField(choices=Face)
    agreed = models.PositiveSmallIntegerField(choices=Face)
    knows_next = models.PositiveSmallIntegerField(choices=Face)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("puls")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting", "person"], name="one_pulse_per_person_and_meeting"
            ),
            models.CheckConstraint(
                name="pulse_is_three_faces",
                condition=Q(heard__range=(1, 3), agreed__range=(1, 3), knows_next__range=(1, 3)),
            ),
        ]

    def __str__(self):
        return str(self.at)
