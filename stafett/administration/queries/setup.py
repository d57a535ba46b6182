"""The municipality's settings with their history, how it stands before it begins, and whether it may begin."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from stafett.access.models import Grant
from stafett.administration import rules
from stafett.administration.enums import SettingsPart
from stafett.administration.models import GoLive, SettingChange
from stafett.identity import setting_out
from stafett.identity.enums import Audience
from stafett.register.enums import EmploymentRole, UnitKind
from stafett.register.models import Child, Employment, Municipality, Unit
from stafett.register.staff import holding_on

SHOWN = 30
FIELDS = {
    SettingsPart.NAMES: ("name", "locale", "model_alias"),
    SettingsPart.CONTACTS: (
        "support_contact", "information_url", "privacy_contact", "accessibility_contact", "accessibility_url",
    ),
    SettingsPart.CONSENT: ("consent_policy", "own_consent_age", "guardian_access_age", "require_same_address"),
    SettingsPart.WORK: ("consent_months", "one_measure_per_actor"),
}  # fmt: skip
_WITHOUT_LEADER = (UnitKind.ADMINISTRATION, UnitKind.EXTERNAL)


def municipality_of(actor):
    """The actor's own municipality."""
    return Municipality.objects.get(pk=actor.municipality_id)


def values_of(municipality, part=None):
    """Each setting by name, as it is: those of one part, or all of them."""
    names = FIELDS[part] if part else [name for names in FIELDS.values() for name in names]
    return {name: getattr(municipality, name) for name in names}


def changes(*, page=1):
    """A page of the changes of settings, newest first, with who made them; and whether there are more."""
    start = (page - 1) * SHOWN
    rows = SettingChange.objects.select_related("changed_by").order_by("-changed_at", "-id")
    found = list(rows[start : start + SHOWN + 1])
    return found[:SHOWN], len(found) > SHOWN


def has_logs():
    """Whether a log has ever been started here: each has a holder from its first moment."""
    return Grant.objects.exists()


def go_live():
    """What has been said about going live, or an unsaved row that says nothing."""
    return GoLive.objects.select_related("assessed_by", "ready_by").first() or GoLive()


def may_begin():
    """Whether a log may be started in this municipality, as a Verdict (L-57)."""
    row = GoLive.objects.values_list("founded_at", "ready_at").first() or (None, None)
    return rules.may_begin(is_founded=row[0] is not None, is_ready=row[1] is not None)


def own_office():
    """The unit where those who run the system stand, for links to its list; None when there is none."""
    return Unit.objects.filter(kind=UnitKind.ADMINISTRATION).order_by("id").first()


def standing_of(municipality, *, today):
    """How the municipality stands, as `rules.Standing`. The same few queries however large it is."""
    posts = Employment.objects.filter(holding_on(today))
    by_role = {
        role: set(posts.filter(role=role).values_list("person_id", flat=True).order_by("person_id"))
        for role in (EmploymentRole.MUNICIPAL_ADMIN, EmploymentRole.PRIVACY_OFFICER, EmploymentRole.ARCHIVIST)
    }
    admins, officers, archivists = by_role.values()
    units, without_leader, without_staff = _units(today)
    said = go_live()
    return rules.Standing(
        administrators=len(admins),
        privacy_officers=len(officers),
        officer_administers=bool(admins & officers),
        archivists=len(archivists),
        units=units,
        units_without_leader=without_leader,
        units_without_staff=without_staff,
        has_support_contact=bool(municipality.support_contact),
        has_privacy_contact=bool(municipality.privacy_contact),
        has_statement_of_accessibility=bool(municipality.accessibility_url),
        has_information=bool(municipality.information_url),
        is_assessed=said.assessed_on is not None,
        has_archive=bool(settings.ARCHIVE_FOLDER or settings.ARCHIVE_FIKS),
        has_login=not settings.DEMO and _lets_everybody_in(municipality.slug),
        lets_test_numbers_in=settings.SYNTHETIC_PERSONS,
        has_logs=has_logs(),
        looked_over=frozenset(said.looked_over),
    )


def _lets_everybody_in(slug):
    """Whether employees and families each have a provider in real use."""
    if not settings.LOGIN_FILE:
        return False
    real = [each.audience for each in setting_out.providers_for(slug) if not each.is_test]
    return set(Audience) <= {audience for audiences in real for audience in audiences}


def _units(today):
    """How many units there are, how many with staff or children lack a leader, and how many lack staff."""
    here = Employment.objects.filter(holding_on(today), unit_id=OuterRef("pk"))
    leading = here.filter(role__in=(EmploymentRole.UNIT_LEADER, EmploymentRole.AREA_LEADER))
    rows = Unit.objects.exclude(kind__in=_WITHOUT_LEADER).annotate(
        is_led=Exists(leading),
        has_staff=Exists(here),
        has_children=Exists(Child.objects.filter(unit_id=OuterRef("pk"))),
    )
    in_use = Q(has_staff=True) | Q(has_children=True)
    return rows.count(), rows.filter(in_use, is_led=False).count(), rows.filter(has_staff=False).count()
