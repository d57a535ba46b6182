"""Lists that come by themselves: taken in when nothing asks for somebody's eyes, else shown and told of (issue H 2, ADR 0045)."""

import os
from datetime import timedelta

import pytest

from stafett.administration import rules, tasks
from stafett.administration.content import folder
from stafett.administration.models import StaffImport
from stafett.demo import cast
from stafett.kernel import clock
from stafett.messages.models import Message
from stafett.register import people
from stafett.register.tenancy import within
from tests.administration import good_forms
from tests.administration.listing import HERE, read, row, text

RANDI = cast.person("randi").id


@pytest.fixture
def place(settings, tmp_path):
    """The folder's place for staff of Eksempelvik."""
    settings.LISTS_FOLDER = str(tmp_path)
    made = tmp_path / "eksempelvik" / "staff"
    made.mkdir(parents=True)
    return made


def put(place, content, name="liste.csv", *, minutes=5):
    """A file that was put there some minutes ago."""
    path = place / name
    path.write_text(content, encoding="utf-8")
    at = (clock.now() - timedelta(minutes=minutes)).timestamp()
    os.utime(path, (at, at))
    return path


def newest():
    """The list that came last."""
    with within(HERE):
        return StaffImport.objects.latest("added_at")


def read_next():
    """The folder is looked into, and what was found is read; and taken in, when that was ordered."""
    count = tasks.pick_up_lists(0)
    found = newest()
    tasks.read_list(str(HERE), str(found.pk))
    tasks.take_in_list(str(HERE), str(found.pk))
    return count, newest()


def told():
    """Who has been told that a list waits, and which."""
    with within(HERE):
        return set(Message.objects.filter(kind="list_waits").values_list("recipient_id", "target_id"))


def test_a_list_with_staff_is_taken_in_by_itself_and_the_file_is_gone(db, place):
    path = put(place, text(row()))

    count, found = read_next()

    with within(HERE):
        [post] = people.find(good_forms.number(), municipality_id=HERE).employments.all()
    assert (count, found.state, found.added_by_id, found.ordered_by_id) == (1, "taken_in", None, None)
    assert post.role == "staff"
    assert not path.exists()
    assert told() == set()


def test_a_list_that_appoints_a_leader_waits_for_the_administrator_who_is_told(db, place):
    put(place, text(row(role="rektor")))

    _count, found = read_next()

    assert found.state == "ready"
    assert told() == {(RANDI, found.pk)}


def test_a_list_with_a_fault_does_nothing_and_is_told_of(db, place):
    put(place, text(row(unit="Ingen skole")))

    _count, found = read_next()

    assert found.state == "faulty"
    assert told() == {(RANDI, found.pk)}


def test_a_newer_list_takes_the_place_of_one_that_waits_and_never_of_somebodys_own(db, place):
    put(place, text(row(role="rektor")), "gammel.csv", minutes=9)
    put(place, text(row()), "ny.csv")
    _count, older = read_next()
    _count, newer = read_next()

    read(text(row(serial=2)))
    path = put(place, text(row(serial=3)), "siste.csv")

    assert (older.file_name, newer.file_name, newer.state) == ("gammel.csv", "ny.csv", "taken_in")
    assert tasks.pick_up_lists(0) == 0
    assert path.exists()


def test_only_whole_files_with_a_lists_name_are_picked_up_oldest_first(tmp_path):
    staff, whole = tmp_path / "vik" / "staff", tmp_path / "vik" / "staff-whole"
    for each in (staff, whole):
        each.mkdir(parents=True)
    put(staff, "b", "b.csv", minutes=5)
    put(whole, "a", "a.xlsx", minutes=9)
    put(staff, "half", "half.csv", minutes=0)
    put(staff, "x", ".hidden.csv")
    put(staff, "x", "notes.md")
    (staff / "link.csv").symlink_to(whole / "a.xlsx")

    found = folder.waiting(tmp_path, "vik", now=clock.now())

    assert [(each.path.name, each.is_whole) for each in found] == [("a.xlsx", True), ("b.csv", False)]
    assert folder.waiting(tmp_path, "nobody", now=clock.now()) == []


def test_nothing_is_looked_for_where_no_folder_is_set(db, settings):
    settings.LISTS_FOLDER = ""

    assert tasks.pick_up_lists(0) == 0


@pytest.mark.parametrize(
    ("ending", "touches", "alone"),
    [(0, False, True), (20, False, True), (21, False, False), (0, True, False)],
)
def test_a_list_is_taken_in_unseen_when_it_ends_few_and_touches_no_leader(ending, touches, alone):
    assert rules.may_take_in_unseen(ending=ending, standing=30, touches_leaders=touches) is alone
