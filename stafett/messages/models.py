"""The inbox, the pointers to it, and what each person wants of pointers. No free text and no addresses."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.messages.enums import Channel, DeliveryState
from stafett.register.tenancy import Tenanted, belongs_to


class Message(Tenanted):
    """One message to one person. It says what its kind says, with the dates and numbers of `facts`.

    `about` is the log it is about, and goes with it when a log that was never used is deleted (L-52).
    `route` and `target_id` say where it leads; empty when there is nowhere to go.
    """

    recipient = belongs_to("register.Person", related_name="messages")
    kind = models.CharField(max_length=30)  # of `Kind`; kinds come and go, old messages stay
    about = belongs_to("relay_log.RelayLog", related_name="+", null=True, on_delete=models.CASCADE)
    facts = models.JSONField(default=dict)
    route = models.CharField(max_length=60, blank=True)
    target_id = models.UUIDField(null=True)
    once_key = models.CharField(max_length=200, null=True)  # noqa: DJ001 - absent keys must not collide
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("melding")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "once_key"], name="told_once"),
        ]
        indexes = [
            # the inbox, newest first
            models.Index(fields=["municipality", "recipient", "-created_at"], name="inbox_of_person"),
            # the count in the menu of every page
            models.Index(
                fields=["municipality", "recipient"],
                condition=models.Q(read_at__isnull=True),
                name="unread_of_person",
            ),
        ]

    def __str__(self):
        return self.kind


class Delivery(Tenanted):
    """One pointer to a message by e-mail or SMS. `address_index` is a keyed hash of where it was sent (SEC-13)."""

    fingerprints = {"address_index": None}  # docs/security/keys.md

    message = belongs_to(Message, related_name="deliveries", on_delete=models.CASCADE)
    channel = models.CharField(max_length=5, choices=Channel)
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.WAITING)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField(null=True)
    address_index = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("varsel")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "message", "channel"], name="one_pointer_per_message_and_channel"
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "due_at"],
                condition=models.Q(state=DeliveryState.WAITING),
                name="pointers_waiting",
            ),
            models.Index(fields=["municipality", "address_index"], name="pointers_to_address"),
        ]

    def __str__(self):
        return f"{self.channel} {self.state}"


class Preference(Tenanted):
    """Which pointers a person wants. Without a row: e-mail yes, SMS no (`rules.DEFAULT`)."""

    person = belongs_to("register.Person", related_name="message_preference", unique=True)
    by_email = models.BooleanField(default=True)
    by_sms = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("varslingsvalg")

    def __str__(self):
        return str(self.person_id)
