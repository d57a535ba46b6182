"""How long things are kept here, what stops disposal, and what has been disposed of. Contents are in none of them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.retention.enums import DisposalState, Fate, ItemState, Kind


class RetentionRule(Tenanted):
    """One edition of what a municipality has decided about one kind of thing (L-52). Never changed: the newest counts."""

    kind = models.CharField(max_length=16, choices=Kind)
    version = models.PositiveIntegerField()
    fate = models.CharField(max_length=8, choices=Fate)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    basis = models.CharField(max_length=300)  # where it stands, such as the municipality's own plan
    reason = models.CharField(max_length=300)  # why it was changed
    changed_by = belongs_to("register.Person", related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("bevaringsregel")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "version"], name="one_rule_per_version"),
            models.CheckConstraint(
                name="rule_that_lets_go_has_months",
                condition=Q(fate=Fate.KEEP) | Q(months__isnull=False, months__range=(1, 1200)),
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.version}"


class Hold(Tenanted):
    """That nothing of a log, or of any log of a child, is deleted for now, with the reason (L-52, ADR 0043)."""

    # the database lets go of both keys when a log goes (migration 0002)
    log = belongs_to("relay_log.RelayLog", related_name="+", null=True, on_delete=models.DO_NOTHING)
    child = belongs_to("register.Child", related_name="+", null=True)
    reason = models.CharField(max_length=300)
    ends_on = models.DateField(null=True, blank=True)  # the last day; none: until somebody lifts it
    placed_by = belongs_to("register.Person", related_name="+")
    placed_at = models.DateTimeField()
    lifted_by = belongs_to("register.Person", related_name="+", null=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("stans i sletting")
        constraints = [
            models.CheckConstraint(
                name="hold_is_about_log_or_child",
                condition=Q(log__isnull=False, child__isnull=True) | Q(log__isnull=True, child__isnull=False),
            ),
            models.CheckConstraint(
                name="hold_lifted_by_and_at_together",
                condition=Q(lifted_by__isnull=True, lifted_at__isnull=True)
                | Q(lifted_by__isnull=False, lifted_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "log"], condition=Q(lifted_at__isnull=True), name="holds_of_log"
            ),
            models.Index(
                fields=["municipality", "child"], condition=Q(lifted_at__isnull=True), name="holds_of_child"
            ),
            models.Index(fields=["municipality", "-placed_at"], name="holds_newest_first"),
        ]

    def __str__(self):
        return str(self.pk)


class Disposal(Tenanted):
    """A list of logs that one person proposes to dispose of, and what another answers (L-52, ADR 0043)."""

    state = models.CharField(max_length=12, choices=DisposalState, default=DisposalState.PROPOSED)
    words = models.CharField(max_length=300)
    proposed_by = belongs_to("register.Person", related_name="+")
    proposed_at = models.DateTimeField()
    expires_on = models.DateField()  # the last day for an answer
    decided_by = belongs_to("register.Person", related_name="+", null=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_words = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("sletting")
        constraints = [
            models.CheckConstraint(
                name="disposal_takes_two",
                condition=~Q(
                    state__in=(DisposalState.APPROVED, DisposalState.CARRIED_OUT, DisposalState.DECLINED)
                )
                | Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="disposal_waits_undecided",
                condition=~Q(state=DisposalState.PROPOSED)
                | Q(decided_by__isnull=True, decided_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-proposed_at"], name="disposals_newest_first"),
            models.Index(
                fields=["municipality", "expires_on"],
                condition=Q(state=DisposalState.PROPOSED),
                name="disposals_waiting",
            ),
        ]

    def __str__(self):
        return f"{self.proposed_at:%Y-%m-%d} {self.state}"


class DisposalItem(Tenanted):
    """One log on such a list. `log` is let go of by the database when the log is; its hash stays."""

    disposal = belongs_to(Disposal, related_name="items")
    log = belongs_to("relay_log.RelayLog", related_name="+", null=True, on_delete=models.DO_NOTHING)
    log_hash = models.CharField(max_length=64)
    kind = models.CharField(max_length=16, choices=Kind)
    rule_version = models.PositiveIntegerField()  # 0: the rule of the house
    counted_from = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=ItemState, default=ItemState.WAITING)
    left_because = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("logg på en sletteliste")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "disposal", "log_hash"], name="one_line_per_log_on_a_list"
            ),
            models.CheckConstraint(
                name="disposed_log_is_let_go_of", condition=~Q(state=ItemState.DISPOSED) | Q(log__isnull=True)
            ),
        ]
        indexes = [models.Index(fields=["municipality", "log"], name="lists_of_log")]

    def __str__(self):
        return self.log_hash[:12]


class Certificate(Tenanted):
    """The proof of a disposal: who, when, by which rules, and how many rows of each kind. Never changed (ADR 0043).

    `rules`, `rows` and `hashes` are JSON: [[kind, version, fate, months, basis]], {table: rows}, [sha256].
    """

    disposal = belongs_to(Disposal, related_name="certificate", unique=True)
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    proposed_by_name = models.CharField(max_length=220)
    approved_by_name = models.CharField(max_length=220)
    logs = models.PositiveIntegerField()
    left = models.PositiveIntegerField()
    rules = models.JSONField()
    rows = models.JSONField()
    hashes = models.JSONField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("slettebevis")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="one_certificate_per_number")
        ]

    def __str__(self):
        return f"{self.number}"
