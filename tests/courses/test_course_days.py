"""Course days through the pages: set up, signed up for, moved up, withdrawn, cancelled, attended."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext

from stafett.audit.models import Entry
from stafett.courses.enums import Refusal
from stafett.courses.models import CourseDay, SignUp
from stafett.courses.operations import attending
from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.courses import good_forms
from tests.courses.filling import (
    HERE,
    a_course,
    a_past_course,
    on_day,
    sign_up,
    states,
    stored,
    tick,
    withdraw,
)
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def messages(kind):
    """Keys of those who have been told this, in the order of the alphabet."""
    keys = {person.id: person.key for person in cast.EKSEMPELVIK.people}
    with within(HERE):
        return sorted(
            keys[who] for who in Message.objects.filter(kind=kind).values_list("recipient_id", flat=True)
        )


def test_the_administrator_sets_up_a_day_and_everybody_employed_sees_it():
    answer = Visitor("randi").send("new_course", fields=good_forms.fields("new_course"))

    assert answer.status_code == 302
    for key in ("kari", "elle", "torbjorn", "maja"):
        assert "Kursdag for alle ansatte" in reading.words(Visitor(key).see("courses"))
    assert Visitor("oddny").get(answer["Location"]).status_code == 404
    assert Visitor("hilde").see("courses").status_code == 403


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"day": "2020-02-03"}, "day", "Velg en dag fram i tid"),
        ({"sign_up_by": "2020-01-01"}, "sign_up_by", "Fristen må være før kursdagen"),
        ({"places": "0"}, "places", "Skriv et helt tall fra 1 til 500"),
        ({"places": "1e9"}, "places", "Skriv et helt tall fra 1 til 500"),
        ({"at": "klokka ni"}, "at", "Skriv et klokkeslett"),
        ({"about": "æ" * 100_000}, "about", "inntil 600 tegn"),
        ({"leader_id": str(cast.person("hilde").id)}, "leader_id", "Velg ett av alternativene"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_the_field(changed, field, sentence):
    answer = Visitor("randi").send("new_course", fields=good_forms.fields("new_course") | changed)

    assert answer.status_code == 422
    assert sentence in reading.errors(answer)[field]
    with within(HERE):
        assert not CourseDay.objects.exists()


def test_a_leader_signs_up_own_staff_and_they_are_told_without_a_word_of_content():
    course = a_course(places=1)

    answer = Visitor("elle").send(
        "course_sign_up",
        course.pk,
        fields={"person_ids": [str(cast.person(key).id) for key in ("kari", "jonas")]},
    )

    assert answer.status_code == 302
    assert states(course) == {"kari": "signed_up", "jonas": "waiting"}
    assert messages("course_signed_up") == ["kari"]
    assert messages("course_waiting") == ["jonas"]
    assert "Du er påmeldt" in reading.words(Visitor("kari").see("courses"))
    assert "Du står på ventelisten" in reading.words(Visitor("jonas").see("course", course.pk))


def test_staff_of_another_unit_cannot_be_signed_up_and_nobody_twice():
    course = a_course()
    sign_up(course, "kari")

    for key in ("dag", "hilde", "kari"):
        answer = Visitor("elle").send(
            "course_sign_up", course.pk, fields={"person_ids": [str(cast.person(key).id)]}
        )
        assert answer.status_code == 422
        with pytest.raises(Refused) as refused:
            sign_up(course, key)
        assert refused.value.refusal == Refusal.NOT_YOUR_STAFF

    assert states(course) == {"kari": "signed_up"}


def test_the_database_gives_nobody_two_places():
    course = a_course()
    sign_up(course, "kari")

    with pytest.raises(IntegrityError, match="one_place_for_each_person"), within(HERE):
        row = SignUp.objects.get(course=course)
        row.pk, row.number = new_id(), 9
        row.save(force_insert=True)


def test_the_deadline_is_a_day_and_holds_after_it():
    course = a_course()
    last = stored(course).sign_up_by

    with on_day(last):
        sign_up(course, "kari")
    with on_day(last + timedelta(days=1)), pytest.raises(Refused) as refused:
        sign_up(course, "jonas")

    assert refused.value.refusal == Refusal.DEADLINE_PASSED
    assert states(course) == {"kari": "signed_up"}


def test_whoever_waited_longest_gets_the_place_that_is_given_back_also_after_the_deadline():
    course = a_course(places=1)
    sign_up(course, "kari", "jonas", "yusuf")

    with on_day(stored(course).sign_up_by + timedelta(days=3)):
        withdraw(course, "kari", by="kari")

    assert states(course) == {"kari": "withdrawn", "jonas": "signed_up", "yusuf": "waiting"}
    assert messages("course_moved_up") == ["jonas"]
    assert messages("course_withdrawn") == []  # Kari did it herself


def test_whoever_comes_back_stands_last():
    course = a_course(places=1)
    sign_up(course, "kari", "jonas")
    withdraw(course, "kari")

    sign_up(course, "yusuf", "kari")

    assert states(course) == {"kari": "waiting", "jonas": "signed_up", "yusuf": "waiting"}
    with within(HERE):
        assert SignUp.objects.filter(course=course).count() == 4
    assert messages("course_withdrawn") == ["kari"]


@pytest.mark.parametrize(
    ("key", "status"), [("kari", 302), ("elle", 302), ("randi", 302), ("jonas", 404), ("aslaug", 404)]
)
def test_a_place_is_given_back_by_its_owner_their_leader_or_the_administrator(key, status):
    course = a_course()
    sign_up(course, "kari")
    with within(HERE):
        row = SignUp.objects.get(course=course)

    answer = Visitor(key).send("sign_up_withdrawal", row.pk)

    assert answer.status_code == status
    assert states(course)["kari"] == ("withdrawn" if status == 302 else "signed_up")


def test_more_places_let_those_who_wait_in_and_fewer_than_are_taken_are_refused():
    course = a_course(places=2)
    sign_up(course, "kari", "jonas", "yusuf")
    fields = good_forms.fields("new_course") | {"version": "1", "kind": "half_day"}

    fewer = Visitor("randi").send("edit_course", course.pk, fields=fields | {"places": "1"})
    more = Visitor("randi").send("edit_course", course.pk, fields=fields | {"places": "3"})

    assert "2 er påmeldt allerede" in reading.errors(fewer)["places"]
    assert more.status_code == 302
    assert set(states(course).values()) == {"signed_up"}
    assert messages("course_changed") == ["jonas", "kari", "yusuf"]  # the day is another, too


def test_two_who_change_the_same_day_lose_no_word():
    course = a_course()
    fields = good_forms.fields("new_course") | {"version": "1"}
    Visitor("randi").send("edit_course", course.pk, fields=fields | {"about": "Det ene"})

    answer = Visitor("randi").send("edit_course", course.pk, fields=fields | {"about": "Det andre"})

    assert answer.status_code == 409
    assert "Det ene" in reading.words(answer)
    assert reading.fields(answer)["about"] == ["Det andre"]
    assert stored(course).about == "Det ene"


def test_a_cancelled_day_is_told_to_all_and_nobody_is_signed_up_for_it():
    course = a_course(places=1)
    sign_up(course, "kari", "jonas")

    Visitor("randi").send("course_cancellation", course.pk)

    assert messages("course_cancelled") == ["jonas", "kari"]
    assert "Avlyst" in reading.words(Visitor("kari").see("courses"))
    with pytest.raises(Refused):
        sign_up(course, "yusuf")
    assert Visitor("randi").send("course_cancellation", course.pk).status_code == 422


def test_attendance_is_ticked_by_who_leads_the_day_and_can_be_put_right():
    course = a_course()
    sign_up(course, "kari", "jonas")

    with pytest.raises(Refused):
        tick(course, "kari")
    with on_day(stored(course).starts_at.date()):
        tick(course, "kari")
        first = states(course)
        tick(course, "jonas")

    assert first == {"kari": "attended", "jonas": "absent"}
    assert states(course) == {"kari": "absent", "jonas": "attended"}


def test_who_ticks():
    course = a_past_course("kari")

    assert Visitor("yusuf").see("attendance", course.pk).status_code == 200
    assert Visitor("randi").see("attendance", course.pk).status_code == 200
    assert Visitor("elle").see("attendance", course.pk).status_code == 403


def test_names_are_for_whoever_leads_the_day_the_administrator_and_the_leader_of_the_unit():
    course = a_course()
    sign_up(course, "kari", "jonas")
    name = cast.person("jonas").name

    seen = {
        key: name in reading.words(Visitor(key).see("course", course.pk))
        for key in ("yusuf", "randi", "elle", "kari", "aslaug", "dag")
    }

    assert seen == {"yusuf": True, "randi": True, "elle": True, "kari": False, "aslaug": False, "dag": False}


def test_the_calendar_file_says_when_and_where_and_that_it_is_cancelled():
    course = a_course(day=stage.today() + timedelta(days=30), sign_up_by=stage.today() + timedelta(days=9))

    before = Visitor("kari").see("course_calendar", course.pk).content.decode()
    Visitor("randi").send("course_cancellation", course.pk)
    after = Visitor("kari").see("course_calendar", course.pk).content.decode()

    assert "SUMMARY:Halvdagskurs" in before
    assert "STATUS:CONFIRMED" in before
    assert "STATUS:CANCELLED" in after
    assert "SEQUENCE:1" in after


def test_whoever_leaves_before_the_day_gives_the_place_to_the_next():
    course = a_course(places=1)
    sign_up(course, "kari", "jonas")
    with within(HERE):
        ends_on = stored(course).starts_at.date() - timedelta(days=1)
        Employment.objects.filter(person_id=cast.person("kari").id).update(ends_on=ends_on)

        freed = attending.free_places(today=stage.today())

    assert freed == 1
    assert states(course) == {"kari": "withdrawn", "jonas": "signed_up"}
    with within(HERE):
        assert attending.free_places(today=stage.today()) == 0


def test_a_sign_up_sent_twice_is_one():
    course = a_course()
    fields = {
        "person_ids": [str(cast.person("kari").id)],
        "submission": "0199a9f5-0000-7000-8000-000000000001",
    }

    answers = [Visitor("elle").send("course_sign_up", course.pk, fields=fields).status_code for _ in range(2)]

    assert answers == [302, 302]
    with within(HERE):
        assert SignUp.objects.filter(course=course).count() == 1
        assert Entry.objects.filter(event="courses.staff_signed_up", kind="act").count() == 1


def test_the_number_of_questions_is_the_same_for_many_days_and_people():
    course = a_course()
    few = {
        name: _questions(name, course) for name in ("courses", "course", "course_sign_up", "training_needs")
    }

    sign_up(course, "kari", "jonas", "yusuf")
    for days in range(30, 36):
        a_course(day=stage.today() + timedelta(days=days), sign_up_by=stage.today() + timedelta(days=9))
    a_past_course("kari", "jonas", "elle")

    for name, count in few.items():
        assert _questions(name, course) <= count + 1, (
            name
        )  # the routine, the last course: asked for either way
    assert max(few.values()) <= 16


def _questions(name, course):
    visitor = Visitor("elle")
    args = [course.pk] if name in ("course", "course_sign_up") else []
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see(name, *args).status_code == 200
    return len([each for each in asked.captured_queries if " FROM " in each["sql"]])


def test_29_february_is_a_course_day_like_any_other():
    leap = date(2028, 2, 29)

    with on_day(date(2028, 1, 10)):
        course = a_course(day=leap, sign_up_by=date(2028, 2, 15))

    assert stored(course).starts_at.date() == leap
