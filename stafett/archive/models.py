"""What is on its way to the archive, its files until they are received, and how the municipality's archive is set up."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.archive.enums import Adapter, DepositState, Kind, OrderState
from stafett.register.tenancy import Tenanted, belongs_to


class Deposit(Tenanted):
    """One thing handed in to the archive, and how it went (W-13, L-53, ARK-04, ARK-05).

    Its id is the external key the archive knows it by: sending it twice makes one record there. `log` is nothing for
    what is in no log. `receipt` is what the archive answered: ids, numbers and times.
    """

    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=8, choices=DepositState, default=DepositState.WAITING)
    title = models.CharField(max_length=200)  # never a child's name: it is shown in lists
    unit = belongs_to("register.Unit", related_name="+")
    log = belongs_to("relay_log.RelayLog", related_name="+", null=True)
    source_id = models.UUIDField()
    once_key = models.CharField(max_length=80)
    folder = models.CharField(max_length=120)
    made_on = models.DateField()
    made_by = belongs_to("register.Person", related_name="+", null=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    message_id = models.UUIDField(null=True, blank=True)  # the newest sending of it
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    receipt = models.JSONField(default=dict)
    fault = models.CharField(max_length=500, blank=True)  # what the archive said, or why it was not reached

    class Meta:
        verbose_name = _("innlevering til arkivet")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "once_key"], name="handed_in_once"),
            models.CheckConstraint(
                name="received_deposit_has_receipt",
                condition=~Q(state=DepositState.RECEIVED) | (Q(settled_at__isnull=False) & ~Q(receipt={})),
            ),
            models.CheckConstraint(
                name="sent_deposit_has_time", condition=~Q(state=DepositState.SENT) | Q(sent_at__isnull=False)
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "due_at"],
                condition=Q(state=DepositState.WAITING),
                name="deposits_waiting",
            ),
            models.Index(fields=["municipality", "-created_at"], name="deposits_newest_first"),
            models.Index(fields=["municipality", "log"], name="deposits_of_log"),
            models.Index(fields=["municipality", "message_id"], name="deposits_by_message"),
        ]

    def __str__(self):
        return f"{self.kind} {self.state}"


class DepositFile(Tenanted):
    """One file of a deposit. Its bytes are kept until the archive has them; name, size and checksum stay."""

    deposit = belongs_to(Deposit, related_name="files")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("fil til arkivet")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "deposit", "position"], name="one_file_per_position"
            )
        ]

    def __str__(self):
        return self.name


class ArchiveSettings(Tenanted):
    """How one municipality's archive is set up: which way, and under which folder and case type (S002-35, W-14)."""

    adapter = models.CharField(max_length=10, choices=Adapter, default=Adapter.FOLDER)
    system_name = models.CharField(
        max_length=60, blank=True
    )  # what the archive is called there, such as Websak
    log_folder = models.CharField(max_length=120, default="Elevmappe")
    meeting_folder = models.CharField(max_length=120, default="BTI-møte")
    case_type = models.CharField(max_length=60, blank=True)
    journal_unit = models.CharField(max_length=60, blank=True)
    access_days = models.PositiveSmallIntegerField(default=30)  # how long a closed log is read online (L-53)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("arkivoppsett")
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="one_archive_setup"),
            models.CheckConstraint(
                name="access_lasts_0_to_365_days", condition=Q(access_days__range=(0, 365))
            ),
        ]

    def __str__(self):
        return self.system_name or self.adapter


class PeriodDeposit(Tenanted):
    """A deposit of every log closed in a period, for the municipality's depot (Noark 5): ordered, made, and checked."""

    first = models.DateField()
    last = models.DateField()
    state = models.CharField(max_length=8, choices=OrderState, default=OrderState.ORDERED)
    ordered_by = belongs_to("register.Person", related_name="+")
    ordered_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)  # the name of its folder, without where that is
    logs = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)  # bytes
    sha256 = models.CharField(max_length=64, blank=True)  # of arkivuttrekk.xml, which holds all the others'
    faults = models.JSONField(default=list)  # sentences of the checker

    class Meta:
        verbose_name = _("avlevering av en periode")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(state=OrderState.ORDERED),
                name="one_period_deposit_at_a_time",
            ),
            models.CheckConstraint(
                name="period_ends_after_it_begins", condition=Q(last__gte=models.F("first"))
            ),
            models.CheckConstraint(
                name="period_deposit_made_has_time",
                condition=Q(state=OrderState.ORDERED, made_at__isnull=True)
                | (~Q(state=OrderState.ORDERED) & Q(made_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.first} – {self.last}"
