"""The holder's screen in a child's hands: one side of one log opens, and nothing else does, however it is asked for (W-23)."""

from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, get_resolver, reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity.models import LoginSession
from stafett.kernel import clock
from stafett.live.visit import Visit, look
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log.models import BrightSpot
from stafett.relay_log.queries.news import newest_for
from tests.access import machine_routes
from tests.access.stored import fingerprint
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
SHUT = "Nå er skjermen hos barnet"
# Written by hand: what opens while the screen is with a child. Of the first, only under that child's own log.
CHILDS_OWN = {"child_page", "child_goal", "child_bright_spot", "child_wish", "child_step", "child_pulse"}
WAYS_BACK = {"take_back", "log_out", "logged_out", "begin_login", "login_return"}
NOT_ABOUT_ANYBODY = {"live", "ready", "front_channel_logout", "back_channel_logout", *machine_routes.MACHINES}
OPEN = CHILDS_OWN | WAYS_BACK | NOT_ABOUT_ANYBODY
TEXTS = (
    "1",
    "take",
    "proveporten",
    cast.EKSEMPELVIK.slug,
    "evaluer",
    "skala",
    "nb",
    "2026-11-22",
    "A" * 43,
)  # the last as long as a calendar's secret
MAY_BE_LEFT_OUT = {"place", "edition"}  # of the guide's and the toolbox's addresses


@pytest.fixture
def table(logs):
    """Kari's browser in Tiril's hands."""
    kari = Visitor("kari")
    assert kari.send("screen_handover", logs["b"].log.pk).status_code == 302
    return kari


def test_the_pages_that_open_at_the_table_are_these_and_no_others():
    open_at_the_table = {name: view for name, view, _parts in _named() if view.at_the_table}

    assert set(open_at_the_table) == OPEN
    assert {name for name, view in open_at_the_table.items() if view.of is not None} == CHILDS_OWN


def test_every_address_of_the_site_is_shut_but_the_childs_own(table, logs):
    own = logs["b"].log.pk
    ids = [own, logs["e"].log.pk]
    wrong, asked = [], set()

    for name, _view, parts in _named():
        shut = [path for path in _addresses(name, parts, ids) if not _is_open(name, path, own)]
        for method, path in [*product(("GET", "POST"), shut), *product(("HEAD", "PUT", "DELETE"), shut[:1])]:
            answer = table.generic(method, path)
            asked.add(name)
            if answer.status_code != 403 or (method != "HEAD" and SHUT not in answer.content.decode()):
                wrong.append(f"{method} {path}: {answer.status_code}")

    assert wrong == []
    assert asked == {name for name, _view, _parts in _named()} - (OPEN - CHILDS_OWN)


def test_the_childs_own_pages_open_for_this_child_and_for_no_other(table, logs):
    with within(HERE):
        step = logs["b"].step.pk

    opened = [
        table.see(name, logs["b"].log.pk).status_code for name in ("child_page", "child_goal", "child_wish")
    ]
    taken = table.send("child_step", logs["b"].log.pk, step, "take").status_code
    others = {table.see("child_page", logs[letter].log.pk).status_code for letter in "acde"}
    steps_of_others = table.send("child_step", logs["b"].log.pk, logs["e"].step.pk, "take").status_code

    assert (opened, taken, others, steps_of_others) == ([200, 200, 200], 302, {403}, 404)


def test_no_form_of_the_site_is_carried_out_however_good_it_is(table, logs):
    with within(HERE):
        fields = {name: good_forms.fields(name, logs["b"]) for name in _holders_forms()}
    forms = {name: (good_forms.address(name, logs["b"]), given) for name, given in fields.items()}
    before = fingerprint(HERE)

    answers = {name: table.post(*sent).status_code for name, sent in forms.items()}

    assert set(answers.values()) == {403}
    assert fingerprint(HERE) == before
    assert len(answers) > 25


def test_a_form_that_was_open_before_is_not_carried_out_either(logs):
    kari, here = Visitor("kari"), logs["b"].log.pk
    kept = reading.fields(kari.see("new_bright_spot", here))
    kari.send("screen_handover", here)

    answer = kari.send("new_bright_spot", here, fields={**kept, "text": "Fra en fane som sto åpen"})

    assert answer.status_code == 403
    with within(HERE):
        assert not BrightSpot.objects.filter(text__startswith="Fra en fane").exists()


def test_another_tab_with_the_same_cookie_is_shut_at_the_same_moment(logs):
    first, second = Visitor("kari"), Visitor()
    second.cookies[settings.LOGIN_COOKIE] = first.cookies[settings.LOGIN_COOKIE].value

    first.send("screen_handover", logs["b"].log.pk)

    assert second.see("log", logs["b"].log.pk).status_code == 403
    assert second.see("my_logs").status_code == 403


def test_her_other_devices_are_as_open_as_before(table, logs):
    assert Visitor("kari").see("log", logs["b"].log.pk).status_code == 200


def test_what_says_no_says_nothing_of_who_she_is_or_what_there_is(table, logs):
    answer = table.see("log", logs["e"].log.pk)
    unknown = table.see("log", uuid4())

    words = reading.words(answer)
    assert SHUT in words
    for hidden in ("Kari", "Ahmed", "Tiril", "Mine stafettlogger", "Meldinger", "Min side"):
        assert hidden not in words
    assert _without_token(answer) == _without_token(unknown)


def test_the_childs_side_has_no_way_out_but_the_way_back(table, logs):
    page = table.see("child_page", logs["b"].log.pk).content.decode()

    links = {part.split('"')[0] for part in page.split('href="')[1:]}
    own = reverse("child_page", args=[logs["b"].log.pk])

    ways = {link for link in links if link.startswith("/") and not link.startswith("/static/")}
    assert ways
    assert all(link.startswith(own) or link == reverse("take_back") for link in ways)


def test_nothing_is_told_of_the_log_while_the_child_has_the_screen(table, logs):
    asked = Visit(table.cookies[settings.LOGIN_COOKIE].value, logs["b"].log.pk, 0, newest_for)
    elsewhere = Visit(Visitor("kari").cookies[settings.LOGIN_COOKIE].value, logs["b"].log.pk, 0, newest_for)

    assert look(asked, 0) is None
    assert look(elsewhere, 0) is not None


def test_a_login_that_has_run_out_opens_nothing_at_all(table, logs):
    with clock.set_to(clock.now() + timedelta(minutes=31)):
        answers = [table.see(name, logs["b"].log.pk) for name in ("child_page", "log")] + [
            table.see("take_back")
        ]

    assert [answer.status_code for answer in answers] == [302, 302, 302]
    assert all(answer["Location"].startswith(reverse("log_in")) for answer in answers)


def test_showing_who_one_is_again_on_another_page_is_shut_too(table):
    assert table.see("confirm_login").status_code == 403
    assert table.send("confirm_login").status_code == 403
    assert LoginSession.objects.get(handed_log_id__isnull=False).authenticated_at is None


def test_the_demos_doors_are_shut_until_somebody_logs_out(table):
    answer = table.send("demo_login", fields={"person": str(cast.person("kari").id)})

    assert answer.status_code == 403
    assert table.see("log_in").status_code == 403


def test_she_takes_the_screen_back_by_saying_who_she_is(table, logs, settings):
    settings.DEMO = True

    asked = table.see("take_back")
    answer = table.send("take_back")

    assert "Kari" in reading.words(asked)
    assert answer["Location"] == reverse("log", args=[logs["b"].log.pk])
    assert table.see("log", logs["b"].log.pk).status_code == 200
    with within(HERE):
        assert Entry.objects.filter(event="identity.screen_taken_back").count() == 1


def test_outside_the_demo_a_word_does_not_take_the_screen_back(table, logs):
    LoginSession.objects.filter(handed_log_id__isnull=False).update(method="proveporten")

    table.send("take_back")

    assert table.see("log", logs["b"].log.pk).status_code == 403


def test_logging_out_ends_this_login_and_not_her_others(table, logs):
    elsewhere = Visitor("kari")

    table.send("log_out", fields={"overalt": "1"})

    assert table.see("child_page", logs["b"].log.pk).status_code == 302
    assert elsewhere.see("my_logs").status_code == 200


def test_what_is_done_meanwhile_is_hers_in_the_trail_and_was_done_at_the_table(table, logs):
    here = logs["b"].log.pk
    table.see("child_page", here)
    table.send("child_bright_spot", here, fields={"symbol": "sun"})
    table.send("child_step", here, logs["b"].step.pk, "take")
    table.see("log", here)

    with within(HERE):
        rows = list(Entry.objects.filter(facts__at_the_table=True).order_by("number"))
        assert not Entry.objects.filter(event="relay_log.started", facts__has_key="at_the_table").exists()
    assert [row.event for row in rows] == [
        "access.page_read", "bright_spot.shared_by_child", "child_page.bright_spot_told", "ladder.step_taken",
        "access.refused",
    ]  # fmt: skip
    assert {row.actor_id for row in rows} == {cast.person("kari").id}
    assert rows[-1].reason == "at_the_table view_log"


@pytest.mark.parametrize("key", ["jonas", "hilde", "henrik"])
def test_nobody_but_the_holder_hands_the_screen_over(logs, key):
    visitor = Visitor(key)

    assert visitor.send("screen_handover", logs["b"].log.pk).status_code == 403
    assert not LoginSession.objects.filter(handed_log_id__isnull=False).exists()


def test_where_an_address_is_protected_the_screen_is_not_handed_over(logs):
    with within(HERE):
        Person.objects.filter(pk=cast.person("tiril").id).update(protection="confidential")

    answer = Visitor("kari").send("screen_handover", logs["b"].log.pk)

    assert answer.status_code == 403
    assert not LoginSession.objects.filter(handed_log_id__isnull=False).exists()


def _named(resolver=None):
    """(name, view, names of the address's parts) of every route."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _named(pattern)
        else:
            found = [*pattern.pattern.converters, *(set(pattern.pattern.regex.groupindex) - MAY_BE_LEFT_OUT)]
            yield pattern.name, pattern.callback, list(dict.fromkeys(found))


def _addresses(name, parts, ids):
    """Addresses of a route: one for each of these ids, wherever an id fits, and a text where none does."""
    for pk in ids if parts else ids[:1]:
        for values in product((pk, *TEXTS), repeat=len(parts)):
            try:
                yield reverse(name, kwargs=dict(zip(parts, values, strict=True)))
            except NoReverseMatch:
                continue
            break


def _is_open(name, path, own):
    """Whether the table above says that this address opens."""
    return name in OPEN and (name not in CHILDS_OWN or f"/{own}/" in path)


def _holders_forms():
    return [name for name in good_forms.FORMS if good_forms.sender(name) == "kari" and name not in CHILDS_OWN]


def _without_token(answer):
    return [line for line in answer.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]
