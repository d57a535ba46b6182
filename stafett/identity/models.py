"""Login sessions. Not fenced: a session is how the municipality of a request becomes known."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.kernel.ids import new_id


class LoginSession(models.Model):
    """One login on one device. The cookie holds a random token; the table holds only its hash."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    token_hash = models.BinaryField(unique=True)
    municipality = models.ForeignKey("register.Municipality", on_delete=models.CASCADE, related_name="+")
    person_id = models.UUIDField()
    method = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("innlogging")
        indexes = [
            models.Index(fields=["municipality", "person_id"], name="sessions_of_person"),
            models.Index(fields=["seen_at"], name="sessions_by_last_use"),
        ]

    def __str__(self):
        return str(self.id)
