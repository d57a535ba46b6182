"""Consent: what was asked, what was said, the text it was said to, and signed forms.

What was said is never changed; a new word stands instead of the former one. Signed forms are kept encrypted in the
database: an app node holds no state.
"""

from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _

from stafett.consent.enums import Answer, ConsentForm, TextLocale
from stafett.register.tenancy import Tenanted, belongs_to


class ConsentText(Tenanted):
    """One wording of the consent text, kept from the first time somebody was asked with it (L-03, L-73)."""

    sha256 = models.CharField(max_length=64)
    locale = models.CharField(max_length=2, choices=TextLocale)
    content = models.JSONField()  # as in the content file, with its blanks
    first_used_at = models.DateTimeField()

    class Meta:
        verbose_name = _("samtykketekst")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "sha256"], name="one_row_per_consent_text"),
        ]

    def __str__(self):
        return f"{self.locale} {self.sha256[:8]}"


class ConsentRequest(Tenanted):
    """That somebody is asked: for which services, until when, and what it is about (W-18). Answered once."""

    log = belongs_to("relay_log.RelayLog", related_name="consent_requests")
    person = belongs_to("register.Person", related_name="consent_requests")
    unit_ids = models.JSONField(default=list)  # services besides the one that holds the baton
    valid_until = models.DateField()
    locale = models.CharField(max_length=2, choices=TextLocale)
    about = models.CharField(max_length=500, blank=True)
    asked_by = belongs_to("register.Person", related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("samtykkeforespørsel")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "log", "person"], condition=Q(answer=""), name="one_open_request_each"
            ),
            models.CheckConstraint(
                name="request_answered_with_time",
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "person"], name="requests_to_person"),
        ]

    def __str__(self):
        return f"{self.person} {self.asked_at:%Y-%m-%d}"


class Consent(Tenanted):
    """One word, for one log: a yes to named services until a date, or, without a date, a no (L-03, L-04, L-08, L-09).

    `guardian` is who said it: a guardian, the youth, or the leader of `for_unit`, which has the care of the child.
    Never changed; the newest word of each person counts.
    """

    log = belongs_to("relay_log.RelayLog", related_name="consents")
    guardian = belongs_to("register.Person", related_name="consents")
    for_unit = belongs_to("register.Unit", related_name="+", null=True)  # L-26
    form = models.CharField(max_length=10, choices=ConsentForm, default=ConsentForm.PAPER)
    locale = models.CharField(max_length=2, choices=TextLocale)
    signed_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)  # nothing when the word is no
    covered_unit_ids = models.JSONField(default=list)
    restrictions = models.JSONField(  # unit id: ids of the only concerns it may see (L-07)
        default=dict, db_default=Value({}, models.JSONField())
    )
    limits = models.CharField(max_length=500, blank=True)
    missing_facts = models.JSONField(default=list, db_default=Value([], models.JSONField()))
    text = belongs_to(ConsentText, related_name="+", null=True)  # nothing for a form that was not ours
    filled = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    request = belongs_to(ConsentRequest, related_name="words", null=True)
    witness = belongs_to("register.Person", related_name="+", null=True)
    asks_to_end = models.BooleanField(default=False, db_default=False)  # W-28, only with a no
    recorded_by = belongs_to("register.Person", related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("samtykke")
        indexes = [
            models.Index(fields=["municipality", "log"], name="consents_of_log"),
            models.Index(fields=["municipality", "guardian"], name="consents_of_guardian"),
        ]
        constraints = [
            models.CheckConstraint(
                name="consent_ends_no_sooner_than_signed", condition=Q(valid_until__gte=F("signed_on"))
            ),
            models.CheckConstraint(
                name="a_no_covers_nothing",
                condition=Q(valid_until__isnull=False) | Q(covered_unit_ids=[], restrictions={}),
            ),
            models.CheckConstraint(
                name="only_a_no_asks_to_end", condition=Q(asks_to_end=False) | Q(valid_until__isnull=True)
            ),
            models.CheckConstraint(
                name="an_oral_yes_has_a_witness",
                condition=~Q(form=ConsentForm.ORAL) | Q(valid_until__isnull=True) | Q(witness__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.guardian} {self.signed_on}"

    @property
    def is_no(self):
        """Whether this word takes a consent back."""
        return self.valid_until is None


class ConsentDocument(Tenanted):
    """The signed form as a file: type and size checked, never served inline (design 6)."""

    sealed = {"cipher": "consent_id"}  # docs/security/keys.md

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
