"""Everybody × every route of a log × every log state × every consent state: what the door decides, without the pages.

Asks as the guard does: the view's own `of`, its facts, the policy. The answers must be those of the hand-written table
(who_may.py), in the logs as they are and after each thing that can take an access away.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import resolve, reverse

from stafett.access import policy
from stafett.access.models import Grant
from stafett.consent import operations as consents
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.identity import sessions
from stafett.register.models import Child, Employment, GuardianRelation, Person
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.access import asking, four_logs, who_may

HERE = cast.EKSEMPELVIK.id
NEAR = [
    *who_may.IN_LOG["e"],
    "trond",
    "dag",
    "aslaug",
    "randi",
    "personvern",
    "torbjorn",
    "arkivar",
    "fatima",
]


class Decisions:
    """Asks the door of each route; what is found for a person in a log is asked of the database once."""

    def __init__(self):
        self.count, self.wrong = 0, []

    def ask_all(self, people, letter, things, *, expected=who_may.of_log):
        for key in people:
            with within(cast.place_of(key).id, actor_id=cast.person(key).id):
                self._ask(key, letter, things, expected)

    def _ask(self, key, letter, things, expected):
        actor, found = sessions.actor_of(cast.person(key).id, today=stage.today()), {}
        for name, (rule, _kinds, _methods) in who_may.LOG_ROUTES.items():
            verdict = self._decided(actor, name, things, found)
            self.count += 1
            if verdict != (should := expected(rule, letter, key)):
                self.wrong.append(f"{key} {name} in {letter}: expected {should}, got {verdict}")

    @staticmethod
    def _decided(actor, name, things, found):
        where = asking.address(name, things)
        view = resolve(reverse(name, args=where)).func
        if (view.of, where[0]) not in found:
            thing = view.of(actor, where[0])
            facts = view.facts(thing, today=stage.today()) if thing is not None else None
            found[view.of, where[0]] = thing, facts
        thing, facts = found[view.of, where[0]]
        if thing is None:
            return "unknown"
        return "allowed" if policy.may(actor, view.action, facts) else "forbidden"


@pytest.fixture
def decisions(request):
    """Counts cases; the number is printed at the end of the run."""
    asked = Decisions()
    yield asked
    request.node.user_properties.append(("access cases", asked.count))


def test_everybody_meets_the_tables_door_in_every_log(logs, decisions):
    for letter, things in logs.items():
        decisions.ask_all(asking.EVERYONE, letter, things)

    assert decisions.wrong == []
    assert decisions.count > 18_000


def _the_places_of(key, **changed):
    Grant.objects.filter(person_id=cast.person(key).id).update(**changed)


def _yesterday():
    return stage.today() - timedelta(days=1)


ON_PAPER = "the child lives at a protected address"
# What happens in log e, and whom it puts out of it at once.
LOSSES = {
    "nothing": (lambda log: None, set()),
    "the last day of the one from outside has passed": (lambda log: _the_places_of("sunniva", ends_on=_yesterday()), {"sunniva"}),
    "the place from outside is ended": (lambda log: _the_places_of("sunniva", ended_at="2026-01-01T12:00Z"), {"sunniva"}),
    "the leader's days are over": (lambda log: _the_places_of("elle", ends_on=_yesterday()), {"elle"}),
    "the leader is a leader no more": (
        lambda log: Employment.objects.filter(person_id=cast.person("elle").id).update(role="staff"), {"elle"},
    ),
    "the holder has left": (
        lambda log: Employment.objects.filter(person_id=cast.person("kari").id).update(ends_on=_yesterday()), {"kari"},
    ),
    "the holder runs the system instead": (
        lambda log: Employment.objects.filter(person_id=cast.person("kari").id).update(role="municipal_admin"), {"kari"},
    ),
    "consent reaches other services no more": (
        lambda log: Grant.objects.exclude(unit_id=log.unit_id).update(consent_until=None), {"henrik", "sunniva"},
    ),
    "the guardian is blocked": (
        lambda log: GuardianRelation.objects.filter(guardian_id=cast.person("hamid").id).update(
            state="blocked", state_reason="Vedtak i saksmappen."
        ), {"hamid"},
    ),
    "the guardian has no parental responsibility": (
        lambda log: GuardianRelation.objects.filter(guardian_id=cast.person("hamid").id).update(
            has_parental_responsibility=False
        ), {"hamid"},
    ),
    "the responsibility begins tomorrow": (
        lambda log: GuardianRelation.objects.filter(guardian_id=cast.person("hamid").id).update(
            responsibility_from=stage.today() + timedelta(days=1)
        ), {"hamid"},
    ),
    "the youth reads it alone": (
        lambda log: RelayLog.objects.filter(pk=log.pk).update(guardians_end_on=stage.today()), {"hamid"},
    ),
    "the child is of age": (
        lambda log: Person.objects.filter(pk=cast.person("ahmed").id).update(
            birth_date=stage.today() - timedelta(days=18 * 366)
        ), {"hamid"},
    ),
    "the child is fifteen": (
        lambda log: Person.objects.filter(pk=cast.person("ahmed").id).update(
            birth_date=stage.today() - timedelta(days=15 * 366)
        ), {"ahmed"},
    ),
    ON_PAPER: (
        lambda log: Person.objects.filter(pk=cast.person("ahmed").id).update(protection="strictly"), {"hamid", "ahmed"},
    ),
    "the guardian lives at a protected address": (
        lambda log: Person.objects.filter(pk=cast.person("hamid").id).update(protection="confidential"), {"hamid"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("loss", LOSSES)
def test_whoever_loses_a_place_meets_a_strangers_door_and_nobody_else_does(logs, decisions, loss):
    happens, put_out = LOSSES[loss]
    with within(HERE):
        happens(logs["e"].log)
        if loss != "consent reaches other services no more":
            consents.renew_places(RelayLog.objects.get(pk=logs["e"].log.pk), today=stage.today())
        has_consent = _has_consent(logs["e"].log)

    uncovered = set() if has_consent else {"henrik", "sunniva"}
    decisions.ask_all(
        NEAR,
        "e",
        logs["e"],
        expected=_with_lapse(put_out | uncovered, has_consent, on_paper=loss == ON_PAPER),
    )

    assert decisions.wrong == []


WRITES = (
    "write", "small words", "keep note", "answer invitation", "childs words", "hand screen", "say how it was",
)  # fmt: skip


def _with_lapse(put_out, has_consent, *, on_paper):
    """The table of log e, or of the same log without consent: then nobody writes (as in c). Where an address is protected
    the child is not given a screen either (L-27)."""

    def expected(rule, letter, key):
        verdict = "unknown" if key in put_out else who_may.of_log(rule, letter, key)
        is_shut = (rule in WRITES and not has_consent) or (rule == "hand screen" and on_paper)
        return "forbidden" if verdict == "allowed" and is_shut else verdict

    return expected


def _has_consent(log):
    """Whether consent is valid in a log now."""
    return stage.reached(log, "jonas").standing.is_valid


def test_the_database_shows_each_member_of_the_cast_their_own_municipality_and_no_other(logs, decisions):
    with within(HERE):
        here = set(RelayLog.objects.values_list("pk", flat=True))
    for key in asking.EVERYONE:
        with within(cast.place_of(key).id), connection.cursor() as cursor:
            cursor.execute("SELECT id FROM relay_log_relaylog UNION SELECT log_id FROM access_grant")
            seen = {pk for (pk,) in cursor.fetchall()}
        decisions.count += len(here)
        if seen != (here if cast.place_of(key).id == HERE else set()):
            decisions.wrong.append(key)

    assert decisions.wrong == []
    assert len(here) == len(four_logs.CHILDREN)
    assert Child.objects.count() == 0  # outside any municipality there is nothing at all
    assert Consent.objects.count() == 0
