"""Addresses and hidden fields that somebody has changed by hand: nothing happens, and the trail says that they tried."""

import pytest
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel.ids import new_id
from stafett.register.tenancy import within
from stafett.relay_log.models import BrightSpot
from tests import stage
from tests.access import asking, who_may
from tests.access.stored import fingerprint
from tests.web import good_forms
from tests.web.visiting import Visitor, undone

HERE = cast.EKSEMPELVIK.id
POSTS = [name for name, (_rule, _kinds, methods) in who_may.LOG_ROUTES.items() if "POST" in methods]
# What a form that is right in every way gets from Kari in the active log. 422: the log is not at that point.
NOT_NOW = {"closure", "sharing", "activation", "achievement", "ending", "discard_concern", "measure_start", "discard_measure", "discard_log", "analysis_sharing", "factor_sharing", "child_pulse"} | {  # a meeting that is planned is not written in or confirmed
    "meeting_step", "meeting_words", "writer_change", "meeting_stop", "writing_end", "confirmation", "confirmation_at_table", "minutes_closing",
}  # fmt: skip


def test_every_form_is_carried_out_for_the_holder(logs):
    kari, here = Visitor("kari"), logs["b"]

    others = {
        name for name in POSTS if who_may.of_log(who_may.LOG_ROUTES[name][0], "b", "kari") == "forbidden"
    }
    answers = {name: _post(kari, name, here) for name in POSTS}

    files = who_may.ANSWERS_WITH_A_FILE & set(POSTS) - others
    assert {name for name, answer in answers.items() if answer.status_code == 302} == {
        *POSTS
    } - NOT_NOW - others - files
    assert {answers[name].status_code for name in files} == {200}
    assert {answers[name].status_code for name in NOT_NOW - others} == {422}
    assert {answers[name].status_code for name in others} == {403}


@pytest.mark.parametrize(
    "key", ["jonas", "hilde", "ronny", "trond", "elle", "dag", "oddny", "sunniva", "randi", "torbjorn", None]
)
def test_no_form_is_carried_out_when_somebody_else_sends_it(logs, key):
    visitor, here = Visitor(key), logs["b"]
    small = {name for name in POSTS if who_may.LOG_ROUTES[name][0] == "small words"}
    forms = [name for name in POSTS if who_may.of_log(who_may.LOG_ROUTES[name][0], "b", key) != "allowed"]
    before = fingerprint(HERE)

    statuses = {_post(visitor, name, here, keep=True).status_code for name in forms}

    assert fingerprint(HERE) == before
    # not logged in: to a page that keeps what was written until one is
    assert statuses == {403} if key is None else {403 if key in who_may.IN_LOG["b"] else 404}
    assert len(_refusals(key)) == (len(forms) if key else 0)
    own = {
        "jonas": small | {"note_keeping", "invitation_answer", "confirmation"},
        "hilde": small | {"own_package", "invitation_answer", "confirmation", "meeting_pulse"},
    }
    assert set(POSTS) - set(forms) == own.get(key, set())


def test_a_thing_of_another_log_is_not_there_under_this_one(logs):
    kari, here = Visitor("kari"), logs["b"]
    before = fingerprint(HERE)
    swapped = [
        (method, name, kind, logs[letter])
        for letter in "acd"
        for method, name, kind in (
            ("POST", "end_participation", "grant"),
            ("POST", "factor_removal", "factor"),
            ("POST", "factor_reach", "factor"),
            ("POST", "factor_sharing", "factor"),
            ("GET", "consent_document", "consent"),
        )
    ]

    for method, name, kind, there in swapped:
        first = here.concern if kind == "factor" else here.log
        other = kari.generic(method, reverse(name, args=[first.pk, getattr(there, kind).pk]))
        random = kari.generic(method, reverse(name, args=[first.pk, new_id()]))

        assert other.status_code in (404, 422)
        assert (other.status_code, other.content) == (random.status_code, random.content)
    assert fingerprint(HERE) == before


def test_the_holder_cannot_be_put_out_of_the_log_as_if_a_participant(logs):
    with within(HERE):
        own = logs["b"].log.grants.get(relation="baton_holder")

    answer = Visitor("kari").send("end_participation", logs["b"].log.pk, own.pk)

    with within(HERE):
        own.refresh_from_db()
    assert answer.status_code == 422
    assert own.ended_at is None


def _foreign_values():
    """Field by field: a value that is real, and not for Kari in this log to choose."""
    neighbour = cast.person("oddny").id
    return [
        ("new_measure", "chosen_ids", str(cast.person("dag").id)),
        ("new_measure", "chosen_ids", str(neighbour)),
        ("new_measure", "chosen_ids", str(cast.person("hilde").id)),
        ("edit_measure", "chosen_ids", str(neighbour)),
        ("consent", "covered_unit_ids", str(cast.unit("domesund_ppt").id)),
        ("consent", "guardian_id", str(cast.person("bente").id)),
        ("consent", "guardian_id", str(cast.person("ronny").id)),
        ("consent", "guardian_id", str(cast.person("jorunn").id)),
        ("participants", "employment_id", str(made_id("post", "oddny-domesund_school"))),
        ("participants", "employment_id", str(made_id("post", "trond-eksempelvik_school"))),
        ("participants", "employment_id", str(made_id("post", "dag-fabelasen_school"))),
        ("level", "level", "1" * 40),
        ("level", "level", "0"),
    ]


@pytest.mark.parametrize(("name", "field", "value"), _foreign_values(), ids=lambda part: str(part)[:12])
def test_a_value_that_was_not_offered_is_refused(logs, name, field, value):
    kari, here = Visitor("kari"), logs["b"]
    before = fingerprint(HERE)
    with within(HERE):
        given = {**good_forms.fields(name, here), field: value}

    answer = kari.post(_path(name, here), given)

    assert answer.status_code == 422
    assert fingerprint(HERE) == before


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("start_log", "leader_id", str(cast.person("aslaug").id)),
        ("start_log", "leader_id", str(cast.person("torleiv").id)),
        ("start_log", "leader_id", str(cast.person("kari").id)),
        ("new_child", "unit_id", str(cast.unit("fabelasen_school").id)),
        ("new_child", "unit_id", str(cast.unit("domesund_school").id)),
    ],
)
def test_a_leader_or_unit_that_was_not_offered_is_refused(logs, name, field, value):
    kari = Visitor("kari")
    where = [cast.child("nils").id] if name == "start_log" else []
    before = fingerprint(HERE)

    answer = kari.send(name, *where, fields={**good_forms.fields(name), field: value})

    assert answer.status_code == 422
    assert fingerprint(HERE) == before


@pytest.mark.parametrize("version", ["", "0", "-1", "999999999999999999999", "1"])
@pytest.mark.parametrize(("name", "kind"), [("edit_concern", "concern"), ("edit_measure", "measure")])
def test_a_forged_version_never_overwrites_what_is_stored(logs, name, kind, version):
    kari, here = Visitor("kari"), logs["b"]
    with within(HERE):
        type(here.concern).objects.filter(pk=here.concern.pk).update(version=7)
        type(here.measure).objects.filter(pk=here.measure.pk).update(version=7)
        given = {**good_forms.fields(name, here), "version": version}
    before = fingerprint(HERE)

    answer = kari.post(_path(name, here), given)

    assert answer.status_code == 409
    assert fingerprint(HERE) == before


def test_a_submission_id_taken_from_somebody_else_neither_stops_nor_reveals_anything(logs):
    here, submission = logs["b"], str(new_id())
    kari, jonas = Visitor("kari"), Visitor("jonas")
    kari.send("new_bright_spot", here.log.pk, fields={"text": "Karis ord", "submission": submission})

    answer = jonas.send(
        "new_bright_spot", here.log.pk, fields={"text": "Jonas' ord", "submission": submission}
    )

    with within(HERE):
        texts = set(BrightSpot.objects.values_list("text", flat=True))
    assert answer.status_code == 302
    assert texts == {"Karis ord", "Jonas' ord"}


@pytest.mark.parametrize("person", ["trond", "aslaug", "hilde", "noor"])
def test_the_demos_door_opens_only_for_the_people_on_it(logs, person, settings):
    chosen = cast.person(person)
    on_the_page = chosen.shows != ""

    answer = Visitor().send("demo_login", fields={"person": str(chosen.id)})

    assert (answer.status_code, settings.LOGIN_COOKIE in answer.cookies) == (
        (302, True) if on_the_page else (404, False)
    )


def _post(visitor, name, things, *, keep=False):
    """Send a form that is right in every way; unless kept, what it did is taken back."""
    with within(HERE):
        given = good_forms.fields(name, things)
    if keep:
        return visitor.post(_path(name, things), given)
    with undone():
        return visitor.post(_path(name, things), given)


def _path(name, things):
    return reverse(name, args=asking.address(name, things)) + good_forms.query(name)


def _refusals(key):
    with within(HERE if key != "oddny" else cast.DOMESUND.id):
        rows = Entry.objects.filter(kind="refusal", at__date__gte=stage.today())
        return list(rows.filter(actor_id=cast.person(key).id)) if key else list(rows)
