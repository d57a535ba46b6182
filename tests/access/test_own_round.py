"""What staff think of before they share it: on no page, in no file, no message and no piece of news for anybody but the
holder (S001-23, ADR 0026)."""

import dataclasses
import io
import zipfile

import pytest
from django.urls import reverse

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.queries.news import newest_for
from tests import stage
from tests.access import asking, who_may
from tests.access.who_may import GET
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
HIDDEN = ("Skjult faktor", "Skjult sikte", "arbeidet med de ansattes egen runde", "i de ansattes runde")
READERS = [
    "jonas",
    "hamid",
    "sunniva",
    "elle",
    "ahmed",
    "personvern",
]  # one of every place in the log, and one outside
LISTS = ("start", "my_logs", "participating_logs", "family_logs", "inbox", "own_page")


@pytest.fixture
def things(logs):
    """The log with most people in it, with two factors of the staff's own round: one alone, and one that a measure which
    everybody sees aims at. Both are looked at as the things that addresses point at."""
    things = logs["e"]
    with within(HERE):
        given = {"actor": stage.actor("kari"), "log": things.log}
        alone = operations.add_factor(
            **given, concern=things.concern, kind="adults", text="Skjult faktor", in_family_round=False
        )
        draft = stage.drafted_concern(things.log, title="Senere delt")
        aimed = operations.add_factor(**given, concern=draft, kind="group", text="Skjult sikte")
        measure = stage.add_measure(
            things.log, draft, description="Tiltak som alle ser", factor_id=aimed.pk, accept_second=True
        )
        operations.share_concern(**given, concern=draft, today=stage.today())
    return dataclasses.replace(things, factor=alone, measure=measure), draft


def _addresses(things, draft):
    """Every page one can open about the log, and the lists it stands in."""
    log_pages = [
        reverse(name, args=asking.address(name, things))
        for name, (_rule, _kinds, methods) in who_may.LOG_ROUTES.items()
        if GET in methods
    ]
    own = [f"{reverse('analysis', args=[concern.pk])}?runde=ansatte" for concern in (things.concern, draft)]
    return [*log_pages, *map(reverse, LISTS), *own, reverse("concern", args=[draft.pk])]


@pytest.mark.parametrize("key", READERS)
def test_what_is_not_shared_is_on_no_page_of_anybody_else(things, key):
    visitor = Visitor(key)

    pages = {page: visitor.get(page).content.decode(errors="replace") for page in _addresses(*things)}
    told = {(page, text) for page, content in pages.items() for text in HIDDEN if text in content}

    assert told == set()


def test_the_holder_sees_it_in_their_own_round_and_not_on_the_screens_of_a_meeting(things):
    (seen, draft), kari = things, Visitor("kari")
    own = f"{reverse('analysis', args=[draft.pk])}?runde=ansatte"
    at_the_table = [
        *(reverse("analysis", args=[concern.pk]) for concern in (seen.concern, draft)),
        *(reverse("concern", args=[concern.pk]) for concern in (seen.concern, draft)),
        *(reverse(name, args=[seen.measure.pk]) for name in ("measure", "edit_measure", "measure_history")),
        reverse("log", args=[seen.log.pk]),
    ]

    shown = [page for page in at_the_table if "Skjult" in kari.get(page).content.decode()]

    assert "Skjult sikte" in kari.get(own).content.decode()
    assert shown == []


def test_it_is_in_nobodys_package(things):
    log, hamid = things[0].log, str(cast.person("hamid").id)

    packages = [
        Visitor("hamid").send("own_package", log.pk),
        Visitor("ahmed").send("own_package", log.pk),
        Visitor("kari").send("package_for_family", log.pk, fields={"receiver_id": hamid}),
    ]

    texts = [_unpacked(answer) for answer in packages]
    assert all("Tiltak som alle ser" in text for text in texts)
    assert [text for text in texts if any(each in text for each in HIDDEN)] == []


def test_it_is_news_to_nobody_until_it_is_shared(things):
    log, concern = things[0].log, things[0].concern
    with within(HERE):
        jonas, given = stage.actor("jonas"), {"actor": stage.actor("kari"), "log": log, "concern": concern}
        before = newest_for(jonas, log.pk, since=0, today=stage.today())
        operations.add_factor(**given, kind="home", text="Enda en skjult faktor", in_family_round=False)
        operations.mark_factor(**given, factor_id=things[0].factor.pk, is_within_reach=True)
        meanwhile = newest_for(jonas, log.pk, since=before, today=stage.today())
        operations.share_factors(**given, factor_ids=[things[0].factor.pk])
        after = newest_for(jonas, log.pk, since=before, today=stage.today())

    assert meanwhile == before
    assert after > before
    assert "Skjult faktor" in Visitor("jonas").see("analysis", concern.pk).content.decode()


def _unpacked(answer):
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())
