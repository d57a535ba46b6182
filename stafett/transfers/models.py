"""The baton on its way: each offer with what became of it, the school a school starter comes to, and what a log has got
from another municipality."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.transfers.enums import CarriedKind, TransferKind, TransferState

_WITHIN_UNIT = (TransferKind.COLLEAGUE, TransferKind.DEPUTY, TransferKind.PLACED)
_TO_ANOTHER = (TransferKind.UNIT, TransferKind.MUNICIPALITY)
_TAKEN = (TransferState.ACCEPTED, TransferState.RETURNED)


class Transfer(Tenanted):
    """That the baton of a log is offered to somebody, or was given by a leader, and what came of it (design 4.8, W-04).

    `from_person` is nobody when whoever held it had left. `to_person` is nobody until the receiving unit's leader has
    named somebody. It goes with a log that never came into use; no other log is deleted by hand.
    """

    log = belongs_to("relay_log.RelayLog", related_name="transfers", on_delete=models.CASCADE)
    kind = models.CharField(max_length=12, choices=TransferKind)
    state = models.CharField(max_length=10, choices=TransferState, default=TransferState.OFFERED)
    from_person = belongs_to("register.Person", related_name="+", null=True)
    from_unit = belongs_to("register.Unit", related_name="+")
    to_person = belongs_to("register.Person", related_name="+", null=True)
    to_unit = belongs_to("register.Unit", related_name="+")
    words = models.CharField(
        max_length=500, blank=True
    )  # what the new holder should know first; all in the log read it
    stays = models.BooleanField(default=False)  # whoever gives it on stays in the log as participant
    until = models.DateField(null=True, blank=True)  # a deputy's last day
    offered_by = belongs_to("register.Person", related_name="+")
    offered_at = models.DateTimeField()
    expires_on = models.DateField()
    answered_by = belongs_to("register.Person", related_name="+", null=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)  # why somebody said no; for the two of them
    read_at = models.DateTimeField(null=True, blank=True)
    package_sha256 = models.CharField(
        max_length=64, blank=True
    )  # of the data last taken out, to another municipality
    returned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("overføring")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "log"],
                condition=Q(state=TransferState.OFFERED),
                name="one_open_offer_per_log",
            ),
            models.CheckConstraint(
                name="answered_transfer_has_time",
                condition=Q(state=TransferState.OFFERED, answered_at__isnull=True)
                | (~Q(state=TransferState.OFFERED) & Q(answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="accepted_transfer_has_receiver",
                condition=~Q(state__in=_TAKEN)
                | Q(to_person__isnull=False)
                | Q(kind=TransferKind.MUNICIPALITY),
            ),
            models.CheckConstraint(
                name="only_a_deputy_has_a_last_day",
                condition=Q(kind=TransferKind.DEPUTY, until__isnull=False)
                | (~Q(kind=TransferKind.DEPUTY) & Q(until__isnull=True)),
            ),
            models.CheckConstraint(
                name="only_a_deputys_baton_comes_back",
                condition=Q(state=TransferState.RETURNED, kind=TransferKind.DEPUTY, returned_at__isnull=False)
                | (~Q(state=TransferState.RETURNED) & Q(returned_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="only_a_transfer_to_a_unit_changes_unit",
                condition=Q(kind__in=_WITHIN_UNIT, from_unit=F("to_unit"))
                | (Q(kind__in=_TO_ANOTHER) & ~Q(from_unit=F("to_unit"))),
            ),
            models.CheckConstraint(
                name="nobody_gives_the_baton_to_themselves",
                condition=Q(from_person__isnull=True)
                | Q(to_person__isnull=True)
                | ~Q(from_person=F("to_person")),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "log", "-offered_at"], name="transfers_of_log"),
            models.Index(fields=["municipality", "to_person"], name="transfers_to_person"),
            models.Index(
                fields=["municipality", "to_unit"],
                condition=Q(state=TransferState.OFFERED),
                name="offers_to_unit",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.state}"


class SchoolStart(Tenanted):
    """The school that a child with a log comes to, and the year of it (S000-11, L-48)."""

    log = belongs_to("relay_log.RelayLog", related_name="school_start", on_delete=models.CASCADE, unique=True)
    from_unit = belongs_to("register.Unit", related_name="+")
    school = belongs_to("register.Unit", related_name="+")
    year = models.PositiveSmallIntegerField()  # of the first August
    chosen_by = belongs_to("register.Person", related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("skolestart")
        constraints = [
            models.CheckConstraint(name="a_school_start_changes_unit", condition=~Q(from_unit=F("school"))),
        ]
        indexes = [
            models.Index(fields=["municipality", "school", "year"], name="starters_to_school"),
            models.Index(fields=["municipality", "from_unit", "year"], name="starters_from_unit"),
        ]

    def __str__(self):
        return f"{self.year}"


class ArrivedPackage(Tenanted):
    """That the holder has opened a package from another municipality for this log, and when they were done (ADR 0044).

    `content` is the log in the package as plain values, until the holder has chosen among it or a day has gone; it has no
    former versions. `origin` is the municipality it says it comes from. The same package comes into a log once.
    """

    log = belongs_to("relay_log.RelayLog", related_name="arrived_packages", on_delete=models.CASCADE)
    sha256 = models.CharField(max_length=64)
    origin = models.CharField(max_length=200)
    matched_by_number = models.BooleanField()  # else by the day of birth, and the holder's own eyes
    content = models.JSONField(null=True)
    opened_by = belongs_to("register.Person", related_name="+")
    opened_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("pakke fra en annen kommune")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "log", "sha256"], name="one_arrival_per_package_and_log"
            ),
            models.CheckConstraint(
                name="a_settled_package_is_put_away",
                condition=Q(settled_at__isnull=True, content__isnull=False)
                | Q(settled_at__isnull=False, content__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "opened_at"],
                condition=Q(settled_at__isnull=True),
                name="packages_that_lie_open",
            ),
        ]

    def __str__(self):
        return self.sha256[:8]


class CarriedPart(Tenanted):
    """One part of a child's history from another municipality: read here, written there, and never changed (S001-45, W-15).

    `content` is as the package's schema describes that part. `fingerprint` is of the content, so that a part comes in once,
    whichever package it is in.
    """

    log = belongs_to("relay_log.RelayLog", related_name="carried_parts", on_delete=models.CASCADE)
    package = belongs_to("transfers.ArrivedPackage", related_name="parts", on_delete=models.CASCADE)
    kind = models.CharField(max_length=12, choices=CarriedKind)
    position = models.PositiveIntegerField()  # within the package
    content = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    taken_in_by = belongs_to("register.Person", related_name="+")
    taken_in_at = models.DateTimeField()

    class Meta:
        verbose_name = _("hentet historie")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "log", "fingerprint"], name="a_part_is_carried_in_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "log", "taken_in_at", "position"], name="carried_parts_of_log"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.position}"
