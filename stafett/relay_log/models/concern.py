"""The concern, its goal, and what keeps the challenge alive."""

from django.db import models
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.relay_log.enums import OWN, Category, ConcernState, FactorKind, GoalKind, NamedBy, Subcategory
from stafett.relay_log.rules.categories import said


class Concern(Tenanted):
    """An oppmerksomhet: what we pay special attention to, in at most 100 characters (S003-30)."""

    log = belongs_to("relay_log.RelayLog", related_name="concerns")
    state = models.CharField(max_length=10, choices=ConcernState, default=ConcernState.DRAFT)
    title = models.CharField(max_length=100)
    category = models.CharField(max_length=20, choices=Category)
    subcategory = models.CharField(max_length=25, choices=Subcategory, blank=True)
    own_words = models.JSONField(
        null=True, blank=True
    )  # what the municipality called the two when they were chosen
    background = models.TextField(blank=True)  # X12: longer note, not shown in lists
    context = models.TextField(blank=True)  # S003-27: what around the child matters
    informed = models.JSONField(default=list)
    talked_with_guardians_on = models.DateField(null=True, blank=True)
    talked_with_child_on = models.DateField(null=True, blank=True)
    child_view = models.TextField(blank=True)
    child_disagrees = models.BooleanField(default=False, db_default=False)
    disagreement_weighed = models.CharField(
        max_length=1000, blank=True, db_default=""
    )  # L-12: how the view of a child of 12 or more was weighed
    no_child_talk_reason = models.CharField(max_length=300, blank=True)
    no_child_measure_reason = models.CharField(max_length=300, blank=True)
    kept_from_guardians = models.CharField(
        max_length=300, blank=True, db_default=""
    )  # the reason (L-13); empty when shared
    version = models.PositiveIntegerField(default=1)
    created_by = belongs_to("register.Person", related_name="+")
    created_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("oppmerksomhet")
        indexes = [models.Index(fields=["municipality", "log", "created_at"], name="concerns_of_log")]
        constraints = [
            models.CheckConstraint(
                name="subcategory_of_the_source_only_under_subjects",
                condition=Q(subcategory="") | Q(subcategory__startswith=OWN) | Q(category=Category.SUBJECTS),
            ),
            models.CheckConstraint(
                name="only_a_draft_is_unshared",
                condition=Q(state=ConcernState.DRAFT, shared_at__isnull=True)
                | (~Q(state=ConcernState.DRAFT) & Q(shared_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def category_label(self):
        """What the category was called here when it was chosen, in the reader's language (S003-31)."""
        return self._own_word("category") or self.get_category_display()

    @property
    def subcategory_label(self):
        """The same of the subcategory; empty when none is chosen (S003-33)."""
        return self._own_word("subcategory") or (self.get_subcategory_display() if self.subcategory else "")

    def _own_word(self, which):
        word = (self.own_words or {}).get(which)
        return said((translation.get_language() or "nb")[:2], **word) if word else ""


class Goal(Tenanted):
    """What reaching the goal looks like; one current goal at a time (S001-20, S003-34, S003-58)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    concern = belongs_to(Concern, related_name="goals")
    text = models.CharField(max_length=300)
    kind = models.CharField(max_length=4, choices=GoalKind, default=GoalKind.MAIN)
    success_indicator = models.CharField(max_length=300, blank=True)
    smarte = models.JSONField(default=list)
    created_by = belongs_to("register.Person", related_name="+")
    created_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    reached_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("mål")
        indexes = [models.Index(fields=["municipality", "concern"], name="goals_of_concern")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "concern"],
                condition=Q(replaced_at__isnull=True),
                name="one_current_goal_per_concern",
            ),
            models.CheckConstraint(
                name="goal_replaced_after_it_was_made",
                condition=Q(replaced_at__isnull=True) | Q(replaced_at__gte=F("created_at")),
            ),
        ]

    def __str__(self):
        return self.text


class MaintainingFactor(Tenanted):
    """Something that keeps the challenge alive, and where it lies (S001-23, S003-27)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    concern = belongs_to(Concern, related_name="factors")
    kind = models.CharField(max_length=12, choices=FactorKind)
    text = models.CharField(max_length=200)
    named_by = models.CharField(
        max_length=10, choices=NamedBy, default=NamedBy.STAFF, db_default=NamedBy.STAFF
    )
    is_within_reach = models.BooleanField(
        default=False, db_default=False
    )  # something we can do something about
    shared_at = models.DateTimeField(null=True, blank=True)  # the staff's own round is not shared (S001-23)
    created_by = belongs_to("register.Person", related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("opprettholdende faktor")
        indexes = [models.Index(fields=["municipality", "concern"], name="factors_of_concern")]

    def __str__(self):
        return self.text
