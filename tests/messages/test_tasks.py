"""What the nightly job forgets, one municipality at a time."""

from datetime import timedelta

from procrastinate.contrib.django import app

from stafett.demo import cast
from stafett.kernel import clock
from stafett.messages import tasks
from stafett.messages.enums import DeliveryState, Kind
from stafett.messages.models import Delivery, Message
from stafett.messages.operations import tell
from stafett.register.tenancy import within
from tests.messages import post_office
from tests.messages.conftest import EMAIL, HERE, give_address


def test_messages_older_than_a_year_are_forgotten_with_their_pointers_in_every_municipality(db, by_email):
    for place, key in ((cast.EKSEMPELVIK, "kari"), (cast.DOMESUND, "oddny")):
        for days in (367, 365):
            with within(place.id), clock.set_to(clock.now() - timedelta(days=days)):
                tell(place.id, [give_address(key)], Kind.CONSENT_GIVEN)

    gone = tasks.forget_old(0)

    assert gone == 2
    for place in cast.PLACES:
        with within(place.id):
            assert (Message.objects.count(), Delivery.objects.count()) == (1, 1)


def test_the_worker_itself_sends_what_an_operation_left_for_it(committed_database, settings):
    with post_office.open_post_office(settings) as office:
        with within(HERE):
            tell(HERE, [give_address("kari")], Kind.CONSENT_WITHDRAWN)

        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    assert [letter.rcpt_tos for letter in office.letters] == [[EMAIL]]
    with within(HERE):
        assert Delivery.objects.get().state == DeliveryState.SENT


def test_a_pointer_that_still_has_time_is_not_forgotten(db, by_email):
    with within(cast.EKSEMPELVIK.id):
        tell(cast.EKSEMPELVIK.id, [give_address("kari")], Kind.CONSENT_WITHDRAWN)

    assert tasks.point_forgotten(0) == 0
