"""Tables of the guide: what a municipality sets for itself, and its own editions. The starter's words are in `content/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.action_guide.enums import IN_WORK, READABLE, ContactKind, EditionState, Group, PartKind
from stafett.register.tenancy import Tenanted, belongs_to


class Contact(Tenanted):
    """Whom to ring in this municipality, shown to everybody on the exit (L-32). Never a person's own number."""

    kind = models.CharField(max_length=20, choices=ContactKind)
    name = models.CharField(max_length=100)
    phone = models.CharField(max_length=20)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("kontaktkort")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind"], name="one_contact_of_each_kind"),
            models.CheckConstraint(name="contact_has_a_number", condition=~models.Q(phone="")),
        ]

    def __str__(self):
        return self.name


class GroupMember(Tenanted):
    """Somebody's place in the project group or the steering group, given by the municipal administrator (S004-14)."""

    person = belongs_to("register.Person", related_name="+")
    group = models.CharField(max_length=10, choices=Group)
    given_by = belongs_to("register.Person", related_name="+")
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("gruppemedlem")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person", "group"], condition=models.Q(ended_at=None),
                name="one_open_place_in_a_guide_group",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.group} {self.person_id}"


class GuideEdition(Tenanted):
    """One edition of a municipality's own guide, from draft to published and replaced (S004-07, S004-08, W-26)."""

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=EditionState, default=EditionState.DRAFT)
    started_by = belongs_to("register.Person", related_name="+")
    started_at = models.DateTimeField()
    sent_by = belongs_to("register.Person", related_name="+", null=True)
    sent_at = models.DateTimeField(null=True)
    decided_by = belongs_to("register.Person", related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    sent_back_reason = models.TextField(blank=True)
    published_by = belongs_to("register.Person", related_name="+", null=True)
    published_on = models.DateField(null=True)
    review_by = models.DateField(null=True)

    class Meta:
        verbose_name = _("utgave")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="guide_editions_are_numbered"),
            models.UniqueConstraint(
                fields=["municipality"],
                condition=models.Q(state__in=IN_WORK),
                name="one_guide_edition_in_work",
            ),
            models.UniqueConstraint(
                fields=["municipality"],
                condition=models.Q(state="published"),
                name="one_published_guide_edition",
            ),
            models.CheckConstraint(
                condition=models.Q(published_on__isnull=True, state__in=IN_WORK)
                | models.Q(published_on__isnull=False, review_by__isnull=False, state__in=READABLE),
                name="published_guide_edition_is_dated",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.state}"


class GuidePart(Tenanted):
    """One page of an edition: its place, its words in both languages (`content/parts.py`), and whether it is shown."""

    edition = belongs_to("action_guide.GuideEdition", related_name="parts")
    kind = models.CharField(max_length=10, choices=PartKind)
    level = models.CharField(max_length=1, blank=True)
    key = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField()
    words = models.JSONField(default=dict)
    tools = models.JSONField(default=list)
    notices = models.JSONField(default=list)
    outcomes = models.JSONField(default=dict)
    is_hidden = models.BooleanField(default=False)
    leads_to = models.CharField(max_length=50, blank=True)
    images = models.JSONField(
        default=list, db_default=models.Value([], models.JSONField())
    )  # rules/images.py
    version = models.PositiveIntegerField(default=1)
    changed_by = belongs_to("register.Person", related_name="+", null=True)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("del av veilederen")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "edition", "kind", "level", "key"], name="a_guide_part_has_one_place"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.level} {self.key}"


class GuideImage(Tenanted):
    """The bytes of an image that parts show, once in a municipality and apart from the parts so that pages never read them."""

    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=4)  # png, jpeg or webp
    size = models.PositiveIntegerField()  # bytes
    content = models.BinaryField()
    added_by = belongs_to("register.Person", related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("bilde i veilederen")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "sha256"], name="a_guide_image_is_kept_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=("png", "jpeg", "webp")), name="a_guide_image_is_a_bitmap"
            ),
        ]

    def __str__(self):
        return self.sha256[:12]


class PartComment(Tenanted):
    """What somebody in the groups says about a part while it is worked with."""

    part = belongs_to("action_guide.GuidePart", related_name="comments")
    by = belongs_to("register.Person", related_name="+")
    at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        verbose_name = _("kommentar til veilederen")
        indexes = [models.Index(fields=["municipality", "part", "at"], name="comments_of_a_guide_part")]

    def __str__(self):
        return str(self.part_id)


class BorrowedGuide(Tenanted):
    """Another municipality's guide as it came in a file, to choose parts from (S004-09, W-25)."""

    edition = belongs_to("action_guide.GuideEdition", related_name="borrowed")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = belongs_to("register.Person", related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lånt veileder")
        indexes = [models.Index(fields=["municipality", "edition", "at"], name="guides_borrowed_for_edition")]

    def __str__(self):
        return self.sha256[:12]
