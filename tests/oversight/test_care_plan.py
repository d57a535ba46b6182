"""One concern as FHIR CarePlan: right by the rules of R4 whatever it holds, and with no personal number in it."""

import copy
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stafett.demo import cast
from stafett.oversight.content.care_plan import Activity, PlanGoal, PlanSource, care_plan
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern
from tests import stage
from tests.oversight import r4
from tests.oversight.officer import HERE
from tests.web.reading import words
from tests.web.visiting import Visitor

# What is written in the house is cleaned: something visible, and nothing that XML cannot hold (kernel/text.py).
WRITTEN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30).map(str.strip)
TEXT = WRITTEN.filter(bool)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
GOALS = st.builds(PlanGoal, TEXT, WRITTEN, DAYS, st.none() | DAYS, st.booleans())
ACTIVITIES = st.builds(
    Activity, TEXT, TEXT, TEXT, WRITTEN, DAYS, DAYS, st.sampled_from(["planned", "active", "evaluated"]), st.booleans(),
    WRITTEN, WRITTEN,
)  # fmt: skip
SOURCES = st.builds(
    PlanSource, number=st.uuids().map(str), state=st.sampled_from(["shared", "active", "achieved", "ended"]), title=TEXT,
    category=TEXT, description=WRITTEN, language=st.sampled_from(["nb", "nn", "en"]), child_name=TEXT,
    child_born=st.none() | DAYS, author=TEXT, shared_on=st.just(date(2019, 1, 1)), ended_on=st.none() | DAYS,
    goals=st.lists(GOALS, max_size=3), activities=st.lists(ACTIVITIES, max_size=3), notes=st.lists(WRITTEN, max_size=2),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(SOURCES)
def test_whatever_the_concern_holds_the_care_plan_is_right(source):
    made = care_plan(source)

    assert r4.faults(made) == []
    assert json.loads(json.dumps(made)) == made
    assert len(made.get("goal", [])) == len(source.goals)
    assert [each["detail"]["description"] for each in made.get("activity", [])] == [
        a.description for a in source.activities
    ]


GOOD = PlanSource(
    "0190c1a2-0000-7000-8000-000000000000", "active", "Leser sakte", "Læring", "Siden jul.", "nb", "Nils", date(2018, 1, 1),
    "Kari", date(2026, 1, 1), None, [PlanGoal("Leser høyt", "Hver dag", date(2026, 1, 1), date(2026, 2, 1))],
    [Activity("Lekegruppe", "I tjenesten", "Gruppe", "Kari", date(2026, 1, 2), date(2026, 3, 1), "active")], ["Rundt barnet"],
)  # fmt: skip


def _without(plan, *path):
    *way, last = path
    for step in way:
        plan = plan[step]
    del plan[last]


def _with(plan, value, *path):
    *way, last = path
    for step in way:
        plan = plan[step]
    plan[last] = value


@pytest.mark.parametrize(
    "harm",
    [
        lambda plan: _without(plan, "status"),
        lambda plan: _without(plan, "intent"),
        lambda plan: _without(plan, "subject"),
        lambda plan: _without(plan, "activity", 0, "detail", "status"),
        lambda plan: _without(plan, "contained", 1, "lifecycleStatus"),
        lambda plan: _without(plan, "contained", 1, "description"),
        lambda plan: _without(plan, "contained", 0),
        lambda plan: _without(plan, "goal"),
        lambda plan: _with(plan, "pågår", "status"),
        lambda plan: _with(plan, "goal", "intent"),
        lambda plan: _with(plan, "active", "activity", 0, "detail", "status"),
        lambda plan: _with(plan, "", "title"),
        lambda plan: _with(plan, [], "note"),
        lambda plan: _with(plan, {}, "author"),
        lambda plan: _with(plan, "2026-02-30", "created"),
        lambda plan: _with(plan, "2025-01-01", "activity", 0, "detail", "scheduledPeriod", "end"),
        lambda plan: _with(plan, {"display": "x"}, "activity", 0, "reference"),
        lambda plan: _with(plan, '<div xmlns="http://www.w3.org/1999/xhtml"> </div>', "text", "div"),
        lambda plan: _with(plan, "x", "kommune"),
    ],
)
def test_the_rules_find_every_fault_that_is_planted(harm):
    plan = copy.deepcopy(care_plan(GOOD))
    assert r4.faults(plan) == []

    harm(plan)

    assert r4.faults(plan) != []


@pytest.mark.parametrize(
    ("state", "plan", "goal"),
    [("shared", "draft", "proposed"), ("active", "active", "active"), ("achieved", "completed", "completed"),
     ("ended", "revoked", "cancelled")],
)  # fmt: skip
def test_states_are_told_in_the_words_of_the_standard(state, plan, goal):
    open_goal = PlanGoal("Leser høyt", "", date(2026, 1, 1))

    made = care_plan(PlanSource(**{**vars(GOOD), "state": state, "goals": [open_goal]}))

    assert (made["status"], made["contained"][1]["lifecycleStatus"]) == (plan, goal)


@pytest.fixture
def concern(db):
    with within(HERE):
        log = stage.open_log("nils")
        concern = stage.active_concern(log, title="Leser sakte 🧑‍🎄 ŋđ مرحبا", background="Siden jul.")
        stage.evaluate(log, stage.measure_in(concern, "service"), "effect_continued", words="Det hjalp.")
        kari = {"actor": stage.actor("kari"), "log": log, "concern": concern}
        operations.add_factor(kind="home", text="Bare våre egne tanker", in_family_round=False, **kari)
        return concern


def test_the_holder_takes_out_the_file_and_it_has_no_number_and_nothing_unshared(concern):
    answer = Visitor("kari").see("care_plan_file", concern.pk)

    made = json.loads(answer.content)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/fhir+json")
    assert answer["Content-Disposition"] == 'attachment; filename="careplan.json"'
    assert r4.faults(made) == []
    assert made["title"] == "Leser sakte 🧑‍🎄 ŋđ مرحبا"
    assert [each["detail"]["status"] for each in made["activity"]] == [
        "completed",
        "in-progress",
        "in-progress",
    ]
    assert cast.person("nils").number.digits not in answer.content.decode()
    assert "Bare våre egne tanker" not in answer.content.decode()


def test_there_is_none_of_what_is_kept_from_guardians(concern):
    assert "FHIR CarePlan" in words(Visitor("kari").see("concern_papers", concern.pk))
    with within(HERE):
        Concern.objects.filter(pk=concern.pk).update(kept_from_guardians="Barnet har bedt om det.")

    assert Visitor("kari").see("care_plan_file", concern.pk).status_code == 422
    assert "FHIR CarePlan" not in words(Visitor("kari").see("concern_papers", concern.pk))
