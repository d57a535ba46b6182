"""The loaded demo: every state a log can be in, told in the order of time, reached by those who should."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from stafett.access import scope
from stafett.access.enums import LogState
from stafett.audit import trail
from stafett.audit.models import Entry
from stafett.consent import queries as consent_queries
from stafett.demo import cast
from stafett.demo.cast.kinds import today
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.register.models import Child, Person
from stafett.register.tenancy import within
from stafett.relay_log import queries
from stafett.relay_log.enums import ConcernState, EvaluationOption, MeasureState, NextKind, StepState
from stafett.relay_log.models import BrightSpot, Concern, Evaluation, LadderStep, Measure, Note, RelayLog

NOW = datetime.now(UTC)  # the register in the template was founded today, so the logs are told until today
KEPT = (Person, Child, RelayLog, Concern, Measure, Evaluation, LadderStep, BrightSpot, Note, Entry)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo with all its logs, in a transaction that is rolled back after the last test of this module."""
    with django_db_blocker.unblock(), clock.set_to(NOW), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


def in_each_place(question):
    """What `question` gives in each municipality, in one list."""
    found = []
    for place in cast.PLACES:
        with within(place.id):
            found += question()
    return found


def counted():
    return in_each_place(lambda: [(model.__name__, model.objects.count()) for model in KEPT])


def reached_by(key):
    """The children whose logs a person of the cast reaches."""
    with within(cast.place_of(key).id):
        actor = sessions.actor_of(cast.person(key).id, today=today())
        logs = scope.reachable_logs(actor, RelayLog.objects.all())
        return {log.child.person.given_name for log in logs.select_related("child__person")}


@pytest.fixture(scope="module")
def next_lines(loaded):
    """What comes next in every log, as its holder sees it, by the child's given name."""
    found = {}
    for place in cast.PLACES:
        with within(place.id):
            for person in (person for person in place.people if person.posts):
                actor = sessions.actor_of(person.id, today=today())
                rows, _more = queries.my_logs(actor, today=today())
                found |= {row.log.child.person.given_name: row.next for row in rows}
    return found


def test_loading_again_changes_nothing(loaded):
    before = counted()

    call_command("load_demo", verbosity=0)

    assert counted() == before
    assert all(count for _model, count in before)


def test_logs_stand_at_every_stage_and_level(loaded):
    logs = Counter(in_each_place(lambda: list(RelayLog.objects.values_list("state", "level"))))

    assert {state for state, _level in logs} == set(LogState.values)
    assert {level for _state, level in logs} == {1, 2, 3}


@pytest.mark.parametrize(
    ("model", "column", "every"),
    [
        (Concern, "state", set(ConcernState.values)),
        (Measure, "state", set(MeasureState.values)),
        (LadderStep, "state", set(StepState.values)),
        (Evaluation, "outcome", set(EvaluationOption.values) - {EvaluationOption.ONGOING}),
    ],
    ids=["concerns", "measures", "steps", "evaluations"],
)
def test_every_state_is_shown_somewhere(loaded, model, column, every):
    shown = in_each_place(lambda: list(model.objects.values_list(column, flat=True)))

    assert set(shown) == every


def test_some_measure_goes_on_without_using_up_its_evaluation(loaded):
    events = in_each_place(lambda: list(Entry.objects.values_list("event", flat=True)))

    assert "measure.continued" in events


def test_every_line_that_whats_next_can_say_is_said(next_lines):
    assert {line.kind for line in next_lines.values()} == set(NextKind)


@pytest.mark.parametrize(
    ("child", "kind"),
    [
        ("Noor", NextKind.EVALUATION_NEXT),
        ("Tiril", NextKind.MEETING_NEXT),
        ("Oskar Alexander", NextKind.EVALUATION_OVERDUE),
        ("Sárá", NextKind.READY_TO_CLOSE),
        ("Emil", NextKind.CONSENT_MISSING),
        ("Linnea", NextKind.SHARE_DRAFT),
        ("Ahmed", NextKind.SET_IN_MOTION),
        ("Hedda", NextKind.NOTHING_PLANNED),
        ("Mikkel", NextKind.CONSENT_ENDS_SOON),
        ("Isak", NextKind.NO_CONCERN_YET),
        ("Zara My", NextKind.ADJUST_MEASURE),
        ("Jakob", NextKind.CLOSED),
        ("Aslak", NextKind.CONSENT_RAN_OUT),
        ("Synne", NextKind.CONSENT_WITHDRAWN),
        ("Amund", NextKind.FAMILY_ASKS_TO_END),
        ("Live", NextKind.OWN_CONSENT_NEEDED),
    ],
)
def test_each_log_shows_what_its_door_promises(next_lines, child, kind):
    assert next_lines[child].kind == kind


@pytest.mark.parametrize(
    ("key", "children"),
    [
        ("fatima", {"Noor"}),
        ("omar", {"Noor"}),
        ("ante", {"Sárá"}),
        ("jonas", {"Noor", "Even", "Mateusz"}),
        ("henrik", {"Tiril", "Selma"}),
        ("lars", set()),
        ("siv", set()),
        ("marek", set()),
        ("ronny", set()),
        ("gudrun", set()),
        ("trond", set()),
        ("maja", set()),
        ("elle", {"Hedda"}),
        ("oddny", {"Vetle", "Synne", "Ylva"}),
    ],
)
def test_people_reach_the_logs_their_door_promises_and_no_others(loaded, key, children):
    assert reached_by(key) == children


def test_the_trail_is_in_the_order_of_time_and_nothing_happens_in_the_future(loaded):
    for place in cast.PLACES:
        with within(place.id):
            moments = list(Entry.objects.order_by("number").values_list("at", flat=True))

        assert moments == sorted(moments)
        assert moments[-1] < NOW


def test_changed_rows_say_who_changed_them(loaded):
    with within(cast.EKSEMPELVIK.id):
        log = RelayLog.objects.get(child_id=cast.child("tiril").id)
        versions = trail.former_versions(log)

    assert {version.changed_by for version in versions} == {cast.person("kari").id}


def test_no_log_in_use_was_opened_without_consent(loaded):
    with within(cast.EKSEMPELVIK.id):
        for log in RelayLog.objects.exclude(state=LogState.AWAITING_CONSENT).select_related("municipality"):
            assert consent_queries.standing_of(log, today=today()).consents


def test_a_consent_ends_within_thirty_days(next_lines):
    line = next_lines["Mikkel"]

    assert timedelta(0) < line.date - today() <= timedelta(days=30)


def test_notes_and_bright_spots_come_from_staff_and_family_with_four_byte_letters(loaded):
    words = in_each_place(lambda: list(BrightSpot.objects.values_list("author_title", "text")))

    assert {bool(title) for title, _text in words} == {True, False}
    assert any(ord(letter) > 0xFFFF for _title, text in words for letter in text)
