"""Everything that shows a concern, a measure or words, for a guardian something is kept from (L-13), and for a service
that a consent lets into one concern only (L-07): pages, parts, stories, lists, former wordings and news."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stafett.consent import operations as consents
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern, Note
from stafett.relay_log.queries.news import newest_for
from tests import stage
from tests.web.reading import words
from tests.web.visiting import Visitor, plain_styles  # noqa: F401 - a fixture

HERE, PPT = cast.EKSEMPELVIK.id, cast.unit("eksempelvik_ppt").id
HIDDEN = ("Skjult oppmerksomhet", "Skjult tiltak", "Skjult trapp", "Skjult notat", "Skjult mål", "Skjult ord")


@pytest.fixture
def world(db):
    """Tiril's log with henrik of PPT in it: an open concern, and one that is hidden from some."""
    with within(HERE):
        log = stage.open_log("tiril", units=[PPT])
        operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal veilede.")
        operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=made_id("post", "henrik-eksempelvik_ppt"), purpose="",
            today=stage.today(),
        )  # fmt: skip
        shown = stage.active_concern(log, title="Åpen oppmerksomhet")
        hidden = stage.shared_concern(
            log,
            title="Skjult oppmerksomhet",
            goal={"text": "Skjult mål", "kind": "main", "success_indicator": "", "smarte": []},
        )
        yield _furnished(log, shown, hidden)


def _furnished(log, shown, hidden):
    """(log, open concern, hidden concern, measure and ladder in the hidden one)."""
    kari = stage.actor("kari")
    measure = stage.add_measure(
        log, hidden, description="Skjult tiltak", evaluate_by=stage.today() + timedelta(days=1)
    )
    ladder = operations.shape_ladder(
        actor=kari, log=log, concern=hidden, title="Skjult trapp", shaped_with_child=True, steps=["En", "To"]
    )
    operations.write_note(actor=kari, log=log, concern_id=hidden.pk, text="Skjult notat")
    operations.share_bright_spot(actor=kari, log=log, text="Skjult ord")
    return log, shown, hidden, measure, ladder


def _keep(log, hidden):
    """Keep the concern, and a note to the whole log, from the guardians."""
    reason = "Ungdommen har bedt om det."
    Concern.objects.filter(pk=hidden.pk).update(kept_from_guardians=reason)
    note = operations.write_note(actor=stage.actor("kari"), log=log, text="Skjult notat til alle")
    Note.objects.filter(pk=note.pk).update(kept_from_guardians=reason)


def _narrow(log, shown):
    """Let PPT see the open concern only."""
    consents.narrow_consent(
        actor=stage.actor("hilde"), log=stage.reached(log, "hilde"), covered_unit_ids=[PPT],
        restrictions={PPT: [shown.pk]}, limits="", valid_until=stage.today() + timedelta(days=200), today=stage.today(),
    )  # fmt: skip


def _said_on(pages, key):
    visitor = Visitor(key)
    return " ".join(words(visitor.get(page)) for page in pages)


def _pages(log, shown):
    return [
        *(reverse(name, args=[log.pk]) for name in ("log", "learned")),
        *(reverse(name, args=[shown.pk]) for name in ("concern", "concern_history")),
        *(reverse(name) for name in ("my_logs", "participating_logs", "family_logs")),
    ]


def _parts(hidden, measure, ladder):
    return [
        *(reverse(name, args=[hidden.pk]) for name in ("concern", "concern_history", "new_concern_note")),
        *(reverse(name, args=[measure.pk]) for name in ("measure", "measure_history")),
        reverse("ladder", args=[ladder.pk]),
    ]


def test_guardians_see_nothing_of_what_is_kept_from_them_and_everyone_else_does(world):
    log, shown, hidden, measure, ladder = world
    _keep(log, hidden)

    guardian, colleague = _said_on(_pages(log, shown), "hilde"), _said_on(_pages(log, shown), "henrik")

    assert "Åpen oppmerksomhet" in guardian
    assert [text for text in HIDDEN if text in guardian] == ["Skjult ord"]  # a bright spot is never kept
    assert [text for text in HIDDEN if text not in colleague] == []
    assert {Visitor("hilde").get(page).status_code for page in _parts(hidden, measure, ladder)} == {404}


def test_the_youth_sees_what_is_kept_from_guardians(world):
    log, shown, hidden, _measure, _ladder = world
    _keep(log, hidden)
    sixteen = stage.today() - timedelta(days=16 * 366)
    Person.objects.filter(pk=cast.person("tiril").id).update(birth_date=sixteen)

    youth = words(Visitor("tiril").see("log", log.pk))

    assert "Skjult oppmerksomhet" in youth
    assert "Skjult notat til alle" in youth


def test_a_service_let_into_one_concern_sees_nothing_of_the_others(world):
    log, shown, hidden, measure, ladder = world
    _narrow(log, shown)

    limited = _said_on(_pages(log, shown), "henrik")

    assert "Åpen oppmerksomhet" in limited
    assert [text for text in HIDDEN if text in limited] == []
    assert "PPT skal veilede" not in limited  # a reason may tell of what is held back
    assert {Visitor("henrik").get(page).status_code for page in _parts(hidden, measure, ladder)} == {404}


def test_a_limited_service_sees_its_own_words_to_the_whole_log(world):
    log, shown, _hidden, _measure, _ladder = world
    _narrow(log, shown)

    Visitor("henrik").send("new_note", log.pk, fields={"text": "Fra PPT til alle"})

    assert "Fra PPT til alle" in words(Visitor("henrik").see("log", log.pk))


@pytest.mark.parametrize(("key", "hide"), [("hilde", "keep"), ("henrik", "narrow")])
def test_what_is_done_with_what_they_do_not_see_is_no_news_to_them(world, key, hide):
    log, shown, hidden, _measure, _ladder = world
    if hide == "keep":
        _keep(log, hidden)
    else:
        _narrow(log, shown)
    since = newest_for(stage.actor(key), log.pk, since=0, today=stage.today())

    stage.add_measure(
        log, hidden, description="Enda et skjult tiltak", arena="home", type="home", owner_kinds=["guardians"]
    )
    operations.write_note(actor=stage.actor("kari"), log=log, concern_id=hidden.pk, text="Skjult notat igjen")

    assert newest_for(stage.actor(key), log.pk, since=since, today=stage.today()) == since
    assert newest_for(stage.actor("jonas"), log.pk, since=since, today=stage.today()) is None
    stage.add_measure(log, shown, description="Et åpent tiltak", accept_second=True)
    assert newest_for(stage.actor(key), log.pk, since=since, today=stage.today()) > since


def test_wordings_from_when_a_concern_was_kept_stay_kept_after_it_is_shared_with_guardians(world):
    log, _shown, hidden, _measure, _ladder = world
    _keep(log, hidden)
    operations.revise_concern(
        actor=stage.actor("kari"), log=log, concern=hidden, today=stage.today(),
        version=Concern.objects.get(pk=hidden.pk).version, **stage.concern_words(title="Ny tittel"),
    )  # fmt: skip
    Concern.objects.filter(pk=hidden.pk).update(kept_from_guardians="")

    assert "Skjult oppmerksomhet" not in words(Visitor("hilde").see("concern_history", hidden.pk))
    assert "Skjult oppmerksomhet" in words(Visitor("henrik").see("concern_history", hidden.pk))
