"""The one door: what is unknown and what is forbidden, in the same words to everybody, with a row in the trail."""

import pytest
from django.urls import reverse

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.access import asking, four_logs, who_may
from tests.access.stored import fingerprint
from tests.web.visiting import Visitor

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id


@pytest.mark.parametrize("key", ["dag", "oddny", "ronny", "trond", "hilde"])
def test_what_is_not_for_somebody_looks_exactly_like_what_does_not_exist(logs, key):
    visitor = Visitor(key)
    with within(HERE):
        things = four_logs.draft_in(logs["b"]) if key == "hilde" else logs["b"]
    hidden = [
        name
        for name, (_r, kinds, _m) in who_may.LOG_ROUTES.items()
        if key != "hilde" or kinds[0] not in ("log", "note", "meeting")
    ]

    for name in hidden:
        method, where = asking.methods(name)[0], asking.address(name, things)
        real = visitor.generic(method, reverse(name, args=where))
        random = visitor.generic(method, reverse(name, args=[new_id(), *where[1:]]))

        assert (real.status_code, random.status_code) == (404, 404), name
        assert real.content == random.content, name
        assert sorted(real.headers.items()) == sorted(random.headers.items()), name


def test_a_refusal_says_why_in_the_persons_own_language(logs):
    with within(THERE):
        log = stage.started_log("vetle", "oddny", leader_id=cast.person("torleiv").id)

    bokmaal = Visitor("jonas").see("level", logs["b"].log.pk)
    nynorsk = Visitor("oddny").see("new_concern", log.pk)

    assert "Bare stafettholderen kan gjøre dette." in bokmaal.content.decode()
    assert '<html lang="nn">' in nynorsk.content.decode()
    assert "Loggen ventar på samtykke." in nynorsk.content.decode()


def test_a_page_that_needs_a_login_leads_back_to_itself_afterwards(logs):
    path = reverse("log", args=[logs["b"].log.pk])

    answer = Visitor().get(path)

    assert answer["Location"] == f"{reverse('log_in')}?next={path}"


def test_a_form_sent_after_the_login_ended_is_not_replayed(logs):
    before = fingerprint(cast.EKSEMPELVIK.id)

    answer = Visitor().post(reverse("new_note", args=[logs["b"].log.pk]), {"text": "Sent for sent"})

    assert answer.status_code == 403
    assert "Sent for sent" in answer.content.decode()
    assert fingerprint(cast.EKSEMPELVIK.id) == before


@pytest.mark.parametrize(
    "asked", ["x", "0" * 32, "{" + "0" * 36 + "}", "%00", "..%2f..%2fetc", "1 OR 1=1", "æ" * 200]
)
def test_an_address_that_is_no_id_is_an_ordinary_not_found(db, asked):
    answer = Visitor("kari").get(f"/logger/{asked}/")

    assert answer.status_code == 404


def test_nothing_a_refused_visitor_began_is_left_behind(logs):
    before = _stored_logs()

    Visitor("jonas").post(reverse("discard_log", args=[logs["b"].log.pk]))

    assert _stored_logs() == before
    with within(HERE):
        assert Entry.objects.filter(kind="refusal", actor_id=cast.person("jonas").id).count() == 1


def test_an_action_without_a_rule_is_for_nobody(logs, monkeypatch):
    without = {action: rule for action, rule in policy.POLICY.items() if action is not Action.VIEW_LOG}
    monkeypatch.setattr(policy, "POLICY", without)

    answer = Visitor("kari").see("log", logs["b"].log.pk)

    assert answer.status_code == 403


def _stored_logs():
    with within(HERE):
        return sorted(RelayLog.objects.values_list("pk", "state"))


def test_a_page_that_is_a_threshold_must_be_for_everybody():
    with pytest.raises(ValueError, match="for everybody"):
        page(Action.VIEW_LOG, threshold=True)
