"""What a reader sees of concerns and words, by place, marks and what a consent holds back."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from stafett.access.enums import Relation
from stafett.relay_log.enums import ConcernState
from stafett.relay_log.rules.sight import shows_concern, shows_factor, shows_words, sight_of

ONE, OTHER, READER = uuid4(), uuid4(), uuid4()
relations, states = st.sampled_from(list(Relation)), st.sampled_from(list(ConcernState))
reasons, limits = st.sampled_from(["", "Ungdommen har bedt om det."]), st.sampled_from([None, [], [ONE]])


@given(relations, states, reasons, limits)
def test_a_draft_is_the_holders_and_what_is_kept_is_not_for_guardians(relation, state, reason, only):
    sight = sight_of(relation=relation, reader_id=READER, only=only)

    shown = shows_concern(sight, concern_id=ONE, state=state, kept_from_guardians=reason)

    if (
        state == ConcernState.DRAFT
        and relation != Relation.BATON_HOLDER
        or reason
        and relation == Relation.GUARDIAN
        or only == []
        and relation in (Relation.PARTICIPANT, Relation.EXTERNAL)
    ):
        assert not shown
    else:
        assert shown


@given(relations, states)
def test_a_service_that_is_limited_sees_no_other_concern(relation, state):
    sight = sight_of(relation=relation, reader_id=READER, only=[ONE])

    shown = shows_concern(sight, concern_id=OTHER, state=state, kept_from_guardians="")

    if relation in (Relation.PARTICIPANT, Relation.EXTERNAL):
        assert not shown


@given(relations, reasons, limits)
def test_the_child_sees_what_the_holder_sees_of_what_is_shared(relation, reason, only):
    child = sight_of(relation=Relation.CHILD, reader_id=READER, only=only)

    assert shows_concern(child, concern_id=ONE, state=ConcernState.ACTIVE, kept_from_guardians=reason)
    assert shows_words(child, author_id=OTHER, kept_from_guardians=reason)


def test_a_limited_service_sees_of_words_to_the_whole_log_its_own_only():
    limited = sight_of(relation=Relation.EXTERNAL, reader_id=READER, only=[ONE])

    assert shows_words(limited, author_id=READER)
    assert not shows_words(limited, author_id=OTHER)
    assert shows_words(limited, author_id=OTHER, is_in_seen_concern=True)
    assert not shows_words(limited, author_id=READER, is_in_seen_concern=False)


def test_a_kept_note_is_not_for_guardians_in_any_concern():
    guardian = sight_of(relation=Relation.GUARDIAN, reader_id=READER)

    assert not shows_words(guardian, author_id=READER, kept_from_guardians="x", is_in_seen_concern=True)
    assert shows_words(guardian, author_id=OTHER)


@given(relations, st.booleans(), st.booleans(), limits)
def test_what_staff_have_not_shared_is_never_shown_to_anyone_but_the_holder(
    relation, is_shared, is_in_seen, only
):
    sight = sight_of(relation=relation, reader_id=READER, only=only)

    shown = shows_factor(sight, is_shared=is_shared, is_in_seen_concern=is_in_seen)

    if not is_in_seen or not is_shared and relation != Relation.BATON_HOLDER:
        assert not shown
    else:
        assert shown
