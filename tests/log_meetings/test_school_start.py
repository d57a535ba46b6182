"""Where the log of a child who starts school is to go stands on the agenda of the meeting, and of no other."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.log_meetings import inviting
from tests.web import reading
from tests.web.visiting import Visitor

QUESTION = "Hvilken skole begynner barnet på, og sier familien ja til at skolen får loggen?"


@pytest.mark.parametrize(("child", "holder", "asked"), [("isak", "pernille", True), ("tiril", "kari", False)])
def test_the_school_is_on_the_agenda_and_the_sheet_when_the_child_starts_school(db, child, holder, asked):
    with within(cast.EKSEMPELVIK.id):
        meeting = inviting.plan(stage.open_log(child, holder), by=holder)

    pages = [Visitor(holder).see(name, meeting.pk) for name in ("meeting", "meeting_paper")]

    assert [page.status_code for page in pages] == [200, 200]
    assert [QUESTION in reading.words(page) for page in pages] == [asked, asked]
