"""Every route of the annual wheel, for every grown-up of the cast and for a stranger."""

from stafett.demo import cast
from tests.access import asking, wheel_routes
from tests.access.who_may import GET, POST
from tests.annual_wheel import good_forms, turning

HERE = {person.key for person in cast.EKSEMPELVIK.everyone}
NOBODYS = ("eksempelvik", "A" * 43)


def test_every_grown_up_gets_what_the_table_says_of_a_wheel(logs):
    things = _things()
    asked = [
        (key, method, name, things[kind], _status(key, kind, method, *given))
        for key in asking.GROWN_UPS
        for name, (kind, methods, *given) in wheel_routes.ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=1500)


def test_everybody_is_sent_to_their_own_wheel_or_sees_those_they_reach(logs):
    asked = [(key, GET, wheel_routes.LIST, (), _list_status(key)) for key in [*asking.GROWN_UPS, None]]

    asking.all_as_expected(asked, at_least=60)


def test_resource_persons_do_what_is_theirs_and_decide_nothing(logs):
    task = (good_forms.task("support_staff").pk,)
    asked = [
        ("yusuf", POST, "wheel_task_done", task, 302),
        ("yusuf", POST, "edit_wheel_task", task, 403),
        ("yusuf", POST, "wheel_task_away", task, 403),
        ("kari", POST, "wheel_task_done", task, 403),
        ("torbjorn", POST, "wheel_task_done", task, 403),
    ]

    asking.all_as_expected(asked, at_least=5)


def test_an_address_that_nobody_has_made_opens_nothing_for_anybody(logs):
    asked = [(key, GET, wheel_routes.FEED, NOBODYS, 404) for key in [*asking.EVERY_KIND, None]]

    asking.all_as_expected(asked, at_least=20)


def test_a_stranger_is_sent_to_the_login(logs):
    things = _things()
    asked = [
        (None, method, name, things[kind], 302)
        for name, (kind, methods, *_given) in wheel_routes.ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=25)


def _things():
    """The arguments of an address about one thing of each kind."""
    meetings, meeting = good_forms.task("parent_meetings"), good_forms.meeting()
    return {
        None: (), "unit": (turning.SCHOOL,), "wheel": (good_forms.wheel().pk,), "task": (good_forms.task().pk,),
        "staff_task": (good_forms.task("staff_list").pk,), "meetings_task": (meetings.pk,),
        "meeting": (meetings.pk, meeting.pk), "common": (good_forms.common().pk,),
    }  # fmt: skip


def _status(key, kind, method, allowed, told_no, when_empty):
    if key in allowed:
        return when_empty if method == POST else 200
    if kind is None or key in told_no or (told_no == "everybody here" and key in HERE):
        return 403
    return 404


def _list_status(key):
    if key in wheel_routes.ONE_UNIT or key is None:
        return 302
    return 200 if key in wheel_routes.SEE_THE_LIST else 403
