"""Staff lists that came as files, and what has been said of the municipality's own settings.

A list is gone a month after it was dealt with: the trail keeps that it was, and the history of each post what it did.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.administration.enums import LineKind, ListAbout, ListState, Unreadable
from stafett.register.tenancy import Tenanted, belongs_to


class StaffImport(Tenanted):
    """One file with a list of staff, or of children and guardians. It holds personal numbers, so it is sealed."""

    sealed = {"file_cipher": "id"}  # docs/security/keys.md

    about = models.CharField(max_length=10, choices=ListAbout, default=ListAbout.STAFF)
    file_name = models.CharField(max_length=120)
    file_cipher = models.BinaryField(null=True)
    is_whole = models.BooleanField()  # whoever is not in it has left
    state = models.CharField(max_length=12, choices=ListState, default=ListState.READING)
    problem = models.CharField(max_length=20, choices=Unreadable, blank=True)
    missing = models.JSONField(default=list)  # names of fields, when columns are missing
    counts = models.JSONField(default=dict)  # lines by kind
    standing = models.PositiveIntegerField(default=0)  # how many stand on the lists of the units it names
    checksum = models.CharField(max_length=64, blank=True)  # of what was shown: nothing else is carried out
    was_shown_anew = models.BooleanField(default=False)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)  # changed since, and so left alone when the list was undone
    added_by = belongs_to("register.Person", related_name="+", null=True)  # nobody: picked up from the folder
    added_at = models.DateTimeField()
    ordered_by = belongs_to("register.Person", related_name="+", null=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("ansattliste som fil")
        indexes = [models.Index(fields=["municipality", "added_at"], name="staff_imports_by_time")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(
                    state__in=[ListState.READING, ListState.READY, ListState.TAKING_IN, ListState.UNDOING]
                ),
                name="one_staff_import_at_a_time",
            ),
        ]

    def __str__(self):
        return self.file_name


class StaffImportLine(Tenanted):
    """What a list would do, or did, with one row or one person. Never the personal number."""

    staff_import = belongs_to(StaffImport, related_name="lines")
    position = models.PositiveIntegerField()
    number_in_file = models.PositiveIntegerField()  # 0: is not in the file
    kind = models.CharField(max_length=10, choices=LineKind)
    name = models.CharField(max_length=210)
    unit_name = models.CharField(max_length=500)
    fault = models.CharField(
        max_length=20, blank=True
    )  # what is said of it: a Fault, or a Note when nothing is wrong
    params = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    # ids and no keys: what a list made may be taken away again, and the line stays
    person_id = models.UUIDField(null=True)
    thing_id = models.UUIDField(null=True)  # the employment, the child or the guardian relation
    unit_id = models.UUIDField(null=True)
    is_new_person = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("linje i ansattliste")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "staff_import", "position"], name="one_line_of_each_position"
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "staff_import", "kind", "position"], name="import_lines_by_kind"
            ),
        ]

    def __str__(self):
        return f"{self.number_in_file} {self.kind}"


class SettingChange(Tenanted):
    """That somebody changed one of the municipality's settings: which, from what to what. Never anything about a person."""

    field = models.CharField(max_length=40)
    before = models.CharField(max_length=300, blank=True)
    after = models.CharField(max_length=300, blank=True)
    changed_by = belongs_to("register.Person", related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("endret innstilling")
        indexes = [models.Index(fields=["municipality", "changed_at"], name="setting_changes_by_time")]

    def __str__(self):
        return self.field


class GoLive(Tenanted):
    """How far the municipality is towards real use: when its assessment of the privacy risks was approved, and when it
    said that everything is ready (L-57). One that `founded_at` says was entered as new starts no log before that (ADR 0048).
    `looked_over` holds the parts of the settings that somebody has saved, changed or not."""

    founded_at = models.DateTimeField(null=True, blank=True)
    looked_over = models.JSONField(default=list)
    assessed_on = models.DateField(null=True, blank=True)
    assessed_by = belongs_to("register.Person", related_name="+", null=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    ready_by = belongs_to("register.Person", related_name="+", null=True)

    class Meta:
        verbose_name = _("klargjøring")
        constraints = [models.UniqueConstraint(fields=["municipality"], name="one_go_live")]

    def __str__(self):
        return str(self.ready_at)
