"""Whom the help speaks to, when a tour is offered, and which address leads back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.user_guide import rules
from stafett.user_guide.enums import Role
from tests import stage

NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
HELP = ("/hjelp/", "/omvisning/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("hilde", Role.GUARDIAN), ("ahmed", Role.YOUTH), ("randi", Role.MUNICIPALITY), ("torbjorn", Role.MUNICIPALITY),
        ("personvern", Role.MUNICIPALITY), ("arkivar", Role.MUNICIPALITY),
    ],
)  # fmt: skip
def test_the_help_speaks_to_what_somebody_is(key, role):
    with within(cast.place_of(key).id):
        actor = stage.actor(key)

    assert rules.role_of(actor) == role


@pytest.mark.django_db
def test_whoever_takes_part_from_outside_is_a_participant_as_long_as_that_lasts():
    with within(cast.EKSEMPELVIK.id):
        actor = stage.actor("sunniva")

    assert rules.role_of(replace(actor, is_external=True)) == Role.PARTICIPANT


def test_the_help_speaks_to_strangers_too():
    assert rules.role_of(None) == Role.ANYBODY


def test_a_tour_is_offered_in_the_first_minutes_alone():
    assert rules.is_just_in(NOW - timedelta(seconds=5), now=NOW)
    assert not rules.is_just_in(NOW - timedelta(minutes=3), now=NOW)
    assert not rules.is_just_in(NOW + timedelta(minutes=1), now=NOW)


@pytest.mark.parametrize(
    ("referer", "path"),
    [
        ("https://stafett.example/logger/", "/logger/"),
        ("https://stafett.example/verktoykasse/?q=skole", "/verktoykasse/?q=skole"),
        ("https://stafett.example/hjelp/ansatt/loggen/", ""),
        ("https://stafett.example/omvisning/ansatt/2/", ""),
        ("https://elsewhere.example/logger/", ""),
        ("https://stafett.example.elsewhere.example/", ""),
        ("https://stafett.example@elsewhere.example/", ""),
        ("https://stafett.example//elsewhere.example/", ""),
        ("https://stafett.example/\\elsewhere.example/", ""),
        ("javascript:alert(1)", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_the_way_back_is_a_page_of_ours_that_is_not_the_help(referer, path):
    assert rules.way_back(referer, host="stafett.example", elsewhere=HELP) == path


@given(st.text(max_size=80))
def test_whatever_a_browser_says_no_way_back_leads_out(text):
    for referer in (text, f"https://stafett.example{text}", f"https://stafett.example/{text}"):
        path = rules.way_back(referer, host="stafett.example", elsewhere=HELP)
        assert path == "" or (path.startswith("/") and not path.startswith(("//", "/\\")))
