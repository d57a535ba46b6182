"""One log in each state of its life, with everything in it that an address can point at, built two months ago.

a: awaiting consent (mateusz). b: active (tiril). c: active, but consent has run out (mikkel). d: closed (emil).
e: active, with somebody from outside (sunniva), a leader who looks in (elle) and a youth who consents alone (ahmed).
Kari holds them all. Jonas (a colleague), Henrik (PPT) and Trond (who has left since) were let into each of them.
"""

import itertools
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.dates import add_years
from stafett.log_meetings.models import Meeting
from stafett.register.models import Employment, Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern, MaintainingFactor, Measure, Note, RelayLog
from tests import stage
from tests.conftest import pointed_at
from tests.environment import WORKER, cluster
from tests.log_meetings import inviting

CHILDREN = {"a": "mateusz", "b": "tiril", "c": "mikkel", "d": "emil", "e": "ahmed"}
PARTICIPANTS = ("jonas", "henrik", "trond")
BUILT_DAYS_AGO = 60
DAYS_OF_CONSENT = {"a": 300, "b": 300, "c": 30, "d": 300, "e": 300}
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Things:
    """A log and one of each kind of thing in it."""

    log: RelayLog
    concern: Concern
    measure: Measure
    ladder: object
    step: object
    factor: MaintainingFactor
    grant: Grant
    consent: Consent
    note: Note
    meeting: Meeting


@pytest.fixture(scope="module")
def built_logs(django_db_setup, template_database, django_db_blocker):
    """The four logs, in a database that the tests of one file share."""
    name = f"four_logs_{WORKER}_{next(_numbers)}"
    cluster.create_database(name, template=template_database)
    with django_db_blocker.unblock(), pointed_at(name):
        with within(cast.EKSEMPELVIK.id):
            things = build()
        yield things
    cluster.drop_database(name)


@pytest.fixture
def logs(built_logs, django_db_blocker):
    """The four logs by their letter; what a test does with them is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield built_logs
        transaction.set_rollback(True)


def build() -> dict[str, Things]:
    """The four logs by their letter; must run within Eksempelvik."""
    with clock.set_to(clock.now() - timedelta(days=BUILT_DAYS_AGO)):
        things = {letter: _things(letter, child) for letter, child in CHILDREN.items()}
    _open_to_everyone_else(things["e"].log)
    return things


def _open_to_everyone_else(log):
    """Somebody from outside, a leader who looks in, and a youth who came of age for consent yesterday."""
    sunniva = cast.person("sunniva")
    operations.let_in_from_outside(
        actor=stage.actor("kari"), log=log, unit_id=cast.unit("eksempelvik_bup").id, given_name="", family_name="",
        number=sunniva.number, purpose="Vurderer behandling", ends_on=stage.today() + timedelta(days=30),
        today=stage.today(),
    )  # fmt: skip
    operations.look_with_reason(
        actor=stage.actor("elle"), log=log, reason="Forbereder et møte.", today=stage.today()
    )
    sixteen = add_years(stage.today(), -16) - timedelta(days=1)
    Person.objects.filter(pk=cast.person("ahmed").id).update(birth_date=sixteen)


def draft_in(things: Things) -> Things:
    """The same log with a private draft, and things of the draft, in place of those that are shared."""
    concern = stage.drafted_concern(things.log, title="Bare for stafettholderen")
    ladder = _ladder(things.log, concern)
    return Things(
        log=things.log,
        concern=concern,
        measure=stage.add_measure(things.log, concern),
        ladder=ladder,
        step=ladder.steps.get(position=1),
        factor=_factor(things.log, concern),
        grant=things.grant,
        consent=things.consent,
        note=things.note,
        meeting=things.meeting,
    )


def _things(letter, child):
    log = stage.started_log(child)
    consents = [
        stage.consent_from(
            log,
            cast.person(relation.guardian).id,
            units=[cast.unit("eksempelvik_ppt").id, cast.unit("eksempelvik_bup").id],
            until=stage.today() + timedelta(days=DAYS_OF_CONSENT[letter]),
        )
        for relation in cast.relations_of(child)
        if _decides(relation)
    ]
    if letter != "a":
        operations.open_log(actor=stage.actor("kari"), log=log)
        operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal veilede.")
    grants = [_let_in(log, key, by_hand=letter == "a") for key in PARTICIPANTS]
    concern = stage.active_concern(log)
    factor = _factor(log, concern)
    ladder = _ladder(log, concern)
    note = operations.write_note(actor=stage.actor("kari"), log=log, text="Fin start på uken.")
    meeting = _meeting(log, letter)
    if letter == "d":
        _finish(log, concern, meeting)
    return Things(
        log=RelayLog.objects.select_related("child__person").get(pk=log.pk),
        concern=Concern.objects.get(pk=concern.pk),
        measure=stage.measure_in(concern, "service"),
        ladder=ladder,
        step=ladder.steps.get(position=1),
        factor=factor,
        grant=grants[0],
        consent=consents[0],
        note=note,
        meeting=Meeting.objects.get(pk=meeting.pk),
    )


def _meeting(log, letter):
    """A meeting that is still ahead, with everybody whom consent reaches so long."""
    family = [each.guardian for each in cast.relations_of(CHILDREN[letter]) if _decides(each)]
    colleagues = {"a": [], "c": ["jonas"]}.get(letter, ["jonas", "henrik"])
    ahead = stage.today() + timedelta(days=BUILT_DAYS_AGO + 20)
    return inviting.plan(log, invited=[*family, *colleagues], day=ahead)


def _let_in(log, key, *, by_hand):
    """A log that awaits consent lets nobody in; what would happen if a row were there all the same is tested."""
    employment = Employment.objects.get(person_id=cast.person(key).id)
    if not by_hand:
        operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=employment.pk, purpose="", today=stage.today()
        )
        return Grant.objects.get(log=log, person_id=employment.person_id)
    return Grant.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        person_id=employment.person_id,
        unit_id=employment.unit_id,
        relation=Relation.PARTICIPANT,
        given_by_id=cast.person("kari").id,
        started_at=clock.now(),
    )


def _factor(log, concern):
    return operations.add_factor(
        actor=stage.actor("kari"), log=log, concern=concern, kind="group", text="Mye uro i gruppen"
    )


def _ladder(log, concern):
    return operations.shape_ladder(
        actor=stage.actor("kari"), log=log, concern=concern, title="Ut i friminuttet", shaped_with_child=True,
        steps=["Sammen med en voksen", "Sammen med en venn", "På egen hånd"],
    )  # fmt: skip


def _decides(relation):
    return relation.has_parental_responsibility and relation.state == "confirmed"


def _finish(log, concern, meeting):
    inviting.cancel(meeting)
    for measure in concern.measures.all():
        stage.evaluate(log, measure)
    operations.achieve_goal(actor=stage.actor("kari"), log=log, concern=concern, today=stage.today())
    operations.close_log(actor=stage.actor("kari"), log=log, summary="Det går fint nå.", today=stage.today())
