"""What an open page of a meeting is told: that something has been written, and nothing to those who do not reach it."""

import pytest

from stafett.audit import trail
from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry
from stafett.log_meetings.queries.news import newest_in_meeting
from stafett.relay_log.queries.news import newest_for
from tests import stage
from tests.log_meetings import holding

pytestmark = pytest.mark.usefixtures("here")


def news(key, meeting, since):
    """What somebody's open page of the meeting is told."""
    return newest_in_meeting(stage.actor(key), meeting.pk, since=since, today=stage.today())


def test_those_in_the_log_hear_that_something_is_written_and_others_nothing():
    meeting = holding.opened(stage.open_log("noor"))
    before = trail.newest_about(meeting)

    holding.save(meeting, "concern.title", "Leseflyten er lav")

    number = Entry.objects.get(kind=EntryKind.WORDS).number
    assert {key: news(key, meeting, before) for key in ("kari", "fatima", "dag")} == {
        "kari": number,
        "fatima": number,
        "dag": None,
    }
    assert news("fatima", meeting, number) == number


def test_a_meeting_that_is_not_there_is_nothing_to_anybody():
    log = stage.open_log("noor")

    assert newest_in_meeting(stage.actor("kari"), log.pk, since=0, today=stage.today()) is None


def test_words_under_way_are_no_news_on_the_page_of_the_log():
    log = stage.open_log("noor")
    meeting = holding.opened(log)
    before = trail.story_of(log.pk, limit=1)[0].number

    holding.save(meeting, "concern.title", "Leseflyten er lav")

    assert newest_for(stage.actor("fatima"), log.pk, since=before, today=stage.today()) == before
