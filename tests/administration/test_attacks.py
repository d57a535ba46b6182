"""Staff lists against somebody who means harm: a leader who wants more, and files made to swell or to stay."""

import difflib
import io
from datetime import timedelta

from openpyxl import Workbook

from stafett.administration import operations, tasks
from stafett.administration.content import tables
from stafett.administration.enums import Refusal
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.operations import lists
from stafett.administration.rules.comparing import MOST_LIKENESSES, UnitNames, UnitSeen
from stafett.demo import cast
from stafett.kernel import clock
from stafett.register import people
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.administration import good_forms
from tests.administration.listing import read, row, taken_in, text, undone
from tests.administration.test_staff import add, refused

HERE = cast.EKSEMPELVIK.id
SCHOOL = cast.unit("eksempelvik_school")


def another_administrator(who="elle"):
    """A rektor who runs the municipality's system too; gives the actor. Must run within the place."""
    office = cast.unit("eksempelvik_office").id
    Employment.objects.create(
        municipality_id=HERE, person_id=cast.person(who).id, unit_id=office, position="Rådgiver",
        role="municipal_admin", starts_on=stage.today(),
    )  # fmt: skip
    return stage.actor(who)


def posts(person_id, unit=SCHOOL):
    """(role, last day) of somebody's posts in a unit."""
    with within(HERE):
        rows = Employment.objects.filter(person_id=person_id, unit_id=unit.id).order_by("starts_on", "id")
        return list(rows.values_list("role", "ends_on"))


def test_a_leader_cannot_become_somebody_with_a_post_elsewhere_by_correcting_their_number(db):
    randi = cast.person("randi")
    with within(HERE):
        bait = add("elle", given_name=randi.given, family_name=randi.family, number=randi.number)

        no = refused(
            operations.correct_employee_number, actor=stage.actor("elle"), employment=bait, number=good_forms.number(4)
        )  # fmt: skip
        still = people.find(randi.number, municipality_id=HERE)

    assert no == Refusal.NUMBER_OPENS_POSTS
    assert still.pk == randi.id


def test_an_administrator_says_no_yes_to_a_list_about_themselves_whoever_brought_it(db):
    found = read(text(row(who="elle", position="Rektor", role="ansatt")))

    with within(HERE):
        own = refused(
            operations.order_list, actor=another_administrator(), staff_import=found, ends_confirmed=False
        )

    assert own == Refusal.OWN_POST


def test_nobody_gives_themselves_a_post_back_by_undoing_a_list(db):
    elle = cast.person("elle").id
    found = taken_in(text(row(who="elle", position="Lærer", role="ansatt")))
    with within(HERE):
        operations.order_undoing(actor=another_administrator(), staff_import=found)

    tasks.undo_list(str(HERE), str(found.pk))

    assert posts(elle) == [("staff", None)]
    with within(HERE):
        assert StaffImport.objects.get(pk=found.pk).kept == 1


def test_undoing_does_not_take_away_that_somebody_was_employed_when_they_read_a_log(db):
    pernille = cast.person("pernille")
    found = taken_in(text(row(who="pernille", position="Pedagog"), row()))
    with within(HERE):
        log = stage.open_log("nils", holder="jonas")
        jonas = cast.person("jonas").id
        log.grants.create(
            municipality_id=HERE, person_id=pernille.id, unit_id=SCHOOL.id, relation="participant", given_by_id=jonas,
            started_at=clock.now(),
        )  # fmt: skip

    kept = undone(found).kept

    assert kept == 1
    assert posts(pernille.id) == [("staff", None)]


def test_two_who_send_a_list_in_the_same_moment_are_one_list_and_one_who_waits(db, monkeypatch):
    read(text(row()))
    monkeypatch.setattr(lists, "is_under_way", lambda: False)  # neither has seen the other's

    with within(HERE):
        waits = refused(
            operations.add_list, actor=stage.actor("randi"), file=("igjen.csv", b"x"), is_whole=False
        )

        assert (waits, StaffImport.objects.count()) == (Refusal.LIST_WAITS, 1)


def test_a_list_that_nobody_deals_with_does_not_keep_its_numbers_for_ever(db):
    waits = read(text(row()))
    with within(HERE):
        late = clock.now() - timedelta(days=lists.UNDO_DAYS + 1)
        StaffImport.objects.filter(pk=waits.pk).update(added_at=late)

    tasks.forget_lists(0)

    with within(HERE):
        assert (StaffImport.objects.count(), StaffImportLine.objects.count()) == (0, 0)


def test_a_list_is_there_as_long_as_it_can_be_undone_however_long_it_waited_first(db):
    found = taken_in(text(row()))
    with within(HERE):
        StaffImport.objects.filter(pk=found.pk).update(
            added_at=clock.now() - timedelta(days=lists.UNDO_DAYS + 1)
        )

    tasks.forget_lists(0)

    with within(HERE):
        assert StaffImport.objects.filter(pk=found.pk).exists()


def test_a_sheet_that_says_it_is_as_large_as_sheets_come_is_read_as_what_is_in_it():
    book, kept = Workbook(), io.BytesIO()
    book.active.append(["Fødselsnummer", "Navn"])
    book.active.append(["1", "Ola"])
    book.active.cell(row=tables.SHEET_ROWS, column=16_384, value="langt borte")
    book.save(kept)

    assert [found[:2] for found in tables.rows_of(kept.getvalue())] == [
        ("Fødselsnummer", "Navn"), ("1", "Ola"),
    ]  # fmt: skip


def test_a_column_that_is_no_unit_is_not_compared_with_every_unit_for_every_row(monkeypatch):
    asked = []
    guess = difflib.get_close_matches
    monkeypatch.setattr(
        difflib, "get_close_matches", lambda *given, **how: asked.append(1) or guess(*given, **how)
    )
    names = UnitNames({"solbakken": UnitSeen(1, "Solbakken", "school")})

    said = [names.unknown(f"Noe helt annet {number}") for number in range(MOST_LIKENESSES * 3)]

    assert len(asked) == MOST_LIKENESSES
    assert {str(fault) for fault, _params in said} == {"unit_unknown"}
