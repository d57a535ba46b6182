"""Two people, or one with an eager finger, at the same moment: nobody's words vanish, and nothing is done twice."""

import threading
import time

import psycopg
import pytest
from django.db import IntegrityError, connections
from django.urls import reverse

from stafett.access.models import Grant
from stafett.audit.models import Entry, RowVersion
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.register.models import GuardianRelation, Municipality
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import BrightSpot, Concern, Evaluation, Measure, RelayLog
from tests import stage
from tests.environment import cluster
from tests.web import good_forms, reading
from tests.web.visiting import Visitor, together

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(committed_database):
    with within(HERE):
        return stage.open_log()


@pytest.fixture
def concern(log):
    with within(HERE):
        return stage.active_concern(log)


def test_two_who_edit_one_concern_both_keep_their_words(log, concern):
    first, second = (
        _concern_form(concern, background=words)
        for words in ("Den ene skrev dette.", "Den andre skrev dette.")
    )
    page = reverse("edit_concern", args=[concern.pk])

    answers = together(
        [lambda: Visitor("kari").post(page, first), lambda: Visitor("kari").post(page, second)]
    )

    late = next(answer for answer in answers if answer.status_code == 409)
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    with within(HERE):
        kept = Concern.objects.get(pk=concern.pk).background
    assert {kept, *reading.fields(late)["background"]} == {first["background"], second["background"]}
    assert kept in reading.words(late)


def test_whoever_was_late_can_save_what_they_make_of_both_texts(log, concern):
    kari, page = Visitor("kari"), reverse("edit_concern", args=[concern.pk])
    kari.post(page, _concern_form(concern, background="Den første."))
    late = kari.post(page, _concern_form(concern, background="Den andre."))
    both = {name: values if len(values) > 1 else values[0] for name, values in reading.fields(late).items()}

    answer = kari.post(page, {**both, "background": "Den første. Den andre."})

    with within(HERE):
        former = [
            version.row["background"]
            for version in RowVersion.objects.filter(row_id=concern.pk).order_by("id")
        ]
        assert Concern.objects.get(pk=concern.pk).background == "Den første. Den andre."
    assert answer.status_code == 302
    assert former[-1] == "Den første."


def test_two_who_edit_one_measure_both_keep_their_words(log, concern):
    with within(HERE):
        measure = stage.measure_in(concern, "service")
    page = reverse("edit_measure", args=[measure.pk])
    forms = [_measure_form(measure, description=words) for words in ("Lekegruppe ute", "Lekegruppe inne")]

    answers = together([lambda form=form: Visitor("kari").post(page, form) for form in forms])

    late = next(answer for answer in answers if answer.status_code == 409)
    with within(HERE):
        kept = Measure.objects.get(pk=measure.pk).description
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert {kept, *reading.fields(late)["description"]} == {"Lekegruppe ute", "Lekegruppe inne"}
    assert kept in reading.words(late)


def test_two_who_evaluate_one_measure_make_one_evaluation_and_the_other_sees_both_texts(log, concern):
    with within(HERE):
        measure = stage.measure_in(concern, "home")
    forms = [{**good_forms.fields("evaluation"), "option": option, "words": words}
             for option, words in (("effect", "Det gikk fint hos oss."), ("no_effect", "Jeg så noe annet."))]  # fmt: skip
    page = reverse("evaluation", args=[measure.pk])

    answers = together([lambda form=form: Visitor("kari").post(page, form) for form in forms])

    late = next(answer for answer in answers if answer.status_code == 422)
    with within(HERE):
        kept = Evaluation.objects.get(measure=measure).words
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    assert "Tiltaket er allerede evaluert" in reading.words(late)
    assert {"Det gikk fint hos oss.", "Jeg så noe annet."} == {
        kept,
        *(w["words"] for w in forms if w["words"] in reading.words(late)),
    }


@pytest.mark.parametrize(
    "route", ["new_bright_spot", "new_note", "new_concern", "participants", "level", "consent"]
)
def test_one_form_sent_eight_times_at_once_is_carried_out_once(log, route):
    with within(HERE):
        form = _right(route, log)
        before = Entry.objects.filter(kind="act").count()
    page = good_forms.address(route, stage_things(log))

    answers = together([lambda: Visitor("kari").post(page, _fresh(form)) for _click in range(8)])

    with within(HERE):
        assert Entry.objects.filter(kind="act").count() == before + 1
    assert [answer.status_code for answer in answers] == [302] * 8
    assert len({answer["Location"] for answer in answers}) == 1


def test_one_evaluation_sent_eight_times_at_once_makes_one_evaluation_and_one_copy(log, concern):
    with within(HERE):
        measure = stage.measure_in(concern, "home")
    form = {**good_forms.fields("evaluation"), "option": "some_effect"}

    answers = together(
        [lambda: Visitor("kari").send("evaluation", measure.pk, fields=form) for _click in range(8)]
    )

    with within(HERE):
        assert Evaluation.objects.count() == 1
        assert Measure.objects.filter(successor_of=measure).count() == 1
    assert [answer.status_code for answer in answers] == [302] * 8


def test_a_consent_that_opens_the_log_may_be_sent_eight_times_at_once(committed_database):
    with within(HERE):
        log = stage.started_log()
        form = _right("consent", log)
    page = reverse("consent", args=[log.pk])

    answers = together([lambda: Visitor("kari").post(page, _fresh(form)) for _click in range(8)])

    with within(HERE):
        assert Consent.objects.count() == 1
        assert Entry.objects.filter(event="relay_log.opened").count() == 1
    assert [answer.status_code for answer in answers] == [302] * 8


@pytest.mark.parametrize("policy", ["all", "one"])
def test_two_consents_at_once_are_both_kept_and_open_the_log_once(committed_database, policy):
    with within(HERE):
        Municipality.objects.filter(pk=HERE).update(consent_policy=policy)
        log = stage.started_log("emil")
        forms = [
            {**_right("consent", log), "guardian_id": str(cast.person(key).id)} for key in ("lars", "siv")
        ]
    page = reverse("consent", args=[log.pk])

    answers = together([lambda form=form: Visitor("kari").post(page, _fresh(form)) for form in forms])

    with within(HERE):
        assert Consent.objects.filter(log=log).count() == 2
        assert Entry.objects.filter(event="relay_log.opened").count() == 1
        assert stage.stored(log).state == "active"
    assert [answer.status_code for answer in answers] == [302, 302]


def test_two_who_start_a_log_for_one_child_make_one_log(committed_database):
    page = reverse("start_log", args=[cast.child("nils").id])
    keys = ("kari", "jonas", "yusuf")

    answers = together(
        [lambda key=key: Visitor(key).post(page, good_forms.fields("start_log")) for key in keys]
    )

    late = next(answer for answer in answers if answer.status_code == 422)
    with within(HERE):
        assert RelayLog.objects.count() == 1
        assert Grant.objects.count() == 1
    assert sorted(answer.status_code for answer in answers) == [302, 422, 422]
    assert "Barnet har allerede en stafettlogg" in reading.words(late)


def test_one_relation_is_confirmed_once_however_many_times_it_is_sent(committed_database):
    relation = cast.relations_of("mateusz")[1].id
    page = reverse("guardian_confirmation", args=[relation])

    answers = together(
        [
            lambda: Visitor("elle").post(page, good_forms.fields("guardian_confirmation"))
            for _click in range(4)
        ]
    )

    with within(HERE):
        assert GuardianRelation.objects.get(pk=relation).state == "confirmed"
        assert Entry.objects.filter(kind="act", event="register.guardian_confirmed").count() == 1
    assert {answer.status_code for answer in answers} <= {302, 404, 422}


def test_two_who_let_in_one_colleague_let_them_in_once(log):
    forms = [good_forms.fields("participants") for _click in range(2)]
    page = good_forms.address("participants", stage_things(log))

    answers = together([lambda form=form: Visitor("kari").post(page, form) for form in forms])

    with within(HERE):
        assert Grant.objects.filter(log=log, person_id=cast.person("yusuf").id).count() == 1
    assert sorted(answer.status_code for answer in answers) == [302, 422]


def test_two_who_throw_one_draft_away_throw_it_away_once(log):
    with within(HERE):
        draft = stage.drafted_concern(log)
    page = reverse("discard_concern", args=[draft.pk])

    statuses = _while_the_log_is_held(
        log, [lambda: Visitor("kari").post(page).status_code for _click in range(2)]
    )

    assert sorted(statuses) == [302, 404]


def test_two_who_throw_one_unused_log_away_throw_it_away_once(committed_database):
    with within(HERE):
        log = stage.started_log()
    page = reverse("discard_log", args=[log.pk])

    statuses = _while_the_log_is_held(
        log, [lambda: Visitor("kari").post(page).status_code for _click in range(2)]
    )

    assert statuses[0] != statuses[1]
    assert set(statuses) == {302, 404}


@pytest.mark.parametrize(
    "route", ["new_concern", "new_bright_spot", "new_note", "level", "participants", "consent"]
)
def test_nothing_is_written_in_a_log_that_is_closed_while_somebody_waits_to_write(log, route):
    with within(HERE):
        form = _right(route, log)
    page = good_forms.address(route, stage_things(log))

    def close():
        operations.close_log(actor=stage.actor("kari"), log=log, summary="Ferdig.", today=stage.today())

    statuses = _while_the_log_is_held(
        log, [lambda: Visitor("kari").post(page, form).status_code], meanwhile=close
    )

    with within(HERE):
        last_act = Entry.objects.filter(kind="act").order_by("-number").first()
    assert statuses == [403]
    assert last_act.event == "relay_log.closed"


def test_there_is_never_more_than_one_baton_holder(log):
    def take_the_baton():
        try:
            with within(HERE):
                Grant.objects.create(
                    municipality_id=HERE, log=log, person_id=cast.person("jonas").id, unit_id=log.unit_id,
                    relation="baton_holder", given_by_id=cast.person("jonas").id, started_at=clock.now(),
                )  # fmt: skip
        except IntegrityError as refused:
            return "one_baton_holder_per_log" in str(refused)
        return False

    assert together([take_the_baton, take_the_baton]) == [True, True]
    with within(HERE):
        assert Grant.objects.filter(log=log, relation="baton_holder", ended_at__isnull=True).count() == 1


def test_many_who_share_bright_spots_at_once_are_all_heard(log):
    together(
        [
            lambda n=n: Visitor("kari").send("new_bright_spot", log.pk, fields={"text": f"Glimt {n}"})
            for n in range(8)
        ]
    )

    with within(HERE):
        assert set(BrightSpot.objects.values_list("text", flat=True)) == {f"Glimt {n}" for n in range(8)}


def _while_the_log_is_held(log, works, *, meanwhile=None):
    """Let each begin and wait for the log; then do something with it, let go, and give what each returned."""
    results = []
    with within(HERE):
        RelayLog.objects.select_for_update().get(pk=log.pk)
        threads = [threading.Thread(target=lambda work=work: _in_thread(work, results)) for work in works]
        for thread in threads:
            thread.start()
        _wait_until_waiting(len(works))
        if meanwhile:
            meanwhile()
    for thread in threads:
        thread.join(60)
    return results


def _in_thread(work, results):
    try:
        results.append(work())
    finally:
        connections.close_all()


def _wait_until_waiting(count):
    name = connections["default"].settings_dict["NAME"]
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    end = time.monotonic() + 30
    with psycopg.connect(cluster.urls("postgres").admin, autocommit=True) as link:
        while link.execute(asked, [name]).fetchone()[0] < count:
            assert time.monotonic() < end, "nobody waits for the log"
            time.sleep(0.02)


def stage_things(log):
    """The log as good_forms wants it."""
    from types import SimpleNamespace

    return SimpleNamespace(log=log)


def _right(route, log):
    return good_forms.fields(route, stage_things(log)) | ({"level": "2"} if route == "level" else {})


def _fresh(form):
    """The same form with a file that has not been read yet."""
    return {**form, "file": good_forms.paper()} if "file" in form else form


def _concern_form(concern, **changed):
    words = stage.concern_words()
    goal = words.pop("goal")
    return {
        **words, "goal_text": goal["text"], "goal_kind": "main", "version": concern.version, "submission": str(new_id()), **changed,
    }  # fmt: skip


def _measure_form(measure, **changed):
    words = stage.measure_words()
    del words["chosen_ids"], words["is_habit"], words["accept_second"]
    return {**words, "version": measure.version, "submission": str(new_id()), **changed}
