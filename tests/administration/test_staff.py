"""Staff lists: who is put on, changed, moved and ended, by whom, and what it opens and shuts (S000-07, L-29)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.administration import operations
from stafett.administration.enums import Refusal
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel.verdict import Refused
from stafett.register.actor import Actor
from stafett.register.models import Employment, Person, Unit
from stafett.register.tenancy import within
from tests import stage
from tests.administration import good_forms
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
SCHOOL, KINDERGARTEN = good_forms.SCHOOL, good_forms.KINDERGARTEN
OFFICE = cast.unit("eksempelvik_office").id
DAY = timedelta(days=1)


def post(who, unit="eksempelvik_school"):
    """A post of the cast as a row; must run within the place."""
    return Employment.objects.select_related("person", "unit").get(pk=made_id("post", f"{who}-{unit}"))


def new_words(**changed):
    return {
        "given_name": "Ola", "family_name": "Oppspinn", "number": good_forms.number(), "position": "Lærer",
        "role": "staff", "starts_on": stage.today(), "today": stage.today(),
    } | changed  # fmt: skip


def add(who="elle", unit=SCHOOL, **changed):
    return operations.add_employee(
        actor=stage.actor(who), unit=Unit.objects.get(pk=unit), **new_words(**changed)
    )


def refused(work, *args, **given):
    with pytest.raises(Refused) as fault:
        work(*args, **given)
    return fault.value.refusal


def test_a_leader_puts_somebody_on_the_list_and_they_are_there_from_that_day(db):
    answer = Visitor("elle").send("new_employee", SCHOOL, fields=good_forms.fields("new_employee"))

    words = reading.words(Visitor("elle").see("unit_staff", SCHOOL))
    with within(HERE):
        entry = Entry.objects.latest("number")
    assert answer.status_code == 302
    assert "Ola Oppspinn" in words
    assert "Begynner" in words
    assert (entry.event, entry.facts["role"]) == ("register.employee_added", "staff")
    assert "Oppspinn" not in str(entry.facts)


def test_whoever_has_the_number_already_is_the_one_and_must_bear_the_name(db):
    hilde = cast.person("hilde")
    with within(HERE):
        before = Person.objects.count()
        made = add(given_name=hilde.given, family_name=hilde.family, number=hilde.number)
        wrong = refused(add, given_name="Helt", family_name="Annen", number=cast.person("lars").number)

        assert made.person_id == hilde.id
        assert wrong == Refusal.NAME_DIFFERS
        assert Person.objects.count() == before


def test_a_wrong_number_and_name_tell_nothing_of_whom_the_number_belongs_to(db):
    given = {**good_forms.fields("new_employee"), "number": cast.person("lars").number.digits}

    answer = Visitor("elle").send("new_employee", SCHOOL, fields=given)

    assert answer.status_code == 422
    assert "hører ikke sammen" in reading.errors(answer)["number"]
    assert cast.person("lars").family not in reading.words(answer)


def test_a_leader_gives_no_role_above_their_own_and_nobody_puts_themselves_anywhere(db):
    elle = cast.person("elle")
    with within(HERE):
        leader = refused(add, role="unit_leader")
        elsewhere = refused(add, unit=KINDERGARTEN)
        own = refused(
            add, "randi", KINDERGARTEN, given_name="Randi", family_name=cast.person("randi").family,
            number=cast.person("randi").number, role="unit_leader",
        )  # fmt: skip
        misplaced = refused(add, "randi", role="municipal_admin")
        administrator = add("randi", OFFICE, given_name=elle.given, family_name=elle.family, number=elle.number,
                            role="municipal_admin")  # fmt: skip

        assert (leader, elsewhere) == (Refusal.ROLE_NOT_YOURS, Refusal.ROLE_NOT_YOURS)
        assert (own, misplaced) == (Refusal.OWN_POST, Refusal.ROLE_DOES_NOT_FIT)
        assert administrator.role == "municipal_admin"


def test_another_role_is_another_post_from_its_day_and_another_title_is_not(db):
    today = stage.today()
    with within(HERE):
        jonas = operations.change_employment(
            actor=stage.actor("elle"), employment=post("jonas"), position="Adjunkt", role="staff",
            from_on=today, today=today,
        )  # fmt: skip
        follower = operations.change_employment(
            actor=stage.actor("elle"), employment=jonas, position="Sosiallærer", role="resource_person",
            from_on=today + 5 * DAY, today=today,
        )  # fmt: skip
        former = post("jonas")

        assert (jonas.pk, jonas.position) == (former.pk, "Adjunkt")
        assert (former.role, former.ends_on) == ("staff", today + 4 * DAY)
        assert (follower.role, follower.starts_on, follower.ends_on) == (
            "resource_person",
            today + 5 * DAY,
            None,
        )
        assert (
            refused(operations.reopen_employment, actor=stage.actor("elle"), employment=former, today=today)
            == Refusal.ALREADY_ON_LIST
        )


def test_who_has_left_is_out_the_day_after_and_back_when_it_was_a_mistake(db):
    today = stage.today()
    with within(HERE):
        log = stage.open_log("nils", holder="jonas")
    jonas, before = Visitor("jonas"), Visitor("jonas").see("log", log.pk).status_code

    Visitor("elle").send("employment_end", made_id("post", "jonas-eksempelvik_school"),
                         fields={"ends_on": (today - DAY).isoformat()})  # fmt: skip
    after, left = jonas.see("log", log.pk).status_code, Visitor("elle").see("unit_staff", SCHOOL)
    Visitor("elle").send("employment_reopening", made_id("post", "jonas-eksempelvik_school"))

    assert (before, after) == (200, 404)
    assert "Sluttet de siste to månedene" in reading.words(left)
    assert jonas.see("log", log.pk).status_code == 200


def test_before_somebody_leaves_their_leader_sees_what_is_to_be_handed_on_and_the_administrator_does_not(db):
    with within(HERE):
        stage.open_log("nils", holder="jonas")
    about = made_id("post", "jonas-eksempelvik_school")

    by_leader = [reading.words(Visitor("elle").see(name, about)) for name in ("employment", "employment_end")]
    by_administrator = [
        reading.words(Visitor("randi").see(name, about)) for name in ("employment", "employment_end")
    ]

    assert all("stafettpinnen i 1 logg" in words for words in by_leader)
    assert not any("stafettpinnen i" in words for words in by_administrator)


def test_moving_ends_the_former_post_and_with_it_the_places_in_logs(db):
    today = stage.today()
    with within(HERE):
        log = stage.open_log("nils", holder="jonas")
        moved = operations.move_employment(
            actor=stage.actor("randi"), employment=post("jonas"), unit=Unit.objects.get(pk=KINDERGARTEN), from_on=today,
            today=today,
        )  # fmt: skip
        own_to_other = refused(
            operations.move_employment, actor=stage.actor("elle"), employment=post("kari"),
            unit=Unit.objects.get(pk=KINDERGARTEN), from_on=today, today=today,
        )  # fmt: skip
        same = refused(
            operations.move_employment, actor=stage.actor("randi"), employment=post("kari"),
            unit=Unit.objects.get(pk=SCHOOL), from_on=today, today=today,
        )  # fmt: skip

        assert (moved.unit_id, moved.starts_on, post("jonas").ends_on) == (KINDERGARTEN, today, today - DAY)
        assert (own_to_other, same) == (Refusal.ROLE_NOT_YOURS, Refusal.ALREADY_ON_LIST)
    assert Visitor("jonas").see("log", log.pk).status_code == 404


def test_a_post_that_has_not_begun_is_moved_changed_or_taken_away_as_a_whole(db):
    today = stage.today()
    with within(HERE):
        ahead = add(starts_on=today + 10 * DAY)
        changed = operations.change_employment(
            actor=stage.actor("elle"),
            employment=ahead,
            position="Vikar",
            role="resource_person",
            from_on=today,
            today=today,
        )
        moved = operations.move_employment(
            actor=stage.actor("randi"),
            employment=changed,
            unit=Unit.objects.get(pk=KINDERGARTEN),
            from_on=today,
            today=today,
        )
        operations.end_employment(actor=stage.actor("randi"), employment=moved, ends_on=today, today=today)

        assert ahead.pk == changed.pk == moved.pk
        assert not Employment.objects.filter(pk=ahead.pk).exists()


def test_the_last_administrator_is_neither_ended_nor_given_another_role(db):
    today = stage.today()
    elle = cast.person("elle")
    with within(HERE):
        second = add("randi", OFFICE, given_name=elle.given, family_name=elle.family, number=elle.number,
                     role="municipal_admin")  # fmt: skip
        randis = post("randi", "eksempelvik_office")
        operations.end_employment(
            actor=stage.actor("elle"), employment=randis, ends_on=today - DAY, today=today
        )
        randis.refresh_from_db()
        own = refused(
            operations.end_employment,
            actor=stage.actor("elle"),
            employment=second,
            ends_on=today,
            today=today,
        )
        operations.reopen_employment(actor=stage.actor("elle"), employment=randis, today=today)
        Employment.objects.filter(pk=randis.pk).update(ends_on=today + DAY)
        last = refused(
            operations.end_employment,
            actor=stage.actor("randi"),
            employment=second,
            ends_on=today,
            today=today,
        )
        role = refused(
            operations.change_employment, actor=stage.actor("randi"), employment=second, position="Arkivar",
            role="archivist", from_on=second.starts_on, today=today,
        )  # fmt: skip

        assert own == Refusal.OWN_POST
        assert (last, role) == (Refusal.LAST_ADMINISTRATOR, Refusal.LAST_ADMINISTRATOR)


def test_the_municipalitys_own_systems_keep_staff_and_appoint_nobody(db):
    system = Actor(person_id=None, municipality_id=HERE, name="Lønnssystemet")
    with within(HERE):
        unit = Unit.objects.get(pk=SCHOOL)
        made = operations.add_employee(actor=system, unit=unit, **new_words())
        above = refused(
            operations.add_employee, actor=system, unit=unit,
            **new_words(number=good_forms.number(1), role="unit_leader"),
        )  # fmt: skip
        leader = refused(
            operations.end_employment,
            actor=system,
            employment=post("elle"),
            ends_on=stage.today(),
            today=stage.today(),
        )

        assert made.role == "staff"
        assert (above, leader) == (Refusal.ROLE_NOT_YOURS, Refusal.ROLE_NOT_YOURS)


def test_a_wrong_number_is_put_right_until_it_opens_a_log(db):
    maja = made_id("post", "maja-fabelasen_school")
    answer = Visitor("randi").send("employee_number", maja, fields=good_forms.fields("employee_number"))
    with within(HERE):
        stage.open_log("nils", holder="jonas")
        taken = refused(
            operations.correct_employee_number, actor=stage.actor("randi"), employment=post("maja", "fabelasen_school"),
            number=cast.person("kari").number,
        )  # fmt: skip
        holder = refused(
            operations.correct_employee_number, actor=stage.actor("elle"), employment=post("jonas"),
            number=good_forms.number(2),
        )  # fmt: skip

    assert answer.status_code == 302
    assert (str(taken), holder) == ("number_in_use", Refusal.NUMBER_OPENS_LOGS)


def test_units_are_told_apart_by_their_names_and_keep_their_kind_while_in_use(db):
    unit = good_forms.fields("new_unit")

    made = Visitor("randi").send("new_unit", fields=unit)
    again = Visitor("randi").send("new_unit", fields={**unit, "name": "SOLBAKKEN skole"})
    other_kind = Visitor("randi").send(
        "edit_unit", SCHOOL, fields={**unit, "name": "Eksempelvik barneskole", "kind": "ppt"}
    )
    no_area = Visitor("randi").send(
        "new_unit",
        fields={
            **unit,
            "name": "Et område",
            "kind": "area",
            "area_id": str(cast.unit("eksempelvik_area").id),
        },
    )
    kept = Visitor("randi").send("edit_unit", SCHOOL, fields={**unit, "name": "Eksempelvik skole"})

    assert (made.status_code, kept.status_code) == (302, 302)
    assert "med dette navnet" in reading.errors(again)["name"]
    assert "i bruk" in reading.errors(other_kind)["kind"]
    assert "Velg et område" in reading.errors(no_area)["area_id"]


def test_lists_are_searched_by_name_position_and_unit_and_say_nothing_of_logs(db):
    randi = Visitor("randi")

    by_name, by_unit = (
        reading.words(randi.see("staff_lists", q=asked)) for asked in ("jonas", "eventyrskogen")
    )
    of_others = reading.words(Visitor("elle").see("staff_lists", q="pernille"))

    assert "Jonas Påfunn" in by_name
    assert "Pernille" in by_unit
    assert "Ingen på listene passer" in of_others
    assert "logg" not in by_name.split("Treff")[1].split("Innstillinger")[0].casefold().replace("logg ut", "")


def test_lists_take_the_same_questions_however_long_they_are(db):
    with within(HERE):
        add(number=good_forms.number(2))
    few = _questions("unit_staff", SCHOOL), _questions("staff_lists")
    with within(HERE):
        for serial in range(3, 9):
            add(number=good_forms.number(serial), given_name="Ny", family_name=f"Person{serial}")
            Unit.objects.create(
                municipality_id=HERE, name=f"Skole {serial}", sort_key=f"skole {serial}", kind="school"
            )

    assert (_questions("unit_staff", SCHOOL), _questions("staff_lists")) == few


def _questions(name, *where):
    randi = Visitor("randi")
    with CaptureQueriesContext(connection) as asked:
        assert randi.see(name, *where).status_code == 200
    return len(asked)
