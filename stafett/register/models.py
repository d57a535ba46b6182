"""Tables of who exists. A person is one row per municipality: each municipality is its own controller."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from stafett.kernel.ids import new_id
from stafett.register.enums import (
    AddressProtection,
    ConsentPolicy,
    Documentation,
    EmploymentRole,
    Locale,
    OneMeasurePerActor,
    RelationEnd,
    RelationKind,
    RelationSource,
    RelationState,
    RequestAnswer,
    UnitKind,
)
from stafett.register.tenancy import Tenanted, belongs_to


class Municipality(models.Model):
    """The tenant and controller (L-58). Its name is public; everything else in the register is fenced by it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=40, unique=True)
    locale = models.CharField(max_length=2, choices=Locale, default=Locale.BOKMAAL)
    model_alias = models.CharField(max_length=20, default="BTI")  # S000-02: BTI in one place, BTS in another
    one_measure_per_actor = models.CharField(
        max_length=5, choices=OneMeasurePerActor, default=OneMeasurePerActor.WARN
    )
    consent_policy = models.CharField(max_length=3, choices=ConsentPolicy, default=ConsentPolicy.ALL)
    own_consent_age = models.PositiveSmallIntegerField(default=16)
    guardian_access_age = models.PositiveSmallIntegerField(
        default=16, db_default=16
    )  # L-14: where the youth consents alone
    consent_months = models.PositiveSmallIntegerField(default=12)
    require_same_address = models.BooleanField(default=False, db_default=False)  # L-28; needs the register
    information_url = models.URLField(blank=True)  # S001-01: the municipality's own page about the model
    support_contact = models.CharField(max_length=200, blank=True)
    # L-70, art. 13: what the public statements name; nobody is named before the municipality has said it
    privacy_contact = models.CharField(max_length=200, blank=True, default="", db_default="")
    accessibility_contact = models.CharField(max_length=200, blank=True, default="", db_default="")
    accessibility_url = models.URLField(blank=True, default="", db_default="")  # its statement at uustatus.no

    class Meta:
        verbose_name = _("kommune")
        constraints = [
            models.CheckConstraint(
                name="own_consent_age_is_15_or_16", condition=Q(own_consent_age__in=[15, 16])
            ),
            models.CheckConstraint(
                name="guardian_access_ends_at_16_to_18", condition=Q(guardian_access_age__range=(16, 18))
            ),
            models.CheckConstraint(
                name="consent_lasts_one_to_36_months", condition=Q(consent_months__range=(1, 36))
            ),
        ]

    def __str__(self):
        return self.name


class Unit(Tenanted):
    """A school, kindergarten, health station or another service, municipal or private."""

    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=240, db_collation="C")
    kind = models.CharField(max_length=20, choices=UnitKind)
    is_private = models.BooleanField(default=False)
    area = belongs_to("self", related_name="units", null=True)  # the unit of kind "area" it is led in

    class Meta:
        verbose_name = _("enhet")
        indexes = [models.Index(fields=["municipality", "sort_key"], name="unit_in_order")]

    def __str__(self):
        return self.name


class Person(Tenanted):
    """Somebody the municipality knows: child, guardian or employee."""

    sealed = {"personal_number_cipher": "id"}  # docs/security/keys.md
    fingerprints = {"personal_number_index": "personal_number_cipher"}

    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    sort_key = models.CharField(max_length=400, db_collation="C")
    birth_date = models.DateField(null=True, blank=True)
    personal_number_cipher = models.BinaryField(null=True)
    personal_number_index = models.BinaryField(null=True)
    locale = models.CharField(max_length=2, choices=Locale, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    # S003-05: how colleagues reach somebody at work; what stands above is for pointers, and for nobody's eyes
    work_contact = models.CharField(max_length=100, blank=True, default="", db_default="")
    protection = models.CharField(
        max_length=12,
        choices=AddressProtection,
        default=AddressProtection.NONE,
        db_default=AddressProtection.NONE,
    )

    class Meta:
        verbose_name = _("person")
        indexes = [models.Index(fields=["municipality", "sort_key"], name="person_in_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "personal_number_index"], name="one_person_per_personal_number"
            ),
            models.CheckConstraint(
                name="personal_number_encrypted_and_indexed_together",
                condition=Q(personal_number_cipher__isnull=True, personal_number_index__isnull=True)
                | Q(personal_number_cipher__isnull=False, personal_number_index__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        return f"{self.given_name} {self.family_name}"


class Employment(Tenanted):
    """A person's position in a unit, with from and to. It ends at the end of `ends_on` (L-29)."""

    person = belongs_to(Person, related_name="employments")
    unit = belongs_to(Unit, related_name="employments")
    position = models.CharField(max_length=100)
    role = models.CharField(max_length=20, choices=EmploymentRole, default=EmploymentRole.STAFF)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("ansettelse")
        indexes = [
            models.Index(fields=["municipality", "person"], name="employments_of_person"),
            models.Index(fields=["municipality", "unit"], name="employments_in_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                name="employment_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    def __str__(self):
        return f"{self.position}, {self.unit}"


class Child(Tenanted):
    """A child with the unit it belongs to now. The grade is reckoned from `first_grade_year`."""

    is_child = True  # the trail asks

    person = belongs_to(Person, related_name="children_rows", unique=True)
    unit = belongs_to(Unit, related_name="children")
    group_name = models.CharField(max_length=40, blank=True)
    first_grade_year = models.PositiveSmallIntegerField(null=True, blank=True)
    # L-26: the child welfare service that holds the right to consent; nothing while the guardians hold it
    consent_held_by_unit = belongs_to(Unit, related_name="+", null=True)
    consent_held_document = models.CharField(
        max_length=20, choices=Documentation, blank=True, default="", db_default=""
    )
    # L-28: the register knows no guardian at the child's address; only where the municipality requires one
    guardians_live_elsewhere = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name = _("barn")
        indexes = [models.Index(fields=["municipality", "unit"], name="children_in_unit")]
        constraints = [
            models.CheckConstraint(
                name="held_consent_right_is_documented",
                condition=Q(consent_held_by_unit__isnull=True, consent_held_document="")
                | (Q(consent_held_by_unit__isnull=False) & ~Q(consent_held_document="")),
            ),
        ]

    def __str__(self):
        return str(self.person)


class GuardianRelation(Tenanted):
    """That somebody is a child's guardian, and whether a second person has confirmed it (L-20, L-24)."""

    child = belongs_to(Child, related_name="guardian_relations")
    guardian = belongs_to(Person, related_name="guardian_relations")
    kind = models.CharField(max_length=20, choices=RelationKind, default=RelationKind.PARENT)
    has_parental_responsibility = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=RelationState, default=RelationState.UNCLEAR)
    state_reason = models.CharField(max_length=300, blank=True)
    # who entered it, or proposed what it says now: never the one who confirms
    registered_by = belongs_to(Person, related_name="+", null=True)
    confirmed_by = belongs_to(Person, related_name="+", null=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    state_source = models.CharField(
        max_length=10,
        choices=RelationSource,
        default=RelationSource.STAFF,
        db_default=RelationSource.IMPORTED,
    )
    documentation = models.CharField(
        max_length=20, choices=Documentation, blank=True, default="", db_default=""
    )
    responsibility_from = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_kind = models.CharField(max_length=20, choices=RelationEnd, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("foresattrelasjon")
        indexes = [models.Index(fields=["municipality", "guardian"], name="children_of_guardian")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "child", "guardian"], name="one_relation_per_guardian_and_child"
            ),
            models.CheckConstraint(
                name="confirmed_relation_has_time",
                condition=~Q(state=RelationState.CONFIRMED) | Q(confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_confirms_a_relation_alone",
                condition=Q(confirmed_by__isnull=True)
                | Q(registered_by__isnull=True)
                | ~Q(confirmed_by=F("registered_by")),
            ),
            models.CheckConstraint(
                name="confirmed_by_somebody_or_by_the_register",
                condition=~Q(state=RelationState.CONFIRMED)
                | Q(confirmed_by__isnull=False)
                | ~Q(state_source=RelationSource.STAFF),
            ),
            models.CheckConstraint(
                name="blocked_relation_has_reason",
                condition=~Q(state=RelationState.BLOCKED) | ~Q(state_reason=""),
            ),
            models.CheckConstraint(
                name="ended_relation_has_day_and_kind_and_nobody_else",
                condition=(Q(state=RelationState.ENDED, ended_on__isnull=False) & ~Q(end_kind=""))
                | (~Q(state=RelationState.ENDED) & Q(ended_on__isnull=True, end_kind="")),
            ),
            models.CheckConstraint(
                name="foster_parents_responsibility_is_documented",
                condition=~Q(kind=RelationKind.FOSTER_PARENT, has_parental_responsibility=True)
                | ~Q(documentation=""),
            ),
        ]

    def __str__(self):
        return f"{self.guardian} – {self.child}"


class ProtectedOpening(Tenanted):
    """That a digital log may be started for a child at a protected address: asked for, and approved by two (L-27).

    The leader of the child's unit and the municipal administrator each say yes; then `holder` may start the log.
    """

    child = belongs_to(Child, related_name="protected_openings")
    holder = belongs_to(Person, related_name="+")
    reason = models.CharField(max_length=300)
    leader = belongs_to(Person, related_name="+", null=True)
    leader_at = models.DateTimeField(null=True, blank=True)
    admin = belongs_to(Person, related_name="+", null=True)
    admin_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # used, or turned down

    class Meta:
        verbose_name = _("åpning ved skjermet adresse")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "child"],
                condition=Q(ended_at__isnull=True),
                name="one_waiting_opening_per_child",
            ),
            models.CheckConstraint(
                name="opening_is_approved_by_two_people",
                condition=Q(leader__isnull=True) | Q(admin__isnull=True) | ~Q(leader=F("admin")),
            ),
            models.CheckConstraint(
                name="opening_approved_by_and_at_together",
                condition=(
                    Q(leader__isnull=True, leader_at__isnull=True)
                    | Q(leader__isnull=False, leader_at__isnull=False)
                )
                & (
                    Q(admin__isnull=True, admin_at__isnull=True)
                    | Q(admin__isnull=False, admin_at__isnull=False)
                ),
            ),
            models.CheckConstraint(name="opening_has_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return str(self.child)


class InformationRequest(Tenanted):
    """A parent without parental responsibility asks about the child; the unit's leader answers by letter (L-21)."""

    relation = belongs_to(GuardianRelation, related_name="information_requests")
    asked_on = models.DateField()
    registered_by = belongs_to(Person, related_name="+")
    registered_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=RequestAnswer, default=RequestAnswer.WAITING)
    letter = models.TextField(blank=True)
    refusal_reason = models.CharField(max_length=500, blank=True)
    answered_by = belongs_to(Person, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("ønske om informasjon")
        indexes = [models.Index(fields=["municipality", "relation"], name="requests_of_relation")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "relation"],
                condition=Q(answer=RequestAnswer.WAITING),
                name="one_waiting_request_per_relation",
            ),
            models.CheckConstraint(
                name="answered_request_has_answerer_and_time",
                condition=Q(answer=RequestAnswer.WAITING, answered_by__isnull=True, answered_at__isnull=True)
                | (
                    ~Q(answer=RequestAnswer.WAITING) & Q(answered_by__isnull=False, answered_at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="refused_request_has_reason",
                condition=~Q(answer=RequestAnswer.REFUSED) | ~Q(refusal_reason=""),
            ),
        ]

    def __str__(self):
        return self.get_answer_display()

    @property
    def child_id(self):
        """The child it is about; the trail asks."""
        return self.relation.child_id
