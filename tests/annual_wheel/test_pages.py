"""The wheel's pages: the picture and its lists say the same, what waits is said to whoever leads, and small numbers to nobody."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.annual_wheel import operations
from stafett.annual_wheel.models import Completion, Wheel, WheelTask
from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log.models import Measure
from tests import stage
from tests.annual_wheel import good_forms, turning
from tests.annual_wheel.turning import HERE, SCHOOL
from tests.relay_log.queries import many
from tests.web.reading import errors, fields, words
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10


@pytest.fixture
def wheel():
    """Elle's school's wheel of this year, nothing put away."""
    good_forms.task()
    return good_forms.wheel()


def page(key="elle", **query):
    return Visitor(key).see("unit_wheel", SCHOOL, **query)


def moved_to_now(wheel, key):
    """The starter's task with a key, moved to this month."""
    with within(HERE):
        WheelTask.objects.filter(wheel=wheel, key=key).update(month=stage.today().month)
        return turning.task(wheel, key)


def test_a_leader_opens_the_year_and_finds_the_whole_of_it():
    elle = Visitor("elle")
    before = elle.see("unit_wheel", SCHOOL)
    year = fields(before)["year"][-1]

    answer = elle.send("wheel_opening", SCHOOL, fields={"year": year})

    assert answer.status_code == 302
    after = words(elle.get(answer["Location"]))
    assert "Årshjulet er åpnet" in after
    for title in ("BTI på alle foreldremøter", "Se tilbake på året før sommeren", "Kontinuerlig"):
        assert title in after


def test_a_year_that_cannot_be_opened_is_refused_in_words():
    elle = Visitor("elle")

    answers = [elle.send("wheel_opening", SCHOOL, fields={"year": year}) for year in ("2012", "i fjor", "")]

    assert {answer.status_code for answer in answers} == {422}
    assert "Dette skoleåret kan ikke åpnes nå." in words(answers[0])
    with within(HERE):
        assert Wheel.objects.count() == 0


def test_somebody_who_does_not_lead_is_told_who_opens_it():
    assert "Enhetslederen gjør det." in words(page("kari"))


def test_every_mark_in_the_picture_leads_to_its_line_in_the_list(wheel):
    html = page("kari").content.decode()

    marks = re.findall(r'<a class="st-year-task" href="#(oppgave-\d+)"', html)
    lines = re.findall(r'<li id="(oppgave-\d+)"', html)
    assert sorted(marks) == sorted(lines)
    assert len(set(lines)) == len(lines) == 19


def test_the_picture_and_the_list_say_the_same_of_each_task(wheel):
    html = page("kari").content.decode()

    in_picture = dict(re.findall(r'href="#oppgave-(\d+)" data-state="(\w+)"', html))
    in_list = dict(re.findall(r'<li id="oppgave-(\d+)" tabindex="-1" data-state="(\w+)"', html))
    assert in_picture == in_list


def test_months_come_in_the_order_of_the_school_year_or_of_the_calendar(wheel):
    def order(**query):
        return re.findall(r"<h3>(\w+)", page("kari", **query).content.decode().split("st-wheel-grid")[1])[:12]

    assert (order()[0], order()[-1]) == ("August", "Juli")
    assert (order(rekkefolge="kalender")[0], order(rekkefolge="kalender")[-1]) == ("Januar", "Desember")


def test_what_waits_is_counted_for_the_leader_and_not_for_others(wheel):
    moved_to_now(wheel, "overdue_evaluations")
    with within(HERE):
        log = stage.open_log("nils")
        concern = stage.active_concern(log)
        Measure.objects.filter(concern=concern).update(
            start_by=stage.today() - timedelta(days=30), evaluate_by=stage.today() - timedelta(days=2)
        )

    assert "1 logg har evaluering over tiden." in words(page("elle"))
    assert "evaluering over tiden." not in words(page("kari"))
    assert "evaluering over tiden." not in words(page("torbjorn"))
    assert 'href="/enheten/?vis=forsinket"' in page("elle").content.decode()
    assert 'href="/enheten/' not in page("torbjorn").content.decode().split("st-wheel-now")[1]


def test_a_log_where_nothing_is_planned_is_counted_also_when_nobody_has_ever_met(wheel):
    moved_to_now(wheel, "log_flow")
    with within(HERE):
        concern = stage.active_concern(stage.open_log("nils"))
    assert "Alle loggene har en neste dato." in words(page("elle"))

    with within(HERE):
        Measure.objects.filter(concern=concern).update(state="evaluated")

    assert "1 logg har ingen neste dato." in words(page("elle"))
    assert 'href="/enheten/?vis=uten-dato"' in page("elle").content.decode()


def test_words_for_the_agenda_stand_on_the_task_with_the_municipalitys_name_for_the_model(wheel):
    elle = Visitor("elle")

    page = words(elle.see("wheel_task", good_forms.task("support_system").pk))

    assert "Til sakslisten" in page
    assert "Fast sak: BTI 1. Siden sist: Hva avtalte vi" in page
    assert "Til sakslisten" not in words(elle.see("wheel_task", good_forms.task("log_flow").pk))


def test_the_wheel_takes_ten_questions_at_most_however_many_logs_and_marks_there_are(wheel):
    moved_to_now(wheel, "overdue_evaluations")
    elle = Visitor("elle")
    elle.see("unit_wheel", SCHOOL)

    with CaptureQueriesContext(connection) as few:
        elle.see("unit_wheel", SCHOOL)
    with within(HERE):
        many.logs_like(stage.open_log("nils"), 20)
        for row in WheelTask.objects.filter(wheel=wheel, rhythm="once")[:8]:
            turning.do(WheelTask.objects.select_related("wheel__unit", "common").get(pk=row.pk))
        for number in range(10):
            operations.add_task(
                actor=stage.actor("elle"),
                wheel=wheel,
                **turning.own_words(title=f"Egen {number}", month=number + 1),
            )
    with CaptureQueriesContext(connection) as more:
        elle.see("unit_wheel", SCHOOL)

    assert _asked(more) <= _asked(few) <= MOST_QUERIES


def _asked(captured):
    """Questions of the page's own and of the frame around it, without what opens and closes a transaction."""
    return len(
        [each for each in captured if re.match(r"\s*(SELECT|WITH)\b(?!.*set_config)", each["sql"], re.S)]
    )


def test_a_task_is_done_from_its_page_and_what_was_written_is_kept_when_it_is_refused(wheel):
    row, elle = good_forms.task(), Visitor("elle")
    refused = elle.send(
        "wheel_task_done", row.pk, fields={"evidence": "Barn 01019012345", "note": "Bra møte"}
    )

    assert refused.status_code == 422
    assert "fødselsnummer" in errors(refused)["evidence"]
    assert fields(refused)["note"] == ["Bra møte"]

    done = elle.send(
        "wheel_task_done", row.pk, fields={"evidence": "38 til stede", "link": "https://www.eksempel.no/"}
    )
    assert done.status_code == 302
    after = words(elle.see("wheel_task", row.pk))
    assert "38 til stede" in after
    assert "Gjort" in after

    assert elle.send("wheel_task_undone", row.pk).status_code == 302
    assert "Angret" in words(elle.see("wheel_task", row.pk))
    assert elle.send("wheel_task_undone", row.pk).status_code == 422


def test_a_monthly_task_is_ticked_for_a_month_that_was_missed_and_unticked(wheel):
    row, elle = good_forms.task("team_meetings"), Visitor("elle")
    month = stage.today().month
    form = elle.get(reverse("wheel_task_done", args=[row.pk]), {"maaned": month})
    assert fields(form)["month"] == [str(month)]

    elle.send("wheel_task_done", row.pk, fields={"month": month})
    with within(HERE):
        assert list(Completion.objects.values_list("month", "undone_at")) == [(month, None)]

    elle.send("wheel_task_undone", row.pk, fields={"month": month})
    with within(HERE):
        assert Completion.objects.get().undone_at is not None
    assert elle.get(reverse("wheel_task_done", args=[row.pk]), {"maaned": "13"}).status_code == 404


def test_two_who_edit_a_task_see_both_texts(wheel):
    row, elle = good_forms.task(), Visitor("elle")
    given = good_forms.fields("edit_wheel_task")
    elle.send("edit_wheel_task", row.pk, fields={**given, "title": "Først ute"})

    late = elle.send("edit_wheel_task", row.pk, fields={**given, "title": "For sent"})

    assert late.status_code == 409
    assert "Først ute" in words(late)
    assert fields(late)["title"] == ["For sent"]


def test_a_new_task_of_one_time_needs_a_month_and_says_so_beside_it(wheel):
    given = {**good_forms.fields("new_wheel_task"), "month": ""}

    answer = Visitor("elle").send("new_wheel_task", wheel.pk, fields=given)

    assert answer.status_code == 422
    assert "Velg en måned." in errors(answer)["month"]


def test_the_note_says_which_months_are_our_suggestion(wheel):
    elle = Visitor("elle")

    assert "vårt forslag" in words(elle.see("wheel_task", good_forms.task("log_flow").pk))
    assert "vårt forslag" not in words(elle.see("wheel_task", good_forms.task("parent_meetings").pk))


def test_the_staff_list_is_confirmed_with_one_press(wheel):
    row, elle = good_forms.task("staff_list"), Visitor("elle")
    assert "Kari Eksempelmo" in words(elle.see("wheel_staff", row.pk))

    elle.send("wheel_staff", row.pk)

    after = words(elle.see("wheel_staff", row.pk))
    assert "Bekreftet" in after
    assert "Elle Márjá Tullebekk" in after
    assert Visitor("elle").send("wheel_staff", row.pk).status_code == 422


def test_a_list_belongs_to_the_task_that_has_it(wheel):
    elle, row = Visitor("elle"), good_forms.task("log_flow")

    assert elle.see("wheel_staff", row.pk).status_code == 404
    assert elle.see("wheel_parent_meetings", row.pk).status_code == 404


def test_a_tick_of_another_wheel_is_not_there(wheel):
    row = good_forms.task("parent_meetings")

    answer = Visitor("elle").send("parent_meeting_removal", row.pk, row.pk)

    assert answer.status_code == 404


def test_the_status_sheet_hides_small_numbers_and_names_nobody(wheel):
    with within(HERE):
        stage.open_log("nils")

    sheet = words(Visitor("elle").see("wheel_status", wheel.pk))

    assert "Åpne logger færre enn 5" in sheet
    assert "Nils" not in sheet


def test_the_area_sees_how_the_year_goes_in_each_unit_and_does_nothing_there(wheel):
    table = words(Visitor("torbjorn").see("wheels"))

    assert "Eksempelvik barneskole" in table
    assert "Ikke åpnet ennå" in table
    assert "Eventyrskogen" not in table
    assert "Marker som gjort" not in words(Visitor("torbjorn").see("wheel_task", good_forms.task().pk))


def test_the_municipalitys_tasks_are_put_in_changed_and_taken_out_on_one_page(wheel):
    randi = Visitor("randi")
    randi.send("new_common_wheel_task", fields=good_forms.fields("new_common_wheel_task"))
    assert "Fadderuken" in words(page("kari"))

    common = good_forms.common()
    given = {**good_forms.fields("edit_common_wheel_task"), "title": "Systemmøtet"}
    randi.send("edit_common_wheel_task", common.pk, fields=given)
    assert "Systemmøtet" in words(page("kari"))

    randi.send("common_wheel_task_withdrawal", common.pk)
    assert "Systemmøtet" not in words(page("kari"))


def test_a_task_for_all_is_not_the_units_to_change(wheel):
    common = good_forms.common()
    with within(HERE):
        row = common.tasks.get(wheel=wheel)

    shown = words(Visitor("elle").see("wheel_task", row.pk))

    assert "Kommunen: oppgaven er den samme" in shown
    assert "Endre oppgaven" not in shown


def test_another_year_is_chosen_in_the_address_and_nonsense_gives_this_one(wheel):
    assert f"{wheel.year}–{wheel.year + 1}" in words(page(aar=wheel.year))
    for nonsense in ("1999", "abcd", "99999", "²⁰²⁶"):
        answer = page(aar=nonsense)
        assert answer.status_code == 200
        assert f"{wheel.year}–{wheel.year + 1}" in words(answer)


def test_the_neighbour_reads_its_own_wheel_in_nynorsk_with_its_own_name_for_the_model(db):
    unit = cast.unit("domesund_school").id
    torleiv = Visitor("torleiv")
    torleiv.send("wheel_opening", unit, fields={"year": fields(torleiv.see("unit_wheel", unit))["year"][-1]})

    shown = words(torleiv.see("unit_wheel", unit))

    assert "BTS på alle foreldremøta" in shown
    assert "BTI" not in shown


def test_a_day_without_a_wheel_of_its_own_has_no_line_of_the_year(wheel):
    with within(HERE):
        Wheel.objects.filter(pk=wheel.pk).update(year=wheel.year - 1)

    old = page("kari", aar=wheel.year - 1).content.decode()

    assert "st-year-way" not in old
    assert "st-year-today" not in old
