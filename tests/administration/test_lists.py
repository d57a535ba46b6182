"""A staff list as a file: every fault named by row, nothing half-done, undone where nothing has changed since (W-16)."""

from datetime import date, timedelta

import pytest

from stafett.administration import operations, tasks
from stafett.administration.enums import Refusal
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.operations import lists
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.kernel.personal_number import synthetic
from stafett.kernel.verdict import Refused
from stafett.register import people
from stafett.register.models import Employment, Person, Unit
from stafett.register.tenancy import within
from tests import stage
from tests.administration import good_forms, listing
from tests.administration.listing import SCHOOL, added, anew, read, row, taken_in, text, undone
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
ROWS, FAULTS = 2_000, 50


def lines(found, kind):
    """(row, name, what is said of it) for each line of a kind."""
    with within(HERE):
        rows = StaffImportLine.objects.filter(staff_import=found, kind=kind).order_by("position")
        return [(line.number_in_file, line.name, line.fault or line.after) for line in rows]


def school_staff():
    """Everybody on the list of Kari's school, as rows of a file."""
    return [row(who=key, position=position) for key, position in
            (("kari", "Kontaktlærer"), ("jonas", "Lærer"), ("yusuf", "Sosiallærer"), ("elle", "Rektor"))]  # fmt: skip


def stored():
    """Every post and name as it is in the register."""
    with within(HERE):
        rows = Employment.objects.select_related("person").order_by("id")
        return [(post.pk, post.person.name, post.unit_id, post.position, post.role, post.starts_on, post.ends_on)
                for post in rows]  # fmt: skip


def test_a_list_shows_what_is_new_changed_and_as_before_and_changes_nothing(db):
    before = stored()

    found = read(text(row(), row(who="kari", position="Kontaktlærer"), row(who="jonas", position="Adjunkt")))

    assert found.state == "ready"
    assert found.counts == {"fault": 0, "new": 1, "changed": 1, "ended": 0, "unchanged": 1}
    assert lines(found, "new")[0][:2] == (2, "Ola Oppspinn")
    assert lines(found, "changed") == [(4, "Jonas Påfunn", {"position": "Adjunkt"})]
    assert stored() == before


def test_what_was_shown_is_done_in_one_go_and_the_file_is_gone(db):
    found = taken_in(text(row(), row(who="jonas", position="Adjunkt", role="ressursperson")))

    with within(HERE):
        ola = people.find(good_forms.number(), municipality_id=HERE)
        [olas] = ola.employments.all()
        jonas = Employment.objects.get(pk=made_id("post", "jonas-eksempelvik_school"))
        entry = Entry.objects.filter(event="register.list_taken_in").latest("number")
    assert (found.state, found.file_cipher) == ("taken_in", None)
    assert (olas.position, olas.role, olas.starts_on, olas.ends_on) == ("Lærer", "staff", stage.today(), None)
    assert (jonas.position, jonas.role) == ("Adjunkt", "resource_person")
    assert entry.actor_id == cast.person("randi").id


def test_a_list_that_is_undone_leaves_everything_as_it_was(db):
    before = stored()
    with within(HERE):
        persons = set(Person.objects.values_list("pk", flat=True))
    content = text(*school_staff()[1:], row(), row(given="Åse", serial=1, unit="Eventyrskogen barnehage"),
                   row(who="amal", unit="Humla og Huldra familiebarnehage AS", position="Styrer"))  # fmt: skip

    found = taken_in(content, is_whole=True, ends_confirmed=True)
    between = stored()
    back = undone(found)

    assert between != before
    assert stored() == before
    assert (back.state, back.kept) == ("undone", 0)
    with within(HERE):
        assert set(Person.objects.values_list("pk", flat=True)) == persons


def test_what_somebody_has_changed_since_is_left_when_a_list_is_undone(db):
    found = taken_in(text(row(), row(who="jonas", position="Adjunkt"), row(who="kari", position="Adjunkt")))
    with within(HERE):
        Employment.objects.filter(pk=made_id("post", "jonas-eksempelvik_school")).update(position="Lektor")

    back = undone(found)

    with within(HERE):
        positions = {
            post.person_id: post.position for post in Employment.objects.filter(unit=good_forms.SCHOOL)
        }
    assert back.kept == 1
    assert positions[cast.person("jonas").id] == "Lektor"
    assert positions[cast.person("kari").id] == "Kontaktlærer"


def test_somebody_who_was_moved_by_hand_since_stays_where_they_are_when_a_list_is_undone(db):
    found = taken_in(text(row()))
    with within(HERE):
        [olas] = people.find(good_forms.number(), municipality_id=HERE).employments.all()
        operations.move_employment(
            actor=stage.actor("randi"), employment=olas, unit=Unit.objects.get(pk=good_forms.KINDERGARTEN),
            from_on=stage.today(), today=stage.today(),
        )  # fmt: skip

    assert undone(found).kept == 1
    with within(HERE):
        assert Employment.objects.get(pk=olas.pk).unit_id == good_forms.KINDERGARTEN


def test_a_person_whom_something_points_at_stays_when_the_list_that_made_them_is_undone(db):
    found = taken_in(text(row()))
    with within(HERE):
        ola = people.find(good_forms.number(), municipality_id=HERE)
        stage.open_log("nils", holder="kari")
        operations.register_guardian(
            actor=stage.actor("elle"), child=stage.child("nils"), given_name="Ola", family_name="Oppspinn",
            number=good_forms.number(), kind="other", has_parental_responsibility=False, documentation="",
        )  # fmt: skip

    undone(found)

    with within(HERE):
        assert Person.objects.filter(pk=ola.pk).exists()
        assert not ola.employments.exists()


def test_every_planted_fault_is_named_by_its_row_and_nothing_is_taken_in(db):
    before = stored()
    content, planted = _with_faults()

    found = read(content)

    named = lines(found, "fault")
    assert {number: fault for number, _name, fault in named} == planted
    assert (len(named), found.counts["fault"], found.state) == (FAULTS, FAULTS, "faulty")
    assert found.counts["new"] == ROWS - FAULTS
    assert stored() == before
    with within(HERE), pytest.raises(Refused) as refused:
        operations.order_list(actor=stage.actor("randi"), staff_import=found, ends_confirmed=True)
    assert refused.value.refusal == Refusal.LIST_HAS_MOVED_ON


def _with_faults():
    """A list of many rows, and for each row that is wrong what is wrong with it."""
    spoiled = {
        "number_length": lambda cells: ["123", *cells[1:]],
        "number_control": lambda cells: [cells[0][:10] + str((int(cells[0][10]) + 1) % 10), *cells[1:]],
        "name_missing": lambda cells: [cells[0], "", *cells[2:]],
        "unit_like": lambda cells: [*cells[:3], "Eksempelvik barneskola", *cells[4:]],
        "unit_unknown": lambda cells: [*cells[:3], "Månen", *cells[4:]],
        "position_missing": lambda cells: [*cells[:4], "", cells[5]],
        "role_unknown": lambda cells: [*cells[:5], "sjef"],
        "role_does_not_fit": lambda cells: [*cells[:3], "Eksempelvik oppvekstkontor", *cells[4:]],
        "own_row": lambda cells: row(who="randi").split(";"),
        "name_differs": lambda cells: [cast.person("hilde").number.digits, *cells[1:]],
    }
    rows, planted = [], {}
    for serial, digits in enumerate(_numbers(ROWS)):
        cells = [digits, "Ola", f"Oppspinn{serial}", SCHOOL, "Lærer", ""]
        if serial % (ROWS // FAULTS) == 7:
            fault = list(spoiled)[len(planted) % len(spoiled)]
            cells, planted[serial + 2] = spoiled[fault](cells), fault
        rows.append(";".join(cells))
    return text(*rows), planted


def _numbers(count):
    """Numbers that nobody has."""
    born, found = date(1960, 1, 1), []
    while len(found) < count:
        found += [each.digits for serial in range(20) if (each := synthetic(born, serial))]
        born += timedelta(days=1)
    return found[:count]


def test_the_same_person_twice_is_one_when_the_rows_agree_and_a_fault_when_they_do_not(db):
    agree = read(text(row(), row(), row(unit="Eventyrskogen barnehage")))
    with within(HERE):
        operations.cancel_list(actor=stage.actor("randi"), staff_import=agree)
    disagree = read(text(row(), row(position="Vikar"), row(given="Per")))

    assert agree.counts["new"] == 2
    assert [line[::2] for line in lines(disagree, "fault")] == [(3, "twice"), (4, "other_name_in_file")]


def test_a_whole_list_ends_those_who_are_missing_but_no_leader_and_not_other_units(db):
    found = read(text(row(who="kari", position="Kontaktlærer")), is_whole=True)

    assert {name for _row, name, _after in lines(found, "ended")} == {"Jonas Påfunn", "Yusuf Tenkeland"}
    assert found.counts["unchanged"] == 1


def test_a_new_family_name_of_an_employee_is_a_change_and_is_undone(db):
    changed = row(who="jonas").replace(cast.person("jonas").family, "Nygift")

    found = taken_in(text(changed))
    with within(HERE):
        name = Person.objects.get(pk=cast.person("jonas").id).name
    undone(found)

    with within(HERE):
        assert (name, Person.objects.get(pk=cast.person("jonas").id).name) == ("Jonas Nygift", "Jonas Påfunn")


def test_when_the_register_has_moved_on_the_list_is_shown_anew_and_nothing_is_done(db):
    found = read(text(row(who="jonas", position="Adjunkt")))
    with within(HERE):
        operations.order_list(actor=stage.actor("randi"), staff_import=found, ends_confirmed=False)
        Employment.objects.filter(pk=made_id("post", "jonas-eksempelvik_school")).update(position="Lektor")
    before = stored()

    tasks.take_in_list(str(HERE), str(found.pk))

    found = anew(found)
    assert (found.state, found.was_shown_anew) == ("ready", True)
    assert stored() == before


def test_a_list_is_not_taken_in_for_somebody_who_no_longer_runs_the_system(db):
    found = read(text(row()))
    with within(HERE):
        operations.order_list(actor=stage.actor("randi"), staff_import=found, ends_confirmed=False)
        Employment.objects.filter(person_id=cast.person("randi").id).update(
            ends_on=stage.today() - timedelta(days=1)
        )

    done = tasks.take_in_list(str(HERE), str(found.pk))

    assert (done, anew(found).state) == (False, "ready")


def test_a_list_that_is_cancelled_while_it_is_read_stays_cancelled_and_keeps_nothing(db):
    found = added(text(row()))
    with within(HERE):
        operations.cancel_list(actor=stage.actor("randi"), staff_import=found)

    assert tasks.read_list(str(HERE), str(found.pk)) == ""
    with within(HERE):
        assert not StaffImportLine.objects.exists()
    assert (anew(found).state, anew(found).file_cipher) == ("cancelled", None)


def test_one_list_at_a_time_and_what_cannot_be_read_says_why_in_words(db):
    first = added("dette;er\n;")
    second = Visitor("randi").send(
        "staff_imports", fields={"file": good_forms.file(text(row())), "scope": "some"}
    )
    tasks.read_list(str(HERE), str(first.pk))
    shown = reading.words(Visitor("randi").see("staff_import", first.pk))

    assert "En annen liste er underveis" in reading.errors(second)["file"]
    assert "Vi fant ingen overskrifter" in shown


def test_the_way_from_file_to_list_on_the_pages(db):
    randi = Visitor("randi")
    content = text(row(), row(who="jonas", position="Adjunkt"))
    sent = randi.send("staff_imports", fields={"file": good_forms.file(content), "scope": "some"})
    with within(HERE):
        found = StaffImport.objects.get()
    waits = reading.words(randi.see("staff_import", found.pk))
    tasks.read_list(str(HERE), str(found.pk))
    preview = randi.see("staff_import", found.pk)
    changed = reading.words(randi.see("staff_import", found.pk, vis="changed"))
    randi.send("staff_import_order", found.pk)
    tasks.take_in_list(str(HERE), str(found.pk))
    done = reading.words(randi.see("staff_import", found.pk))

    assert sent.status_code == 302
    assert "Vi leser filen" in waits
    assert "Ola Oppspinn" in reading.words(preview)
    assert "Adjunkt" in changed
    assert "Listen er tatt inn" in done
    for page in (preview, randi.see("staff_import", found.pk, vis="changed")):
        assert good_forms.number().digits not in page.content.decode()


def test_half_a_file_that_would_end_many_asks_about_just_that(db):
    rows = [row(family=f"Oppspinn{serial}", serial=serial) for serial in range(24)]
    taken_in(text(*rows))

    found = read(text(rows[0]), is_whole=True)
    asked = reading.words(Visitor("randi").see("staff_import", found.pk))
    said_nothing = Visitor("randi").send("staff_import_order", found.pk)

    assert "Ja, det er riktig at alle disse slutter" in asked
    assert said_nothing.status_code == 422
    assert "Mange avsluttes" in reading.errors(said_nothing)["ends_confirmed"]


def test_lists_are_forgotten_after_a_month_and_lost_jobs_can_be_asked_for_again(db):
    old = taken_in(text(row()))
    stuck = read(text(row(serial=1)))
    with within(HERE):
        StaffImport.objects.filter(pk=old.pk).update(
            settled_at=clock.now() - timedelta(days=lists.UNDO_DAYS + 1)
        )
        StaffImport.objects.filter(pk=stuck.pk).update(
            state="taking_in", added_at=clock.now() - timedelta(days=2)
        )

    gone = tasks.forget_lists(0)

    with within(HERE):
        assert [(each.pk, each.state) for each in StaffImport.objects.all()] == [(stuck.pk, "ready")]
        assert StaffImportLine.objects.exclude(staff_import=stuck).count() == 0
    assert gone == 1


def test_the_same_person_twice_in_the_same_words_is_one_and_that_is_said(db):
    found = read(text(row(), row()))

    assert (found.state, found.counts["new"]) == ("ready", 1)
    assert lines(found, "unchanged") == [(3, "Ola Oppspinn", "merged")]


def test_a_list_is_undone_within_a_month_and_not_later(db):
    found = taken_in(text(row()))
    with within(HERE):
        late = clock.now() - timedelta(days=lists.UNDO_DAYS + 1)
        StaffImport.objects.filter(pk=found.pk).update(settled_at=late)
        found = StaffImport.objects.get(pk=found.pk)

        with pytest.raises(Refused) as refused:
            operations.order_undoing(actor=stage.actor("randi"), staff_import=found)

    assert refused.value.refusal == Refusal.UNDONE_TOO_LATE
    assert listing.anew(found).state == "taken_in"
