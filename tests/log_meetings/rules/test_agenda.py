"""The agenda: nothing is typed, nothing active of those invited is left out, and what is overdue comes first."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from stafett.log_meetings.enums import MeetingStep
from stafett.log_meetings.rules.agenda import AgendaConcern, AgendaMeasure, AgendaOwner, agenda, steps_of
from stafett.relay_log.enums import ConcernState, MeasureState, OwnerKind

DAY = date(2026, 3, 3)
PERSONS = [UUID(int=number) for number in range(100, 103)]
OWNERS = st.one_of(
    st.sampled_from([OwnerKind.BATON_HOLDER, OwnerKind.GUARDIANS, OwnerKind.CHILD]).map(AgendaOwner),
    st.sampled_from(PERSONS).map(lambda pk: AgendaOwner(OwnerKind.PARTICIPANT, pk, f"P{pk.int}")),
)
MEASURES = st.lists(
    st.builds(
        AgendaMeasure,
        id=st.uuids(),
        concern_id=st.integers(1, 3).map(lambda n: UUID(int=n)),
        concern_state=st.just(ConcernState.ACTIVE),
        state=st.sampled_from(MeasureState.values),
        description=st.sampled_from(["a", "b"]),
        evaluate_by=st.integers(-20, 20).map(lambda n: DAY + timedelta(days=n)),
        owners=st.lists(OWNERS, max_size=3, unique=True).map(tuple),
    ),
    max_size=6,
    unique_by=lambda measure: measure.id,
)
CONCERNS = [
    AgendaConcern(UUID(int=1), "En", ConcernState.ACTIVE), AgendaConcern(UUID(int=2), "To", ConcernState.SHARED),
    AgendaConcern(UUID(int=3), "Tre", ConcernState.ACHIEVED),
]  # fmt: skip
KINDS = st.sets(st.sampled_from([OwnerKind.BATON_HOLDER, OwnerKind.GUARDIANS, OwnerKind.CHILD]))


def made(measures, *, kinds=frozenset(OwnerKind), ids=frozenset(PERSONS), kind="follow_up"):
    return agenda(kind, measures=measures, concerns=CONCERNS, invited_kinds=kinds, invited_ids=ids)


@given(MEASURES, KINDS, st.sets(st.sampled_from(PERSONS)))
def test_every_active_measure_stands_there_once_those_who_come_first(measures, kinds, ids):
    groups = made(measures, kinds=kinds, ids=ids).groups

    listed = [measure.id for group in groups for measure in group.measures]
    comes = [group.is_invited for group in groups]
    assert sorted(listed) == sorted(m.id for m in measures if m.state == MeasureState.ACTIVE)
    assert comes == sorted(comes, reverse=True)
    for group in groups:
        days = [measure.evaluate_by for measure in group.measures]
        assert days == sorted(days)
        assert all(group.owner in measure.owners or not measure.owners for measure in group.measures)


@given(MEASURES, KINDS)
def test_a_measure_with_an_owner_who_comes_stands_under_somebody_who_comes(measures, kinds):
    groups = made(measures, kinds=kinds, ids=frozenset()).groups

    for group in groups:
        for measure in group.measures:
            assert group.is_invited == any(owner.kind in kinds for owner in measure.owners)


def test_what_is_not_agreed_on_is_on_the_agenda_too():
    plan = AgendaMeasure(
        UUID(int=9),
        UUID(int=1),
        ConcernState.ACTIVE,
        MeasureState.PLANNED,
        "Ny",
        DAY,
        (AgendaOwner("child"),),
    )

    found = made([plan])

    assert found.to_adjust == (plan,)
    assert [concern.title for concern in found.without_measures] == ["To"]
    assert [concern.title for concern in made([]).without_measures] == ["En", "To"]


@given(MEASURES)
def test_a_first_meeting_has_its_steps_and_does_not_begin_with_an_evaluation(measures):
    found = made(measures, kind="first")

    assert (found.groups, found.to_adjust) == ((), ())
    assert found.steps == tuple(step for step in MeetingStep if step != MeetingStep.EVALUATION)


def test_a_follow_up_begins_with_how_it_has_gone():
    assert steps_of("follow_up") == tuple(MeetingStep)
