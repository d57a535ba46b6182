"""Every route before and after a system meeting, for every grown-up of the cast and for a stranger."""

from stafett.register.tenancy import within
from stafett.system_meetings.models import MeasureIdea, SystemMeasure
from tests.access import asking, who_may
from tests.access.who_may import GET, POST
from tests.system_meetings import around, at_the_table


def test_a_system_meeting_is_for_those_it_concerns_and_led_by_the_units_leader(logs):
    things = _things()
    asked = [
        (key, method, name, (things[kind],), _status(key, kind, name, people, method))
        for key in asking.GROWN_UPS
        for name, (kind, people, methods) in who_may.SYSTEM_ROUTES.items()
        for method in (methods if key in who_may.SYSTEM_COLLEAGUES | who_may.SYSTEM_INVITED else methods[:1])
    ]

    asking.all_as_expected(asked, at_least=1200)


def test_a_seat_is_the_leaders_to_take_away(logs):
    meeting = around.an_invited_meeting("kari", "henrik", informed=False)
    seat = next(each.pk for each in meeting.seats if each.name.startswith("Kari"))
    asked = [(key, POST, "seat_removal", (meeting.pk, seat), _seat_status(key)) for key in asking.GROWN_UPS]

    asking.all_as_expected(asked, at_least=40)


def test_what_was_said_is_for_whoever_leads_or_writes_to_change(logs):
    meeting = at_the_table.walk(at_the_table.opened(), "measures")
    thing = at_the_table.seen(meeting).factors[0].pk
    asked = [
        (key, POST, "system_said", (meeting.pk, "factor", thing), 422 if key == "elle" else _seat_status(key))
        for key in asking.GROWN_UPS
    ]

    asking.all_as_expected(asked, at_least=40)


def test_a_stranger_is_sent_to_the_login(logs):
    things = _things()
    asked = [
        (None, method, name, (things[kind],), 302)
        for name, (kind, _people, methods) in who_may.SYSTEM_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=40)


def _things():
    """The ids of a meeting in each state that the routes are about, of a proposal, a measure and an idea."""
    planned = around.an_invited_meeting("kari", "henrik", informed=False)
    running = at_the_table.opened()
    over, done = around.a_talked_through_meeting(), around.a_done_meeting()
    with within(around.HERE):
        measure = SystemMeasure.objects.get(meeting=done)
        idea = MeasureIdea.objects.get(meeting=done, measure__isnull=True)
    return {
        "school": around.SCHOOL, "planned": planned.pk, "over": over.pk, "done": done.pk, "measure": measure.pk,
        "idea": idea.pk, "running": running.pk, "proposal": around.a_proposal().pk,
    }  # fmt: skip


def _status(key, kind, name, people, method):
    if key not in who_may.SYSTEM_REACHED.get(kind, who_may.SYSTEM_COLLEAGUES | who_may.SYSTEM_INVITED):
        return 404
    if key not in people:
        return 403
    if method == GET:
        return 200
    return 302 if name in who_may.SYSTEM_DONE_WHEN_EMPTY else 422


def _seat_status(key):
    if key not in who_may.SYSTEM_COLLEAGUES | who_may.SYSTEM_INVITED:
        return 404
    return 302 if key in who_may.SYSTEM_LEADER else 403
