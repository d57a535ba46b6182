"""The trail and the row history. Ids and words, no foreign keys: nothing cascades into them.

The database refuses update and delete, numbers the rows per municipality and chains their hashes
(migration 0002). Free text from the log never goes into `facts`; former wording is in `RowVersion`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.audit.enums import EntryKind
from stafett.register.tenancy import Tenanted


class Entry(Tenanted):
    """One act, read or refusal: who (as they were then), what, which log, child and thing, and why."""

    number = models.BigIntegerField(editable=False, default=0)  # given by the database
    at = models.DateTimeField()
    kind = models.CharField(max_length=7, choices=EntryKind)
    event = models.CharField(max_length=60)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=220, blank=True)
    actor_title = models.CharField(max_length=240, blank=True)
    log_id = models.UUIDField(null=True)
    child_id = models.UUIDField(null=True)
    thing_kind = models.CharField(max_length=40, blank=True)
    thing_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    facts = models.JSONField(default=dict)
    request_id = models.UUIDField(null=True)
    previous_hash = models.BinaryField(null=True)
    hash = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("sporlinje")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="one_entry_per_number")
        ]
        indexes = [
            # the log's story, newest first; acts only, which is what the timeline shows
            models.Index(
                fields=["municipality", "log_id", "-number"],
                name="story_of_log",
                condition=models.Q(kind=EntryKind.ACT),
            ),
            # what is being written about a thing
            models.Index(
                fields=["municipality", "thing_id", "-number"],
                name="words_about_thing",
                condition=models.Q(kind=EntryKind.WORDS),
            ),
            # who has seen the child's log
            models.Index(fields=["municipality", "child_id", "-number"], name="entries_about_child"),
            # what an employee has read and done
            models.Index(fields=["municipality", "actor_id", "-number"], name="entries_by_actor"),
            # what happened in a period
            models.Index(fields=["municipality", "at"], name="entries_in_time"),
        ]

    def __str__(self):
        return f"{self.number} {self.event}"


class Head(models.Model):
    """The last number and hash of each municipality's chain. Written by the database only."""

    municipality = models.OneToOneField(
        "register.Municipality", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    number = models.BigIntegerField(default=0)
    hash = models.BinaryField(default=b"")

    class Meta:
        verbose_name = _("kjedehode")

    def __str__(self):
        return f"{self.municipality_id} {self.number}"


class RowVersion(models.Model):
    """A row as it was before a change or a deletion, with who changed it. Written by a trigger (design 4.9)."""

    id = models.BigAutoField(primary_key=True)
    municipality = models.ForeignKey(
        "register.Municipality", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    table_name = models.CharField(max_length=63)
    row_id = models.UUIDField()
    changed_at = models.DateTimeField()
    changed_by = models.UUIDField(null=True)
    request_id = models.UUIDField(null=True)
    row = models.JSONField()

    class Meta:
        verbose_name = _("tidligere versjon")
        indexes = [models.Index(fields=["municipality", "row_id", "id"], name="versions_of_row")]

    def __str__(self):
        return f"{self.table_name} {self.row_id}"


class Submission(Tenanted):
    """A form that has been carried out, so that a double click or a resubmit makes one thing, not two."""

    actor_id = models.UUIDField()
    thing_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("innsending")
        indexes = [models.Index(fields=["municipality", "at"], name="submissions_by_age")]

    def __str__(self):
        return str(self.id)
