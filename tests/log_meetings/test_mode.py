"""Holding a meeting: what its steps become in the log, what they refuse, and who is there."""

import pytest

from stafett.access.guard import Conflict
from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.log_meetings import operations
from stafett.log_meetings.enums import MeetingState, Refusal
from stafett.log_meetings.models import Invitation, Meeting, WorkingText
from stafett.relay_log import operations as log_operations
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.enums import Refusal as LogRefusal
from stafett.relay_log.models import Concern, Evaluation, Goal, MaintainingFactor, Measure, RelayLog
from tests import stage
from tests.log_meetings import holding, inviting

pytestmark = pytest.mark.usefixtures("here")


def test_a_first_meeting_writes_the_log_step_by_step():
    log = stage.open_log("noor")

    meeting = holding.to_summary(log)

    concern = Concern.objects.get(log=log)
    assert (concern.title, concern.category, concern.subcategory) == (
        "Leseflyten er lav",
        "subjects",
        "reading_speed",
    )
    assert (concern.state, concern.child_view) == (
        ConcernState.ACTIVE,
        "Jeg vil lese like fort som de andre.",
    )
    assert (concern.talked_with_child_on, concern.talked_with_guardians_on) == (stage.today(), stage.today())
    assert Goal.objects.get(concern=concern).text == "Leser 80 ord i minuttet."
    assert MaintainingFactor.objects.get(concern=concern).shared_at is not None
    measures = Measure.objects.filter(concern=concern)
    assert {each.arena for each in measures} == {"service", "home", "child"}
    assert {each.state for each in measures} == {MeasureState.ACTIVE}
    assert (meeting.step, meeting.concern_id) == ("summary", concern.pk)
    after = Meeting.objects.get(log=log, state=MeetingState.PLANNED)
    assert Invitation.objects.filter(meeting=after).count() == 3


def test_a_step_taken_again_changes_what_it_made_and_makes_nothing_twice():
    log = stage.open_log("noor")
    meeting = holding.to_summary(log)
    for _back in range(2):
        meeting = holding.step(meeting, go="back")

    holding.step(meeting, {"measure.home.1.text": "Leser fem minutter med mormor"})

    home = Measure.objects.get(log=log, arena="home")
    assert (home.description, Measure.objects.filter(log=log).count()) == ("Leser fem minutter med mormor", 3)


def test_a_line_crossed_out_of_the_analysis_is_taken_out_of_the_log():
    log = stage.open_log("noor")
    meeting = holding.to_summary(log)
    for _back in range(4):
        meeting = holding.step(meeting, go="back")

    holding.step(meeting, {"analysis.group": "Lite lesing i grupper"})

    assert [each.text for each in MaintainingFactor.objects.filter(log=log)] == ["Lite lesing i grupper"]


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"concern.title": ""}, LogRefusal.TITLE_MISSING),
        ({"concern.category": ""}, LogRefusal.NO_CATEGORY),
        ({"concern.child_view": ""}, LogRefusal.CHILD_VIEW_MISSING),
    ],
)
def test_what_is_missing_is_asked_for_in_its_own_step_and_the_meeting_stays_there(changed, refusal):
    meeting = holding.opened(stage.open_log("noor"))

    with pytest.raises(Refused) as refused:
        holding.step(meeting, holding.CONCERN | changed)

    assert refused.value.refusal == refusal
    assert holding.stored(meeting).step == "concern"
    assert not Concern.objects.exists()


def test_a_slot_that_is_empty_is_asked_for_at_once():
    meeting = holding.opened(stage.open_log("noor"))
    for words in (holding.CONCERN, {}, holding.GOAL):
        meeting = holding.step(meeting, words)

    with pytest.raises(Refused) as refused:
        holding.step(meeting, holding.MEASURES | {"measure.home.1.text": ""})

    assert refused.value.refusal == LogRefusal.HOME_MEASURE_MISSING


def test_a_habit_that_is_left_at_six_weeks_gets_its_three():
    log = stage.open_log("noor")
    meeting = holding.opened(log)
    for words in (holding.CONCERN, {}, holding.GOAL, holding.MEASURES, {"dates.home.1.habit": "on"}):
        meeting = holding.step(meeting, words)

    home = Measure.objects.get(log=log, arena="home")
    assert (home.is_habit, (home.evaluate_by - home.start_by).days) == (True, 21)


def test_the_holders_draft_is_where_the_meeting_begins():
    log = stage.open_log("noor")
    draft = stage.drafted_concern(log)
    meeting = holding.opened(log, concern=draft)

    holding.step(meeting, holding.CONCERN)

    assert [each.pk for each in Concern.objects.all()] == [draft.pk]
    assert Concern.objects.get().title == "Leseflyten er lav"


def test_a_follow_up_evaluates_each_measure_with_those_who_are_there_and_says_what_comes_next():
    log = stage.open_log("noor")
    concern = stage.active_concern(log)
    meeting = holding.opened(log, kind="follow_up")
    rows = holding.sitting(meeting).to_evaluate

    for row, (option, after) in zip(
        rows,
        [("no_effect", "Leser høyt for mormor"), ("some_effect", "Litt kortere"), ("ongoing", "")],
        strict=True,
    ):
        start = f"evaluation.{row.pk.hex}"
        words = {
            f"{start}.option": option,
            f"{start}.took_part": "guardians,child",
            f"{start}.words": "Sånn passe.",
            f"{start}.next": after,
        }
        meeting = holding.step(meeting, words)

    assert {each.outcome for each in Evaluation.objects.filter(log=log)} == {"no_effect", "some_effect"}
    assert {tuple(each.took_part) for each in Evaluation.objects.filter(log=log)} == {("guardians", "child")}
    made = Measure.objects.filter(concern=concern, description__in=["Leser høyt for mormor", "Litt kortere"])
    assert {each.state for each in made} == {MeasureState.ACTIVE}
    assert (made.count(), meeting.step) == (2, "measures")


def test_a_measure_is_not_passed_over_without_an_answer():
    log = stage.open_log("noor")
    stage.active_concern(log)
    meeting = holding.opened(log, kind="follow_up")

    with pytest.raises(Refused) as refused:
        holding.step(meeting)

    assert refused.value.refusal == Refusal.OPTION_MISSING


def test_a_child_who_is_not_there_needs_a_reason_and_whoever_writes_must_be_there():
    log = stage.open_log("noor")
    planned = inviting.plan(log, kind="first", invited=["fatima"])
    given = {
        "actor": stage.actor("kari"),
        "log": stage.reached(log),
        "meeting": planned,
        "today": stage.today(),
    }
    adults = [cast.person(key).id for key in ("kari", "fatima")]

    with pytest.raises(Refused) as childless:
        operations.open_meeting(**given, there_ids=adults, writer_id=adults[0], child_absent_reason=" ")
    with pytest.raises(Refused) as writerless:
        operations.open_meeting(
            **given, there_ids=adults[1:] + [log.child.person_id], writer_id=adults[0], child_absent_reason=""
        )

    assert (childless.value.refusal, writerless.value.refusal) == (
        Refusal.CHILD_ABSENT,
        Refusal.WRITER_NOT_THERE,
    )
    assert holding.stored(planned).state == MeetingState.PLANNED


def test_two_who_write_in_the_same_field_both_keep_their_words():
    meeting = holding.opened(stage.open_log("noor"))
    assert holding.save(meeting, "concern.title", "Leseflyten er lav") == 1

    with pytest.raises(Conflict) as conflict:
        holding.save(meeting, "concern.title", "Lesingen går sakte", version=0)

    (clash,) = conflict.value.current
    assert (clash.mine, clash.theirs, clash.version) == ("Lesingen går sakte", "Leseflyten er lav", 1)
    assert clash.both.splitlines() == ["Leseflyten er lav", "Lesingen går sakte"]
    assert holding.save(meeting, "concern.title", clash.both, version=clash.version) == 2


def test_words_are_a_row_in_the_trail_without_their_text_and_no_news_in_the_log():
    log = stage.open_log("noor")
    meeting = holding.opened(log)
    acts = Entry.objects.filter(log_id=log.pk, kind=EntryKind.ACT).count()

    holding.save(meeting, "concern.title", "Leseflyten er lav")

    (row,) = Entry.objects.filter(kind=EntryKind.WORDS)
    assert (row.log_id, row.thing_id, row.facts["field"]) == (log.pk, meeting.pk, "concern.title")
    assert "Leseflyten" not in str(row.facts) + row.reason
    assert Entry.objects.filter(log_id=log.pk, kind=EntryKind.ACT).count() == acts


@pytest.mark.parametrize(
    "field", ["goal.text", "concern.secret", "", "measure.home.9.text", "concern.title" * 9]
)
def test_nothing_is_written_in_a_field_of_another_step_or_of_none(field):
    meeting = holding.opened(stage.open_log("noor"))

    with pytest.raises(Refused) as refused:
        holding.save(meeting, field, "Noe")

    assert refused.value.refusal == Refusal.ANOTHER_STEP
    assert not WorkingText.objects.exists()


def test_the_writing_is_passed_on_to_somebody_who_works_there_and_is_there():
    log = stage.open_log("noor")
    meeting = holding.opened(log)
    here = holding.reached(meeting)

    with pytest.raises(Refused) as refused:
        operations.change_writer(
            actor=stage.actor("kari"), log=here.log, meeting=here, writer_id=cast.person("fatima").id
        )

    assert refused.value.refusal == Refusal.WRITER_NOT_THERE


def test_a_log_has_one_meeting_going_on_at_a_time():
    log = stage.open_log("noor")
    holding.opened(log)

    with pytest.raises(Refused) as refused:
        holding.opened(log)

    assert refused.value.refusal == Refusal.ANOTHER_OPEN


def test_a_meeting_that_is_broken_off_leaves_what_it_has_put_into_the_log():
    log = stage.open_log("noor")
    meeting = holding.step(holding.opened(log), holding.CONCERN)
    here = holding.reached(meeting)

    operations.stop_meeting(
        actor=stage.actor("kari"), log=here.log, meeting=here, reason="Brannalarmen gikk."
    )

    assert holding.stored(meeting).state == MeetingState.CANCELLED
    assert Concern.objects.filter(log=log).exists()
    assert holding.opened(log).state == MeetingState.UNDER_WAY


@pytest.mark.parametrize(("there", "shaped"), [(("kari", "fatima", "noor"), True), (("kari", "noor"), False)])
def test_what_is_done_at_home_is_shaped_by_guardians_who_sit_at_the_table(there, shaped):
    log = stage.open_log("noor")

    meeting = holding.to_summary(log, there=there)

    marked = dict(Measure.objects.filter(log=log).values_list("arena", "shaped_with_guardians"))
    assert marked == {"service": False, "home": shaped, "child": False}
    for _back in range(2):
        meeting = holding.step(meeting, go="back")
    before = Measure.objects.get(log=log, arena="home").version
    holding.step(meeting)
    assert Measure.objects.get(log=log, arena="home").version == before


def test_a_word_of_the_municipalitys_own_is_chosen_at_the_table_too():
    own = log_operations.add_subcategory(
        actor=stage.actor("randi"), municipality=stage.open_log("noor").municipality, category="wellbeing",
        nb="Skolefravær", nn="",
    )  # fmt: skip
    log = stage.reached(RelayLog.objects.get())
    meeting = holding.opened(log)
    words = holding.CONCERN | {"concern.category": "wellbeing", "concern.subcategory": own.key}

    holding.step(meeting, words)

    assert Concern.objects.get(log=log).subcategory_label == "Skolefravær"
