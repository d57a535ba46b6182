"""Putting messages in inboxes: once, without words, in the teller's own transaction, with pointers that are due."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from stafett.messages.enums import DEFAULT_ROUTES, Kind
from stafett.messages.models import Delivery, Message, Preference
from stafett.messages.operations import tell
from stafett.register.tenancy import within
from tests import stage
from tests.messages.conftest import HERE, give_address
from tests.web.visiting import together

KARI, HILDE = cast.person("kari").id, cast.person("hilde").id
NOON = datetime(2026, 3, 4, 12, tzinfo=NORWAY)  # a Wednesday
NIGHT = datetime(2026, 3, 4, 23, tzinfo=NORWAY)


def test_each_recipient_gets_one_message_however_often_they_are_named(here):
    made = tell(here, [KARI, HILDE, KARI], Kind.CONSENT_GIVEN)

    assert {message.recipient_id for message in made} == {KARI, HILDE}
    assert Message.objects.count() == 2


def test_a_message_about_a_log_leads_to_it_and_one_with_a_link_leads_there(here):
    log = stage.started_log()

    [plain] = tell(here, [KARI], Kind.CONSENT_GIVEN, log=log)
    [linked] = tell(here, [KARI], Kind.CONSENT_WITHDRAWN, log=log.pk, link=("consent", log.pk))
    [to_list] = tell(here, [HILDE], Kind.CONSENT_REQUESTED, log=log)

    assert (plain.about_id, plain.route, plain.target_id) == (log.pk, "log", log.pk)
    assert (linked.about_id, linked.route, linked.target_id) == (log.pk, "consent", log.pk)
    assert (to_list.route, to_list.target_id) == (DEFAULT_ROUTES[Kind.CONSENT_REQUESTED], None)


def test_facts_are_dates_ids_numbers_and_states(here):
    thing = uuid4()

    [message] = tell(
        here,
        [KARI],
        Kind.EVALUATION_SOON,
        facts={"date": date(2026, 3, 9), "measure": thing, "count": 2, "state": "active"},
    )

    message.refresh_from_db()
    assert message.facts == {"date": "2026-03-09", "measure": str(thing), "count": 2, "state": "active"}


@pytest.mark.parametrize("words", ["Noor strever", "Noor", "a" * 61, "", "kari@eksempel.no", None, ["x"]])
def test_a_fact_that_could_be_words_is_refused(here, words):
    with pytest.raises(ValueError, match="the fact note is not"):
        tell(here, [KARI], Kind.CONSENT_GIVEN, facts={"note": words})

    assert not Message.objects.exists()


def test_the_same_key_makes_one_message_for_each_recipient_and_kind(here):
    first = tell(here, [KARI, HILDE], Kind.CONSENT_ENDS, once="log-1")
    again = tell(here, [KARI, HILDE], Kind.CONSENT_ENDS, once="log-1")
    other = tell(here, [KARI], Kind.CONSENT_ENDED, once="log-1")

    assert (len(first), len(again), len(other)) == (2, 0, 1)


def test_two_workers_at_the_same_moment_make_one_message(committed_database, by_email):
    with within(HERE):
        give_address("kari")

    def work():
        with within(HERE):
            return len(tell(HERE, [KARI], Kind.NOTHING_PLANNED, once="the same thing"))

    made = together([work] * 4)

    assert sorted(made) == [0, 0, 0, 1]
    with within(HERE):
        assert (Message.objects.count(), Delivery.objects.count()) == (1, 1)
    assert ProcrastinateJob.objects.count() == 1


def test_a_message_is_undone_with_the_operation_it_belongs_to(here, by_email):
    give_address("kari")

    with transaction.atomic():
        tell(here, [KARI], Kind.CONSENT_WITHDRAWN)
        transaction.set_rollback(True)

    assert not Message.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_a_message_goes_with_a_log_that_was_never_used(here):
    log = stage.started_log()
    tell(here, [KARI], Kind.CONSENT_GIVEN, log=log)

    stage.operations.discard_log(actor=stage.actor("kari"), log=log)

    assert not Message.objects.exists()


def test_a_job_knows_two_ids_and_nothing_else(here, by_email):
    give_address("kari")

    [message] = tell(here, [KARI], Kind.EVALUATION_SOON, facts={"date": date(2026, 3, 9)})

    job = ProcrastinateJob.objects.get()
    assert job.task_name == "messages.point"
    assert job.args == {"municipality_id": str(here), "delivery_id": str(message.deliveries.get().pk)}


@pytest.mark.parametrize(
    ("moment", "kind", "due"),
    [
        (NOON, Kind.EVALUATION_SOON, NOON),
        (NIGHT, Kind.EVALUATION_SOON, datetime(2026, 3, 5, 7, tzinfo=NORWAY)),
        (NIGHT, Kind.CONSENT_WITHDRAWN, NIGHT),
    ],
    ids=["by day", "at night", "urgent at night"],
)
def test_the_job_is_due_when_it_disturbs_nobody(here, by_email, moment, kind, due):
    give_address("kari")

    with clock.set_to(moment):
        tell(here, [KARI], kind)

    assert Delivery.objects.get().due_at == due
    assert ProcrastinateJob.objects.get().scheduled_at == due


def test_there_is_no_pointer_without_a_mail_server_an_address_or_the_wish(here, settings):
    give_address("kari")
    tell(here, [KARI], Kind.CONSENT_GIVEN)
    settings.EMAIL_URL = "smtp://mail.example"
    tell(here, [HILDE], Kind.CONSENT_GIVEN)
    Preference.objects.create(municipality_id=here, person_id=KARI, by_email=False)
    tell(here, [KARI], Kind.CONSENT_GIVEN)

    assert Message.objects.count() == 3
    assert not Delivery.objects.exists()


def test_both_ways_are_used_by_somebody_who_wants_both(here, by_email, settings):
    settings.SMS_URL = "https://sms.example/"
    give_address("kari", phone="900 00 001")
    Preference.objects.create(municipality_id=here, person_id=KARI, by_sms=True)

    tell(here, [KARI], Kind.CONSENT_GIVEN)

    assert set(Delivery.objects.values_list("channel", flat=True)) == {"email", "sms"}


def test_telling_a_hundred_asks_the_database_no_more_than_telling_ten(here, django_assert_num_queries):
    people = list(Message._meta.get_field("recipient").related_model.objects.values_list("pk", flat=True))

    with django_assert_num_queries(1, connection=connection):
        tell(here, people[:2], Kind.CONSENT_GIVEN)
    with django_assert_num_queries(1, connection=connection):
        tell(here, people, Kind.CONSENT_GIVEN)

    assert (
        Message.objects.filter(created_at__gt=clock.now() - timedelta(minutes=5)).count() == len(people) + 2
    )
