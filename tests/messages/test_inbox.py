"""The inbox: newest first, what each says and leads to, what is read, and a fixed number of questions to the database."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.messages.enums import DEFAULT_ROUTES, Kind
from stafett.messages.models import Message
from stafett.messages.operations import tell
from stafett.register.tenancy import within
from tests import stage
from tests.messages.conftest import HERE
from tests.web import reading
from tests.web.visiting import Visitor

KARI, HILDE, JONAS = (cast.person(key).id for key in ("kari", "hilde", "jonas"))


def told(recipient, kind, **given):
    with within(HERE):
        [message] = tell(HERE, [recipient], kind, **given)
    return message


def test_an_empty_inbox_says_so(db):
    page = reading.words(Visitor("kari").see("inbox"))

    assert "Ingen meldinger" in page
    assert "Merk alle som lest" not in page


def test_a_message_says_what_its_kind_says_with_the_day_in_words(db):
    told(KARI, Kind.EVALUATION_SOON, facts={"date": date(2031, 3, 9)})

    page = reading.words(Visitor("kari").see("inbox"))

    assert "Tiltak skal evalueres innen 9. mars 2031." in page
    assert "Ulest" in page


def test_the_newest_stands_first_and_the_rest_on_further_pages(db):
    with within(HERE):
        for day in range(31):
            with clock.set_to(clock.now() - timedelta(days=day)):
                tell(HERE, [KARI], Kind.EVALUATION_SOON, facts={"date": date(2040, 1, 1) + timedelta(day)})
    kari = Visitor("kari")

    first, second = (reading.words(kari.see("inbox", side=side)) for side in (1, 2))

    assert first.index("1. januar 2040") < first.index("2. januar 2040") < first.index("30. januar 2040")
    assert "31. januar 2040" in second
    assert "Eldre" in first
    assert "Nyere" in second


@pytest.mark.parametrize("side", ["0", "-1", "tull", "99999", "²"])
def test_an_odd_page_number_is_no_fault(db, side):
    assert Visitor("kari").see("inbox", side=side).status_code == 200


def test_the_childs_name_is_shown_to_those_who_reach_the_log_and_to_nobody_else(db):
    with within(HERE):
        log = stage.open_log("tiril")
    for person in (KARI, HILDE, JONAS):
        told(person, Kind.EVALUATION_SOON, log=log, facts={"date": date(2031, 3, 9)})

    pages = {key: reading.words(Visitor(key).see("inbox")) for key in ("kari", "hilde", "jonas")}

    assert {key: cast.person("tiril").name in page for key, page in pages.items()} == {
        "kari": True, "hilde": True, "jonas": False,
    }  # fmt: skip


def test_nobody_sees_or_opens_another_persons_message(db):
    message = told(KARI, Kind.CONSENT_GIVEN)
    jonas = Visitor("jonas")

    page = reading.words(jonas.see("inbox"))
    answer = jonas.send("message_read", message.pk)
    unknown = jonas.send("message_read", new_id())

    assert "Et samtykke er gitt." not in page
    assert answer.status_code == unknown.status_code == 404
    with within(HERE):
        assert Message.objects.get().read_at is None


def test_looking_reads_nothing_and_opening_reads_one_and_leads_on(db):
    with within(HERE):
        log = stage.open_log("tiril")
    one, other = told(KARI, Kind.CONSENT_GIVEN, log=log), told(KARI, Kind.CONSENT_CHANGED)
    kari = Visitor("kari")
    kari.see("inbox")

    answer = kari.send("message_read", one.pk)

    with within(HERE):
        assert dict(Message.objects.values_list("pk", "read_at"))[other.pk] is None
        assert Message.objects.get(pk=one.pk).read_at is not None
        entry = Entry.objects.filter(event="messages.read").get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("log", args=[log.pk]))
    assert (entry.thing_id, entry.log_id) == (one.pk, None)


def test_opening_a_message_twice_keeps_the_first_time(db):
    message = told(KARI, Kind.CONSENT_GIVEN)
    kari = Visitor("kari")
    kari.send("message_read", message.pk)
    with within(HERE):
        first = Message.objects.get().read_at

    answer = kari.send("message_read", message.pk)

    with within(HERE):
        assert Message.objects.get().read_at == first
    assert answer["Location"] == reverse("inbox")


def test_all_are_marked_as_read_at_once_and_only_ones_own(db):
    for person in (KARI, KARI, JONAS):
        told(person, Kind.CONSENT_GIVEN)

    answer = Visitor("kari").send("all_read")

    with within(HERE):
        unread = list(Message.objects.filter(read_at=None).values_list("recipient_id", flat=True))
        entry = Entry.objects.get(event="messages.all_read")
    assert answer.status_code == 302
    assert unread == [JONAS]
    assert entry.facts == {"messages": 2}


def test_the_menu_of_every_page_counts_what_is_unread(db):
    kari = Visitor("kari")
    before = reading.words(kari.see("own_page"))
    told(KARI, Kind.CONSENT_GIVEN)
    one = reading.words(kari.see("own_page"))
    told(KARI, Kind.CONSENT_GIVEN)
    two = reading.words(kari.see("own_page"))
    kari.send("all_read")

    after = reading.words(kari.see("own_page"))

    assert "ulest" not in before + after
    assert "Meldinger 1 ulest " in one
    assert "Meldinger 2 uleste" in two


def test_a_message_whose_page_or_kind_is_gone_breaks_nothing(db):
    with within(HERE):
        for kind, route in ((Kind.CONSENT_GIVEN, "a_page_of_old"), ("a_kind_of_old", "")):
            Message.objects.create(
                municipality_id=HERE, recipient_id=KARI, kind=kind, route=route, created_at=clock.now()
            )

    answer = Visitor("kari").see("inbox")

    assert answer.status_code == 200
    assert "Åpne" not in reading.words(answer)


def test_every_kind_has_its_sentence_and_a_page_that_exists(db):
    log = new_id()

    for kind in Kind:
        route = DEFAULT_ROUTES.get(kind, "log")
        assert kind.label % {"date": "", "due": 1, "overdue": 2, "idle": 3}
        assert not route or reverse(route, args=[log] if kind not in DEFAULT_ROUTES else [])


def test_the_inbox_asks_the_same_number_of_questions_however_full_it_is(committed_database):
    with within(HERE):
        log = stage.open_log("tiril")
        tell(HERE, [KARI], Kind.CONSENT_GIVEN, log=log)
    kari = Visitor("kari")
    few = _count(kari, reverse("inbox"))
    with within(HERE):
        for number in range(40):
            tell(HERE, [KARI], Kind.CONSENT_GIVEN, log=log, once=str(number))

    many = _count(kari, reverse("inbox"))

    assert many == few <= 7


def _count(visitor, page):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(page).status_code == 200
    return len([each for each in asked.captured_queries if each["sql"] not in ("BEGIN", "COMMIT")])
