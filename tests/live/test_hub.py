"""Who is woken by what, without a database."""

import asyncio

import psycopg
import pytest

from stafett.kernel.ids import new_id
from stafett.live import hub as hub_module
from stafett.live.hub import Hub

MUNICIPALITY, THING, ACTOR = new_id(), new_id(), new_id()


@pytest.fixture
def hub():
    """A hub that is not connected to anything."""
    return Hub("")


def test_an_act_wakes_those_who_follow_the_thing_and_nobody_else(hub):
    here, also_here, elsewhere = hub.join(THING), hub.join(THING), hub.join(new_id())

    hub.hear(f"{MUNICIPALITY} {THING} {ACTOR}")

    assert [each.has_news for each in (here, also_here, elsewhere)] == [True, True, False]
    assert [each.wake.is_set() for each in (here, also_here, elsewhere)] == [True, True, False]


def test_an_act_does_not_wake_the_one_who_did_it(hub):
    own, other = hub.join(THING), hub.join(THING)
    own.actor_id, other.actor_id = ACTOR, new_id()

    hub.hear(f"{MUNICIPALITY} {THING} {ACTOR}")

    assert (own.has_news, other.has_news) == (False, True)


def test_an_act_by_nobody_in_particular_wakes_everybody(hub):
    listener = hub.join(THING)
    listener.actor_id = ACTOR

    hub.hear(f"{MUNICIPALITY} {THING}")

    assert listener.has_news


@pytest.mark.parametrize(
    "payload",
    ["", " ", "x", f"{THING}", f"{MUNICIPALITY} x {ACTOR}", f"  {THING}", "🙂 🙂 🙂"],
    ids=["nothing", "a space", "a letter", "one id", "a word among ids", "spaces first", "faces"],
)
def test_words_that_are_no_ids_wake_nobody(hub, payload):
    listener = hub.join(THING)

    hub.hear(payload)

    assert not listener.has_news


def test_who_has_left_is_woken_no_more_and_nothing_is_kept(hub):
    leaves, stays = hub.join(THING), hub.join(THING)

    hub.leave(leaves)
    hub.hear(f"{MUNICIPALITY} {THING} {ACTOR}")
    hub.leave(stays)

    assert (leaves.has_news, stays.has_news) == (False, True)
    assert hub.is_empty()


def test_a_closed_hub_finishes_everyone_also_those_who_come_later(hub):
    before = hub.join(THING)

    hub.close()
    after = hub.join(THING)

    assert before.is_done
    assert after.is_done
    assert before.wake.is_set()


def test_everybody_is_woken_when_a_lost_connection_is_back(hub, monkeypatch):
    listener, attempts = hub.join(THING), []

    async def connect(self):
        attempts.append(listener.has_news)
        if len(attempts) < 3:
            raise psycopg.OperationalError("not yet")
        return _Connection()

    monkeypatch.setattr(Hub, "_connect", connect)
    monkeypatch.setattr(hub_module, "FIRST_PAUSE", 0.001)
    asyncio.run(_run_until_woken(hub, listener))

    assert attempts == [False, False, False]
    assert listener.has_news


class _Connection:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *_error):
        return None

    async def notifies(self, *, timeout):
        await asyncio.sleep(timeout)
        yield


async def _run_until_woken(hub, listener):
    listening = asyncio.create_task(hub.run())
    async with asyncio.timeout(20):
        await listener.wake.wait()
    listening.cancel()
