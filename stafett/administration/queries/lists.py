"""Staff lists that came as files: what they are compared with, and their lines a page at a time."""

from django.db.models import Count, Q

from stafett.access import policy
from stafett.access.enums import Action
from stafett.administration.enums import LineKind, ListState
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.queries.staff import PAGE, Found
from stafett.administration.rules.children import ChildSeen, Families
from stafett.administration.rules.comparing import PersonSeen, PostSeen, Register, UnitSeen
from stafett.register import lookup, people
from stafett.register.enums import WITH_CHILDREN, AddressProtection, EmploymentRole, UnitKind
from stafett.register.models import Child, Employment, GuardianRelation, Unit

SHOWN = 20
CHUNK = 1_000
_LIGHT = (
    "id", "about", "file_name", "is_whole", "state", "problem", "missing", "counts", "standing", "was_shown_anew", "done", "total",
    "kept", "added_at", "settled_at", "municipality_id", "added_by_id",
)  # fmt: skip
_UNDER_WAY = (ListState.READING, ListState.READY, ListState.TAKING_IN, ListState.UNDOING)


def lists(actor):
    """The newest lists, without the files; for the administrator alone."""
    return list(_lists(actor).order_by("-added_at", "-id")[:SHOWN])


def list_reached(actor, pk):
    """One of them, or None."""
    return _lists(actor).filter(pk=pk).first()


def list_for_job(pk):
    """The list a job is about, with its file; None when it is gone."""
    return StaffImport.objects.filter(pk=pk).first()


def is_under_way():
    """Whether a list waits to be dealt with: one at a time."""
    return StaffImport.objects.filter(state__in=_UNDER_WAY).exists()


def is_about_oneself(actor, staff_import):
    """Whether a list would change anything about the actor."""
    own = StaffImportLine.objects.filter(staff_import=staff_import, person_id=actor.person_id)
    return actor.person_id is not None and own.exclude(kind=LineKind.UNCHANGED).exists()


def lines(staff_import, kind, *, page):
    """One page of the lines of a kind, in the order of the file."""
    start = (page - 1) * PAGE
    rows = StaffImportLine.objects.filter(staff_import=staff_import, kind=kind).order_by("position")
    found = list(rows[start : start + PAGE + 1])
    return Found(found[:PAGE], len(found) > PAGE)


def counts_of(staff_import):
    """How many lines of each kind, every kind named."""
    rows = StaffImportLine.objects.filter(staff_import=staff_import).values_list("kind").order_by("kind")
    found = dict(rows.annotate(Count("id")))
    return {kind.value: found.get(kind.value, 0) for kind in LineKind}


def register_for(rows, *, municipality_id, today):
    """What the rows of a list are compared with. The queries grow with the thousands of rows, not with the rows."""
    numbers = [row.number for row in rows if row.number is not None]
    known = people.find_all(numbers, municipality_id=municipality_id)
    employed = _employed()
    return Register(
        units=_units(),
        people={
            digits: PersonSeen(person.pk, person.given_name, person.family_name, person.pk in employed)
            for digits, person in known.items()
        },
        posts=_posts(today),
    )


def families_for(rows, *, municipality_id):
    """What the rows of a list of children are compared with. The queries grow with the thousands of rows, not with the rows;
    whoever is new is looked up in the population register, where one is set."""
    given = [row.number for row in rows if row.number is not None]
    given += [guardian.number for row in rows for guardian in row.guardians]
    numbers = {number.digits: number for number in given}
    known = people.find_all(numbers.values(), municipality_id=municipality_id)
    children = {
        child.person_id: child for child in _in_parts(Child, "person_id", [p.pk for p in known.values()])
    }
    relations = _in_parts(GuardianRelation, "child_id", [child.pk for child in children.values()])
    protected = {digits for digits, person in known.items() if person.protection != AddressProtection.NONE}
    if lookup.population_register() is not None:
        asked = {digits: lookup.ask(number) for digits, number in numbers.items() if digits not in known}
        protected |= {
            digits for digits, said in asked.items() if said and said.protection != AddressProtection.NONE
        }
    return Families(
        units=_units(),
        people={d: PersonSeen(p.pk, p.given_name, p.family_name, False) for d, p in known.items()},
        children={d: _child_seen(children[p.pk], p) for d, p in known.items() if p.pk in children},
        relations={(each.child_id, each.guardian_id) for each in relations},
        protected=protected,
    )


def standing_in(unit_ids, *, today):
    """How many stand on the lists of units today."""
    rows = Employment.objects.filter(_lasting(today), unit_id__in=list(unit_ids), starts_on__lte=today)
    return rows.values("person_id").distinct().count()


def _lists(actor):
    runs = bool(policy.may(actor, Action.IMPORT_STAFF))
    return StaffImport.objects.only(*_LIGHT) if runs else StaffImport.objects.none()


def _units():
    units = Unit.objects.exclude(kind=UnitKind.EXTERNAL).order_by("id")
    return {unit.sort_key: UnitSeen(unit.pk, unit.name, unit.kind) for unit in units}


def _child_seen(child, person):
    return ChildSeen(
        child.pk, person.pk, person.given_name, person.family_name, child.unit_id, child.group_name, child.first_grade_year
    )  # fmt: skip


def _in_parts(model, name, ids):
    """Rows whose field `name` is among many ids, one query for each thousand."""
    for start in range(0, len(ids), CHUNK):
        yield from model.objects.filter(**{f"{name}__in": ids[start : start + CHUNK]}).order_by("id")


def _employed():
    return set(Employment.objects.values_list("person_id", flat=True).distinct().order_by("person_id"))


def _posts(today):
    """Posts among children that hold today or later; of several in one unit the leader's counts, then the oldest."""
    rows = Employment.objects.filter(_lasting(today), role__in=WITH_CHILDREN).select_related("person")
    ordered = sorted(
        rows.order_by("starts_on", "id"), key=lambda post: post.role != EmploymentRole.UNIT_LEADER
    )
    return [
        PostSeen(
            post.pk, post.person_id, post.unit_id, post.person.name, post.position, post.role, post.starts_on, post.ends_on
        )
        for post in ordered
    ]  # fmt: skip


def _lasting(today):
    return Q(ends_on__isnull=True) | Q(ends_on__gte=today)
