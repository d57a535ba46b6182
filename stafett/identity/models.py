"""Logins, and the links from a provider's people to ours. Not fenced: this is how the municipality of a request
becomes known. Ids, hashes and a provider's own words stand here, never a name or a personal number."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.kernel.ids import new_id


class LoginSession(models.Model):
    """One login on one device. The cookie holds a random token; the table holds only its hash.

    Without a person it is a login at the provider alone: whoever is known in several municipalities has not chosen
    yet, or is known in none, and must be able to log out all the same (OIDC-08).
    """

    sealed = {"id_token_cipher": "id"}  # docs/security/keys.md

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    token_hash = models.BinaryField(unique=True)
    municipality = models.ForeignKey(
        "register.Municipality", on_delete=models.CASCADE, related_name="+", null=True
    )
    person_id = models.UUIDField(null=True)
    method = models.CharField(max_length=40)  # the provider's key, or "demo"
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    lasts_until = models.DateTimeField()
    authenticated_at = models.DateTimeField(null=True)  # when the person last showed who they are
    issuer = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=255, blank=True)
    sid = models.CharField(max_length=255, blank=True)
    level = models.CharField(max_length=100, blank=True)
    browser = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    id_token_cipher = models.BinaryField(null=True)  # the hint that a logout at the provider asks for
    handed_log_id = models.UUIDField(null=True)  # the screen is with the child of this log (W-23, ADR 0027)

    class Meta:
        verbose_name = _("innlogging")
        indexes = [
            models.Index(fields=["municipality", "person_id"], name="sessions_of_person"),
            models.Index(fields=["seen_at"], name="sessions_by_last_use"),
            models.Index(fields=["issuer", "sid"], name="sessions_by_provider"),
        ]

    def __str__(self):
        return str(self.id)


class Identity(models.Model):
    """A provider's person and ours: `issuer` and `subject` are the key, never an e-mail address (OIDC-09).

    `handle` is the name by which the municipality gave an employee access (a Feide name, an object id); the first
    login with it brings the subject, and from then on the subject decides.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255, blank=True)
    handle = models.CharField(max_length=255, blank=True)
    municipality = models.ForeignKey("register.Municipality", on_delete=models.CASCADE, related_name="+")
    person_id = models.UUIDField()
    linked_at = models.DateTimeField()

    class Meta:
        verbose_name = _("identitet")
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject", "municipality"],
                name="one_person_per_subject_and_municipality",
                condition=~models.Q(subject=""),
            ),
            models.UniqueConstraint(
                fields=["issuer", "handle", "municipality"],
                name="one_person_per_handle_and_municipality",
                condition=~models.Q(handle=""),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "person_id"], name="identities_of_person")]

    def __str__(self):
        return str(self.id)


class Known(models.Model):
    """Where a personal number is known: its blind index, which is another in each municipality, and the person.

    Kept by triggers on the register (migration 0003), so that it can never be behind.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    index = models.BinaryField()
    municipality = models.ForeignKey(
        "register.Municipality", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    person_id = models.UUIDField(unique=True)

    class Meta:
        verbose_name = _("kjent fødselsnummer")
        constraints = [models.UniqueConstraint(fields=["index"], name="known_once")]

    def __str__(self):
        return str(self.id)


class UsedToken(models.Model):
    """A logout token that has been used, so that it is not used again (OIDC-07)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mark = models.BinaryField(unique=True)  # hash of issuer and the token's own id
    used_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("brukt utloggingsmelding")

    def __str__(self):
        return str(self.id)
