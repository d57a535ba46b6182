"""Every route for every kind of person in the cast: the answer is what the hand-written table says."""

from django.urls import get_resolver, reverse

from stafett.access.checks import routes
from stafett.demo import cast
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register.tenancy import within
from tests.access import (
    administration_routes,
    asking,
    category_routes,
    guide_image_routes,
    learning_routes,
    machine_routes,
    national_routes,
    retention_routes,
    wheel_routes,
    who_may,
)
from tests.access.who_may import GET, POST
from tests.web.visiting import Visitor


def test_the_table_names_every_route():
    named = {
        *who_may.LOG_ROUTES, *who_may.OTHER_ROUTES, *who_may.CHILD_ROUTES, *who_may.RELATION_ROUTES,
        *who_may.MESSAGE_ROUTES, *who_may.GUIDE_ROUTES, *who_may.GUIDE_WORK_ROUTES, *who_may.LEADER_ROUTES, *who_may.ASKING_ROUTES,
        *who_may.OPENING_ROUTES, *who_may.WAITING_ROUTES, *who_may.WORD_ROUTES,
        *who_may.CONSENT_REQUEST_ROUTES, *who_may.OVERSIGHT_ROUTES, *who_may.LOGIN_ROUTES, *who_may.ROLE_ROUTES, *who_may.LED_ROUTES,
        *who_may.PLACE_ROUTES, *who_may.TOOLBOX_READING, *who_may.TOOLBOX_CARE, *who_may.TOOLBOX_EDITING,
        *who_may.FORMER_VERSIONS, *who_may.TOUR_ROUTES, *learning_routes.ROUTES, *wheel_routes.ROUTES, wheel_routes.LIST, wheel_routes.FEED, *who_may.SYSTEM_ROUTES, *who_may.SYSTEM_SEAT_ROUTES, *who_may.TRANSFER_ROUTES, *who_may.HISTORY_ROUTES, *who_may.STARTER_ROUTES,
        *retention_routes.ROUTES, *guide_image_routes.ROUTES, guide_image_routes.PUBLIC, *who_may.ARCHIVE_ROUTES, *who_may.NUMBER_ROUTES, *national_routes.ROUTES,
        *machine_routes.PAGES, *machine_routes.MACHINES, machine_routes.OPEN_TO_ALL, *administration_routes.ROUTES, administration_routes.LISTS, *category_routes.ROUTES,
    }  # fmt: skip

    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}

    assert named == names
    assert len(names) == len(list(routes()))


def test_every_person_gets_what_the_table_says_of_an_active_log(logs):
    asked = asking.log_routes(asking.EVERY_KIND, "b", logs["b"])

    asking.all_as_expected(asked, at_least=1000)


def test_every_person_gets_what_the_table_says_of_pages_about_no_log(logs):
    asked = [
        (key, GET, name, (), 302 if key is None else 200 if key in people else 403)
        for key in [*asking.EVERY_KIND, None]
        for name, people in who_may.ROLE_ROUTES.items()
    ]
    asked += [  # last, because one of them is to log out
        (key, method, name, (), _other_status(key, name, by_place))
        for key in [*asking.EVERY_KIND, None]
        for name, (method, *by_place) in who_may.OTHER_ROUTES.items()
    ]

    asking.all_as_expected(asked, at_least=550)


def test_a_log_is_opened_or_given_on_by_the_leader_of_its_unit_and_nobody_else(logs):
    asked = [
        (key, method, name, (logs["b"].log.pk,), _led_status(key, name, method))
        for key in asking.EVERY_KIND
        for name, methods in who_may.LED_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=90)


def test_the_last_day_of_a_place_from_outside_is_the_holders_to_move(logs):
    with within(cast.EKSEMPELVIK.id):
        place = logs["e"].log.grants.get(relation="external").pk
    asked = [
        (key, method, name, (logs["e"].log.pk, place), _place_status(key, method))
        for key in asking.EVERY_KIND
        for name, methods in who_may.PLACE_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=45)


def test_every_person_gets_what_the_table_says_of_a_child_and_a_relation(logs):
    nils = cast.child("nils").id
    marek = next(relation.id for relation in cast.relations_of("mateusz") if relation.guardian == "marek")
    asked = [
        (key, method, name, (thing,), _status_by(name, key in allowed, method))
        for key in asking.EVERY_KIND
        for table, thing, allowed in (
            (who_may.CHILD_ROUTES, nils, who_may.WORK_WITH_NILS),
            (who_may.RELATION_ROUTES, marek, who_may.CONFIRMS_MAREK),
        )
        for name, methods in table.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=140)


def test_every_person_gets_what_the_table_says_of_the_steps_of_a_login(logs):
    asked = [
        (key, method, name, (thing,), status)
        for key in asking.GROWN_UPS
        for name, (method, thing, status) in who_may.LOGIN_ROUTES.items()
    ]

    asking.all_as_expected(asked, at_least=150)


def test_the_tour_is_for_everybody_who_is_logged_in(logs):
    asked = [
        (key, method, name, where, status if key else 302)
        for key in [*asking.EVERY_KIND, None]
        for name, (method, where, status) in who_may.TOUR_ROUTES.items()
    ]

    asking.all_as_expected(asked, at_least=40)


def test_a_message_is_there_for_the_one_it_was_sent_to_and_nobody_else(logs):
    with within(cast.EKSEMPELVIK.id):
        [message] = tell(cast.EKSEMPELVIK.id, [cast.person("kari").id], Kind.CONSENT_GIVEN)
    asked = [
        (key, method, name, (message.pk,), 302 if key == "kari" else 404)
        for key in asking.EVERY_KIND
        for name, methods in who_may.MESSAGE_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=20)


def test_everybody_may_read_every_part_of_the_guide(logs):
    asked = [
        (key, GET, name, part, 200)
        for key in [*asking.EVERY_KIND, None]
        for name, part in who_may.GUIDE_ROUTES.items()
    ]

    asking.all_as_expected(asked, at_least=60)


def test_somebody_who_is_not_logged_in_is_sent_to_the_login_from_every_log_page(logs):
    stranger = Visitor()

    answers = [
        stranger.generic(method, reverse(name, args=asking.address(name, logs["b"])))
        for name in who_may.LOG_ROUTES
        for method in asking.methods(name)
    ]

    assert {answer.status_code for answer in answers} == {302}
    assert {answer["Location"].split("?")[0] for answer in answers} == {reverse("log_in")}


def test_a_method_that_a_page_does_not_take_is_refused_to_everyone(logs):
    kari = Visitor("kari")

    answers = [
        asking.status(kari, method, name, asking.address(name, logs["b"]))
        for name in who_may.LOG_ROUTES
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
        if method not in asking.methods(name)
    ]

    assert set(answers) == {405}
    assert len(answers) > 180


def _other_status(key, name, by_place):
    if name == "family_logs" and key in who_may.ONE_FAMILY_LOG:
        return 302
    if key is None:
        return by_place[2]
    if (name in ("staff_search", "own_documents") and key in who_may.WITHOUT_CHILDREN) or (
        name == "participating_logs" and key in who_may.FROM_OUTSIDE
    ):
        return 200
    return by_place[0 if key in asking.staff() else 1]


def _status_by(name, allowed, method):
    if not allowed:
        return 404
    return 200 if method != POST else 302 if name in who_may.DONE_WHEN_EMPTY else 422


def _led_status(key, name, method):
    """Elle leads Kari's unit: she may look, and Kari is there, so there is no baton to give."""
    if key != "elle":
        return 404
    if name == "new_holder":
        return 403
    if method != POST:
        return 200
    return (
        302 if name == "holder_reminder" else 422
    )  # a reminder is sent empty, and an evaluation is late there


def _place_status(key, method):
    if key == "kari":
        return 422 if method == POST else 200
    return 403 if key in who_may.IN_LOG["e"] else 404
