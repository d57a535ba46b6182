"""E-mail through a real mail server: content-free, once, not after reading, and what is done when nobody is there."""

import io
import re
import sys
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from stafett.demo import cast
from stafett.kernel import clock
from stafett.messages import queries, tasks
from stafett.messages.enums import DeliveryState, Kind
from stafett.messages.models import Delivery, Message
from stafett.messages.operations import tell
from stafett.register.models import Person
from stafett.register.tenancy import within
from tests import stage
from tests.messages import post_office
from tests.messages.conftest import EMAIL, HERE, give_address
from tests.web import reading
from tests.web.visiting import Visitor, together

KARI, HILDE = cast.person("kari").id, cast.person("hilde").id


@pytest.fixture
def office(settings):
    with post_office.open_post_office(settings) as opened:
        yield opened


def told(key="kari", kind=Kind.CONSENT_WITHDRAWN, **given):
    """A message to somebody with an address, about a log of Tiril's; urgent, so that it is due whenever this runs."""
    with within(HERE):
        give_address(key)
        [message] = tell(HERE, [cast.person(key).id], kind, **given)
        return message, message.deliveries.get()


def send(delivery):
    """What the worker does."""
    return tasks.point(municipality_id=str(HERE), delivery_id=str(delivery.pk))


def state_of(delivery):
    with within(HERE):
        return Delivery.objects.get(pk=delivery.pk).state


def test_every_letter_says_that_a_message_has_come_and_nothing_else(db, office):
    """The whole letter as the mail server sees it, for each kind and language (L-59)."""
    with within(HERE):
        log = stage.open_log("tiril")
    said = set()
    for locale in ("nb", "nn", "en"):
        with within(HERE):
            Person.objects.filter(pk=KARI).update(locale=locale)
        for kind in Kind:
            message, delivery = told("kari", kind, log=log, facts={"date": stage.today(), "due": 3})
            with clock.set_to(delivery.due_at + timedelta(minutes=1)):
                send(delivery)
            letter = office.read()[-1]
            said.add(letter.get_content())
            raw = f"{office.letters[-1].content.decode()} {letter.items()} {letter.get_content()}"
            assert secrets_of(log, message, delivery, kind) & parts_of(raw) == set()
            assert not [name for name in names() if name in raw]

    assert len(office.letters) == 3 * len(Kind)
    assert len(said) == 3
    assert all("https://stafett.example/" in letter for letter in said)
    assert len({letter["Subject"] for letter in office.read()}) == 3


def names():
    """Every name of people and places in the cast."""
    for place in cast.PLACES:
        yield from (unit.name for unit in place.units)
        for person in place.everyone:
            yield from (person.given, person.family, person.number.digits if person.number else person.given)


def secrets_of(log, message, delivery, kind):
    """Ids and words that must not be in a letter."""
    things = (log, message, delivery)
    ids = {str(each.pk) for each in things} | {each.pk.hex for each in things}
    return ids | {str(HERE), str(KARI), str(log.child_id), kind.value, "barn", "samtykke", "child", "consent"}


def parts_of(raw):
    """Everything in it that is a word or an id."""
    return set(re.findall(r"[\w-]+", raw.lower()))


def test_a_letter_is_sent_once_however_often_the_job_runs(db, office):
    _message, delivery = told()

    results = [send(delivery) for _time in range(3)]

    assert results == [DeliveryState.SENT, None, None]
    assert len(office.letters) == 1
    assert office.letters[0].rcpt_tos == [EMAIL]


def test_two_workers_at_the_same_moment_send_one_letter(committed_database, office):
    _message, delivery = told()

    results = together([lambda: send(delivery)] * 3)

    assert sorted(map(str, results)) == ["None", "None", "sent"]
    assert len(office.letters) == 1


def test_several_messages_that_wait_share_one_letter(db, office):
    pairs = [told() for _each in range(3)]

    results = [send(delivery) for _message, delivery in pairs]

    assert results == [DeliveryState.SENT, None, None]
    assert len(office.letters) == 1
    assert {state_of(delivery) for _message, delivery in pairs} == {DeliveryState.SENT}


def test_what_has_been_read_needs_no_letter(db, office):
    message, delivery = told()
    Visitor("kari").send("message_read", message.pk)

    assert send(delivery) == DeliveryState.UNNEEDED
    assert office.letters == []


@pytest.mark.parametrize("change", ["the wish", "the address", "the mail server"])
def test_who_cannot_be_written_to_any_more_gets_no_letter(db, office, settings, change):
    _message, delivery = told()
    with within(HERE):
        if change == "the wish":
            Visitor("kari").send("pointers", fields={"by_sms": "on"})
        elif change == "the address":
            give_address("kari", email="")
        else:
            settings.EMAIL_URL = ""

    assert send(delivery) == DeliveryState.UNNEEDED
    assert office.letters == []


def test_a_server_that_is_away_is_asked_again_later_and_given_up_at_last(db, office, settings):
    _message, delivery = told()
    settings.EMAIL_PORT = 1
    results = []
    for _attempt in range(6):
        with within(HERE):
            delivery.refresh_from_db()
        with clock.set_to(delivery.due_at + timedelta(seconds=1)):
            results.append(send(delivery))

    assert results == [DeliveryState.WAITING] * 5 + [DeliveryState.FAILED]
    with within(HERE):
        assert Delivery.objects.get().attempts == 6


def test_a_job_that_was_lost_is_found_by_the_next_round(db, office):
    _message, delivery = told()
    with clock.set_to(clock.now() + timedelta(minutes=16)):
        found = tasks.point_forgotten(0)

    assert found == 1
    assert state_of(delivery) == DeliveryState.SENT


def test_a_wrong_address_is_shown_to_its_owner_until_it_is_changed(db, office):
    office.answers[EMAIL] = "550 5.1.1 no such user"
    _message, delivery = told()

    assert send(delivery) == DeliveryState.BOUNCED
    assert "kom ikke fram" in reading.words(Visitor("kari").see("pointers"))
    assert "kom ikke fram" in reading.words(Visitor("kari").see("own_page"))
    with within(HERE):
        give_address("kari", email="ny@eksempel.example")
    assert "kom ikke fram" not in reading.words(Visitor("kari").see("pointers"))


def test_a_server_that_asks_us_to_come_back_is_not_a_wrong_address(db, office):
    office.answers[EMAIL] = "451 4.7.1 greylisted"
    _message, delivery = told()

    assert send(delivery) == DeliveryState.WAITING


def test_the_holder_is_told_once_that_a_guardian_was_not_reached_and_sees_no_address(db, office):
    office.answers[EMAIL] = "550 no"
    with within(HERE):
        log = stage.open_log("tiril")
    for _each in range(2):
        _message, delivery = told("hilde", Kind.CONSENT_WITHDRAWN, log=log)
        send(delivery)

    page = reading.words(Visitor("kari").see("inbox"))

    with within(HERE):
        holders = list(Message.objects.filter(kind=Kind.NOT_REACHED).values_list("recipient_id", flat=True))
    assert holders == [KARI]
    assert "Et varsel til en foresatt kom ikke fram." in page
    assert EMAIL not in page


def test_a_colleague_who_was_not_reached_is_nobody_elses_business(db, office):
    office.answers[EMAIL] = "550 no"
    with within(HERE):
        log = stage.open_log("tiril")
    _message, delivery = told("jonas", Kind.CONSENT_WITHDRAWN, log=log)

    send(delivery)

    with within(HERE):
        assert not Message.objects.filter(kind=Kind.NOT_REACHED).exists()


REPORT = b"""\
From: MAILER-DAEMON@mail.example
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It did not arrive.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Original-Recipient: rfc822;%s
Final-Recipient: rfc822; %s
Action: %s
Status: 5.1.1

--b--
"""


@pytest.mark.parametrize(("action", "state"), [(b"failed", "bounced"), (b"delayed", "sent")])
def test_a_report_that_comes_back_later_is_believed_when_it_says_for_good(
    db, office, monkeypatch, action, state
):
    _message, delivery = told()
    send(delivery)
    report = REPORT % (EMAIL.upper().encode(), EMAIL.encode(), action)

    printed = _piped(monkeypatch, report)

    assert state_of(delivery) == state
    assert EMAIL not in printed.lower()
    with within(HERE):
        [contact] = queries.contacts_of([KARI]).values()
        assert bool(queries.unreached_ways(contact)) == (state == "bounced")


def test_a_report_says_nothing_of_letters_that_arrived_long_ago(db, office, monkeypatch):
    with clock.set_to(clock.now() - timedelta(days=15)):
        _message, old = told()
        send(old)

    printed = _piped(monkeypatch, REPORT % (EMAIL.encode(), EMAIL.encode(), b"failed"))

    assert "0 pointers" in printed
    assert state_of(old) == DeliveryState.SENT


def test_nothing_of_an_address_is_kept_and_nothing_is_written_to_the_log(db, office, caplog):
    office.answers[EMAIL] = f"550 user {EMAIL} is unknown"
    _message, delivery = told()

    send(delivery)

    with within(HERE):
        stored = str(list(Delivery.objects.values()) + list(Message.objects.values()))
    assert EMAIL not in stored + caplog.text


def _piped(monkeypatch, letter):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(letter)))
    printed = io.StringIO()
    call_command("bounced_mail", stdout=printed)
    return printed.getvalue()
