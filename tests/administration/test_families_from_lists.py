"""Children and guardians from a file: the same preview, nothing opened, nobody moved or taken away, undone (W-16, L-24, L-27)."""

import pytest

from stafett.administration import operations, rules, tasks
from stafett.administration.content import child_columns
from stafett.administration.enums import Fault, ListAbout, Unreadable
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.rules.children import grade_of
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel import personal_number
from stafett.kernel.dates import school_year_of
from stafett.messages.models import Message
from stafett.register import people
from stafett.register.enums import AddressProtection
from stafett.register.models import Child, GuardianRelation, Person
from stafett.register.tenancy import within
from tests import stage
from tests.administration import good_forms, listing
from tests.administration.listing import HERE, SCHOOL, undone
from tests.web import reading
from tests.web.visiting import Visitor

HEADINGS = "Fødselsnummer;Fornavn;Etternavn;Skole;Klasse;Trinn;Foresatt 1 fnr;Foresatt 1 fornavn;Foresatt 1 etternavn"
KINDERGARTEN = "Eventyrskogen barnehage"


def digits(serial=0):
    """The number of a child whom nobody knows."""
    born = stage.today().replace(year=stage.today().year - 8, month=3, day=1 + serial)
    return next(each for each in (personal_number.synthetic(born, k) for k in range(300, 320)) if each).digits


def about(
    given="Mia", family="Oppspinn", *, serial=0, who=None, unit=SCHOOL, group="3A", grade="3", guardian=";;"
):
    """A row about a child nobody knows, or one of the cast."""
    number = digits(serial)
    if who:
        person = cast.person(who)
        number, given, family = person.number.digits, person.given, person.family
    return f"{number};{given};{family};{unit};{group};{grade};{guardian}"


def new_guardian(serial=0):
    """The cells of a guardian whom nobody knows."""
    return f"{good_forms.number(serial).digits};Ola;Oppspinn"


def read(*rows, headings=HEADINGS):
    """A list of children that has been read."""
    with within(HERE):
        file = ("elever.csv", listing.text(*rows, headings=headings).encode())
        row = operations.add_list(
            actor=stage.actor("randi"), file=file, is_whole=False, about=ListAbout.CHILDREN
        )
    tasks.read_list(str(HERE), str(row.pk))
    return listing.anew(row)


def taken_in(*rows):
    """A list of children that has been taken in."""
    row = read(*rows)
    with within(HERE):
        operations.order_list(actor=stage.actor("randi"), staff_import=row, ends_confirmed=False)
    tasks.take_in_list(str(HERE), str(row.pk))
    return listing.anew(row)


def lines(found, kind):
    """(row, name, what is said of it) for each line of a kind."""
    with within(HERE):
        rows = StaffImportLine.objects.filter(staff_import=found, kind=kind).order_by("position")
        return [(line.number_in_file, line.name, line.fault or line.after) for line in rows]


def stored():
    """Every child, relation and name as it is."""
    with within(HERE):
        children = Child.objects.order_by("id").values_list("pk", "unit_id", "group_name", "first_grade_year")
        relations = GuardianRelation.objects.order_by("id").values_list("pk", "state", "confirmed_by_id")
        persons = Person.objects.order_by("id").values_list("pk", "given_name", "family_name")
        return list(children), list(relations), list(persons)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("elev.person.fodselsnummer", "number"), ("Elevforhold.skole.navn", "unit"), ("basisgruppe.navn", "group_name"),
        ("Årstrinn", "grade"), ("Foresatt 2 etternavn", "guardian_2_family_name"),
        ("foreldreansvar.fodselsnummer", "guardian_1_number"), ("foresatt1.navn.fornavn", "guardian_1_given_name"),
        ("Merknad", None),
    ],
)  # fmt: skip
def test_columns_are_known_by_what_schools_and_fint_call_them(heading, field):
    assert child_columns.field_of(heading) == field


@pytest.mark.parametrize(
    ("text", "grade"), [("3", 3), ("10. trinn", 10), ("1.", 1), ("11", None), ("VG1", None), ("", None)]
)
def test_a_grade_is_read_as_schools_write_it(text, grade):
    assert grade_of(text) == grade


def test_a_list_without_the_columns_it_must_have_says_which():
    found = rules.read_children([("Fornavn", "Klasse"), ("Mia", "3A")], allow_synthetic=True)

    assert (found.problem, found.missing) == (
        Unreadable.COLUMNS_MISSING,
        ("number", "unit", "family_name"),
    )
    assert rules.read_children([("a", "b")], allow_synthetic=True).problem == Unreadable.NO_HEADINGS


def test_every_fault_is_named_by_its_row_and_nothing_is_taken_in(db):
    before, staff = stored(), cast.person("jonas").number.digits
    faults = [
        (about().replace(digits(), "12345678901"), "number_date"),
        (about(unit="Eksempelvik barneskule"), "unit_like"),
        (about(unit="PP-tjenesten i Eksempelvik"), "not_for_children"),
        (about(grade="VG2"), "grade_unknown"),
        (about(group="G" * 41), "group_too_long"),
        (about(guardian="123;Ola;Oppspinn"), "guardian_number"),
        (about(guardian=f"{good_forms.number().digits};;"), "guardian_name"),
        (about(guardian=f"{digits()};Ola;Oppspinn"), "guardian_is_child"),
        (about(guardian=f"{staff};Helt;Annen"), "guardian_differs"),
        (about().replace(digits(), staff), "not_a_child"),
        (about(who="tiril").replace("Tiril", "Helt").replace(cast.person("tiril").family, "Annen"), "name_differs"),
    ]  # fmt: skip

    found = read(about(serial=5), *[row for row, _fault in faults])

    assert found.state == "faulty"
    said = [(row, fault) for row, _name, fault in lines(found, "fault")]
    assert said == [(place, fault) for place, (_row, fault) in enumerate(faults, start=3)]
    assert all(Fault(fault).label for _row, fault in said)
    assert stored() == before


def test_a_child_and_a_guardian_are_entered_and_the_guardian_waits_to_be_confirmed(db):
    found = taken_in(about(guardian=new_guardian()), about(who="tiril", group="4B", grade=""))

    with within(HERE):
        child = Child.objects.get(person__given_name="Mia", person__family_name="Oppspinn")
        [relation] = child.guardian_relations.all()
        tiril = Child.objects.get(person_id=cast.person("tiril").id)
        told = set(Message.objects.filter(kind="guardian_waits").values_list("recipient_id", flat=True))
        entry = Entry.objects.filter(event="register.list_taken_in").latest("number")
    assert (found.state, found.counts["new"], found.file_cipher) == ("taken_in", 2, None)
    assert (child.unit_id, child.group_name) == (good_forms.SCHOOL, "3A")
    assert child.first_grade_year == school_year_of(stage.today()) - 2
    assert (relation.state, relation.state_source) == ("unclear", "imported")
    assert relation.registered_by_id == cast.person("randi").id
    assert tiril.group_name == "4B"
    assert cast.person("elle").id in told
    assert "Oppspinn" not in str(entry.facts)


def test_a_list_of_children_that_is_undone_leaves_everything_as_it_was(db):
    before = stored()
    found = taken_in(
        about(guardian=new_guardian()), about(serial=1, given="Bo", guardian=new_guardian()), about(who="tiril", group="4B")
    )  # fmt: skip
    between = stored()

    back = undone(found)

    assert between != before
    assert stored() == before
    assert (back.state, back.kept) == ("undone", 0)


def test_whom_somebody_has_confirmed_since_stays_with_the_child_when_a_list_is_undone(db):
    found = taken_in(about(guardian=new_guardian()))
    with within(HERE):
        relation = GuardianRelation.objects.get(child__person__given_name="Mia", state="unclear",
                                                state_source="imported")  # fmt: skip
        operations.confirm_guardian(actor=stage.actor("elle"), relation=relation)

    back = undone(found)

    with within(HERE):
        assert GuardianRelation.objects.filter(pk=relation.pk, state="confirmed").exists()
    assert back.kept == 2


def test_a_child_with_more_guardians_than_a_row_has_room_for_has_more_rows_that_are_merged(db):
    found = read(about(guardian=new_guardian()), about(guardian=new_guardian(1)))

    assert found.counts == {"fault": 0, "new": 3, "changed": 0, "ended": 0, "unchanged": 1}
    assert lines(found, "unchanged") == [(3, "Mia Oppspinn", "merged")]


def test_a_child_elsewhere_is_not_moved_and_one_at_a_protected_address_is_left_alone(db):
    with within(HERE):
        tiril = people.find(cast.person("tiril").number, municipality_id=HERE)
        before = Child.objects.get(person=tiril).unit_id
        elsewhere = KINDERGARTEN if before != cast.unit("eventyrskogen").id else SCHOOL
    moved = read(about(who="tiril", unit=elsewhere, guardian=new_guardian()))
    with within(HERE):
        operations.cancel_list(actor=stage.actor("randi"), staff_import=moved)
        Person.objects.filter(pk=tiril.pk).update(protection=AddressProtection.CONFIDENTIAL)

    protected = read(about(who="tiril", unit=elsewhere, guardian=new_guardian()))

    assert lines(moved, "unchanged") == []  # cancelled: its lines are gone
    assert (moved.counts["new"], moved.counts["unchanged"]) == (0, 1)
    assert lines(protected, "unchanged") == [(2, cast.person("tiril").name, {})]
    assert protected.counts["new"] == 0


def test_the_administrator_sends_it_from_the_page_sees_whose_guardian_and_that_is_kept(db):
    randi = Visitor("randi")
    rows = listing.text(about(guardian=new_guardian()), headings=HEADINGS)

    sent = randi.send("staff_imports", fields={"scope": "children", "file": good_forms.file(rows)})
    with within(HERE):
        row = StaffImport.objects.latest("added_at")
    tasks.read_list(str(HERE), str(row.pk))
    words = reading.words(randi.see("staff_import", row.pk))

    with within(HERE):
        seen = Entry.objects.filter(kind="read", thing_id=row.pk).count()
    assert sent.status_code == 302
    assert "Barn og foresatte" in words
    assert "Foresatt til: Mia Oppspinn" in words
    assert seen == 1
