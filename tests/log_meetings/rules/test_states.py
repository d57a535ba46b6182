"""The life of a meeting: the rules allow what the table names, and nothing leads out of the end."""

from hypothesis import given
from hypothesis import strategies as st

from stafett.log_meetings.enums import MEETING_STATES, Answer, MeetingState
from stafett.log_meetings.rules import planning

STATES = st.sampled_from(MeetingState)


def test_the_table_names_every_state_once_and_leads_only_to_states():
    assert set(MEETING_STATES) == set(MeetingState)
    assert {after for following in MEETING_STATES.values() for after in following} <= set(MeetingState)


@given(STATES, STATES)
def test_a_meeting_goes_where_the_table_leads_and_nowhere_else(before, after):
    assert bool(planning.may_become(before.value, after)) is (after in MEETING_STATES[before])


@given(st.lists(STATES, max_size=30))
def test_what_is_done_or_called_off_stays_so_and_is_changed_and_answered_by_nobody(wanted):
    state, path = MeetingState.PLANNED, []
    for after in wanted:
        if planning.may_become(state, after):
            path.append((state, after))
            state = after

    is_over = state in (MeetingState.DONE, MeetingState.CANCELLED)
    answers = planning.may_answer(state, is_invited=True, answer=Answer.YES)
    assert all(after in MEETING_STATES[before] for before, after in path)
    assert not (is_over and any(planning.may_become(state, after) for after in MeetingState))
    assert bool(planning.may_change(state)) is bool(answers) is (state == MeetingState.PLANNED)
    assert state != MeetingState.DONE or (MeetingState.TO_CONFIRM, MeetingState.DONE) in path
