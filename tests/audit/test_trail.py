"""Every act, reading and refusal leaves a row that says who, as what, about which log and child, and why (L-60)."""

import pytest
from django.urls import reverse

from stafett.audit.models import Entry, RowVersion
from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.register.tenancy import within
from tests import stage
from tests.web.visiting import Visitor

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id
KARI = {"actor_id": cast.person("kari").id, "actor_name": "Kari Eksempelmo", "actor_title": "Kontaktlærer, Eksempelvik barneskole"}  # fmt: skip
ABOUT = ("log", "concern", "measure", "ladder")


@pytest.fixture
def log(db):
    with within(HERE):
        return stage.open_log()


@pytest.fixture
def things(log):
    """One of each kind of thing a page is about."""
    from stafett.relay_log import operations

    with within(HERE):
        concern = stage.active_concern(log)
        ladder = operations.shape_ladder(
            actor=stage.actor("kari"),
            log=log,
            concern=concern,
            title="Ut",
            shaped_with_child=True,
            steps=["En", "To"],
        )
        return {
            "log": log,
            "concern": concern,
            "measure": stage.measure_in(concern, "home"),
            "ladder": ladder,
        }


@pytest.mark.parametrize("kind", ABOUT)
def test_reading_a_page_leaves_a_row_with_who_what_and_whose_log(things, kind):
    thing = things[kind]

    Visitor("kari").see(kind, thing.pk)

    row = _last()
    assert (row.kind, row.event, row.reason) == ("read", "access.page_read", "view_log")
    assert _who(row) == KARI
    assert (row.log_id, row.child_id) == (things["log"].pk, things["log"].child_id)
    assert (row.thing_kind, row.thing_id) == (thing._meta.label_lower, thing.pk)
    assert row.request_id is not None


def test_reading_a_childs_guardians_names_the_child(db):
    Visitor("kari").see("guardians", cast.child("nils").id)

    assert _last().child_id == cast.child("nils").id


def test_opening_a_signed_consent_says_which(log):
    with within(HERE):
        consent = log.consents.get()

    Visitor("kari").see("consent_document", log.pk, consent.pk)

    row = _last()
    assert (row.kind, row.log_id, row.child_id) == ("read", log.pk, log.child_id)


def test_an_act_leaves_a_row_about_what_it_made(log):
    Visitor("kari").send("new_bright_spot", log.pk, fields={"text": "Hun lo."})

    row = _last()
    assert (row.kind, row.event, row.thing_kind) == ("act", "bright_spot.shared", "relay_log.brightspot")
    assert _who(row) == KARI
    assert (row.log_id, row.child_id) == (log.pk, log.child_id)


def test_an_act_with_a_short_reason_keeps_it(log):
    Visitor("kari").send("level", log.pk, fields={"level": "2", "reason": "PPT skal veilede."})

    assert (_last().reason, _last().facts) == ("PPT skal veilede.", {"before": 1, "after": 2})


def test_a_guardian_is_named_without_a_title(log):
    Visitor("bente").see("log", log.pk)

    assert _who(_last()) == {
        "actor_id": cast.person("bente").id,
        "actor_name": "Bente Pennalsrud",
        "actor_title": "",
    }


def test_being_told_no_by_the_policy_leaves_a_row_that_survives_the_rollback(log):
    Visitor("bente").post(reverse("level", args=[log.pk]), {"level": "2", "reason": "x"})

    row = _last()
    assert (row.kind, row.event, row.reason) == ("refusal", "access.refused", "only_baton_holder")
    assert (row.log_id, row.child_id, row.actor_name) == (log.pk, log.child_id, "Bente Pennalsrud")


def test_asking_for_what_is_not_theirs_leaves_a_row_with_what_was_asked_for(log):
    Visitor("dag").see("log", log.pk)

    row = _last()
    assert (row.kind, row.event, row.reason) == ("refusal", "access.not_found", "view_log")
    assert row.facts == {"asked": str(log.pk)}
    assert row.log_id is None


def test_a_neighbour_who_asks_leaves_the_row_in_their_own_municipality(log):
    Visitor("oddny").see("log", log.pk)

    assert _last(THERE).actor_name == "Oddny Skrøneset"
    assert _last().actor_name != "Oddny Skrøneset"


def test_being_told_no_by_a_rule_leaves_a_row_and_nothing_else(things):
    log, concern = things["log"], things["concern"]

    answer = Visitor("kari").send("achievement", concern.pk)

    row = _last()
    assert answer.status_code == 422
    assert (row.kind, row.reason) == ("refusal", "measure_not_evaluated")
    assert (row.log_id, row.child_id, row.thing_id) == (log.pk, log.child_id, concern.pk)


def test_being_told_no_inside_a_form_leaves_a_row_too(log):
    answer = Visitor("kari").send("closure", log.pk, fields={"summary": " ", "submission": str(new_id())})
    with within(HERE):
        stage.drafted_concern(log)
    refused = Visitor("kari").send(
        "closure", log.pk, fields={"summary": "Ferdig.", "submission": str(new_id())}
    )

    row = _last()
    assert (answer.status_code, refused.status_code) == (422, 422)
    assert (row.kind, row.event, row.reason) == ("refusal", "relay_log.closed", "concern_still_open")
    assert (row.log_id, row.child_id) == (log.pk, log.child_id)


def test_a_form_with_a_missing_field_is_no_refusal(log):
    before = _count()

    Visitor("kari").send("new_note", log.pk, fields={"text": "", "submission": str(new_id())})

    assert _count() == before


def test_rows_of_one_request_share_its_id_with_the_versions_it_left(log):
    with within(HERE):
        concern = stage.shared_concern(log)
    words = stage.concern_words()
    goal = words.pop("goal")
    given = {
        **words,
        "goal_text": goal["text"],
        "goal_kind": "main",
        "title": "Nye ord",
        "version": concern.version,
    }

    answer = Visitor("kari").send("edit_concern", concern.pk, fields=given)

    with within(HERE):
        version = RowVersion.objects.filter(row_id=concern.pk).latest("id")
    assert answer.status_code == 302
    assert version.request_id == _last().request_id
    assert version.changed_by == cast.person("kari").id


def test_logging_in_and_out_and_looking_at_ones_own_page_is_nobodys_reading(log):
    before = _reads()
    kari = Visitor("kari")

    for name in ("start", "own_page", "staff_search"):
        kari.see(name)
    kari.send("log_out")

    assert _reads() == before


def _reads():
    with within(HERE):
        return Entry.objects.filter(kind="read").count()


def _last(place=HERE):
    with within(place):
        return Entry.objects.order_by("-number").first() or Entry()


def _count():
    with within(HERE):
        return Entry.objects.count()


def _who(row):
    return {"actor_id": row.actor_id, "actor_name": row.actor_name, "actor_title": row.actor_title}
