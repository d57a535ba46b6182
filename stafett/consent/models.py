"""Consent and its signed form. The form is kept encrypted in the database: an app node holds no state."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from stafett.consent.enums import ConsentForm
from stafett.register.enums import Locale
from stafett.register.tenancy import Tenanted, belongs_to


class Consent(Tenanted):
    """One guardian's yes, for one log, to named services, until a date (L-03, L-04, L-09)."""

    log = belongs_to("relay_log.RelayLog", related_name="consents")
    guardian = belongs_to("register.Person", related_name="consents")
    form = models.CharField(max_length=10, choices=ConsentForm, default=ConsentForm.PAPER)
    locale = models.CharField(max_length=2, choices=Locale)
    signed_on = models.DateField()
    valid_until = models.DateField()
    covered_unit_ids = models.JSONField(default=list)
    limits = models.CharField(max_length=500, blank=True)
    recorded_by = belongs_to("register.Person", related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("samtykke")
        indexes = [models.Index(fields=["municipality", "log"], name="consents_of_log")]
        constraints = [
            models.CheckConstraint(
                name="consent_ends_after_it_is_signed", condition=Q(valid_until__gt=F("signed_on"))
            )
        ]

    def __str__(self):
        return f"{self.guardian} {self.signed_on}"


class ConsentDocument(Tenanted):
    """The signed form as a file: type and size checked, never served inline (design 6)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    consent = belongs_to(Consent, related_name="document", unique=True)
    file_name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    cipher = models.BinaryField()

    class Meta:
        verbose_name = _("samtykkeskjema")

    def __str__(self):
        return self.file_name
