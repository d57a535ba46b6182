"""Every route of courses and self-assessment, for every grown-up of the cast and for a stranger."""

from stafett.courses.models import SignUp
from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access import asking, learning_routes, who_may
from tests.access.learning_routes import EMPLOYEES, EVERYBODY_HERE
from tests.access.who_may import POST
from tests.courses import filling
from tests.courses import good_forms as courses
from tests.self_assessment import good_forms as assessments

HERE = {person.key for person in cast.EKSEMPELVIK.everyone}


def test_every_grown_up_gets_what_the_table_says(logs):
    things = _things()
    employed = asking.staff() | who_may.WITHOUT_CHILDREN
    asked = [
        (key, method, name, things[kind], _status(key, kind, method, given, employed))
        for key in asking.GROWN_UPS
        for name, (kind, methods, *given) in learning_routes.ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=1500)


def test_a_draft_that_is_sent_for_is_unknown_to_the_area_and_a_stranger_is_sent_to_the_login(logs):
    things = _things()
    asked = [
        (None, method, name, things[kind], 302)
        for name, (kind, methods, *_given) in learning_routes.ROUTES.items()
        for method in methods
    ]
    asked += [(key, "GET", "assessment", things["draft"], 404) for key in ("torbjorn", "elle", "randi")]

    asking.all_as_expected(asked, at_least=25)


def _things():
    """The arguments of an address about one thing of each kind."""
    course, held = courses.course(), courses.held()
    filling.sign_up(course, "kari")
    with within(filling.HERE):
        place = SignUp.objects.get(course=course)
    return {
        None: (), "deck": ("ovingslogg",), "slide": ("ovingslogg", 1), "course": (course.pk,), "held": (held.pk,),
        "place": (place.pk,), "unit": (assessments.unit(), _another_period()), "sent": (assessments.sent().pk,),
        "draft": (assessments.draft().pk,),
    }  # fmt: skip


def _another_period():
    """A report that Elle's school has not sent."""
    sent = assessments.period()
    year, kind = sent.split("-")
    return f"{year}-december" if kind != "december" else f"{int(year) - 1}-may"


def _status(key, kind, method, given, employed):
    allowed, forbidden, when_empty = given
    is_about_a_thing = kind not in (None, "deck", "slide")
    if is_about_a_thing and key not in HERE:
        return 404
    if key in (employed if allowed == EMPLOYEES else allowed):
        return when_empty if method == POST else 200
    told_no = not is_about_a_thing or forbidden == EVERYBODY_HERE or key in forbidden
    return 403 if told_no else 404
