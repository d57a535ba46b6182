"""Retention in the demo: the municipality has decided about closed logs, one log is held, and one that never came into use
has been disposed of by two, with its certificate."""

from collections.abc import Iterator

from stafett.access.enums import LogState
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.register.models import Child
from stafett.relay_log import operations as logs
from stafett.relay_log.enums import StartCriterion
from stafett.relay_log.models import RelayLog
from stafett.retention import operations
from stafett.retention.enums import Fate, Kind

PLAN = "Bevarings- og kassasjonsplan for Eksempelvik, punkt 4.2"


def life_of(place: Place) -> Iterator[When]:
    """What the archivist and personvernombudet do, as one more life to be told beside the logs' own."""
    yield on(-124, 9, 0)
    if place.slug != "eksempelvik":
        return
    _decide(Kind.CLOSED_LOG, Fate.ARCHIVE, 60, "Planen er vedtatt i kommunestyret.")
    _decide(Kind.NEVER_STARTED, Fate.DISPOSE, 3, "Tre måneder er lenge nok å vente på et ja.")
    yield on(-120, 10, 0)
    unused = _started("kari", "nils", leader="elle")
    yield on(-6, 10, 15)
    disposal = operations.propose(
        actor=_actor("arkivar"), log_ids=[unused.pk], today=today(),
        words="Familien takket nei, og loggen kom aldri i gang.",
    )  # fmt: skip
    yield on(-5, 9, 30)
    operations.approve(
        actor=_actor("personvern"), disposal=disposal, words="Jeg har sett over listen.", today=today()
    )
    yield on(-4, 13, 0)
    closed = RelayLog.objects.filter(state=LogState.CLOSED).order_by("closed_at", "id").first()
    if closed:
        operations.hold_log(
            actor=_actor("personvern"), log=closed, reason="En klage til Statsforvalteren er ikke avgjort.",
            ends_on=None, today=today(),
        )  # fmt: skip


def _decide(kind, fate, months, reason):
    operations.change_rule(
        actor=_actor("arkivar"), kind=kind, version=0, fate=fate, months=months, basis=PLAN, reason=reason
    )


def _started(holder, child, *, leader):
    row = Child.objects.get(pk=cast.child(child).id)
    return logs.start_log(
        actor=_actor(holder), child=row, unit_id=row.unit_id, criteria=(StartCriterion.OVER_TIME,),
        simple_measures_tried=True, leader_id=cast.person(leader).id, leader_agreed_on=today(), today=today(),
    )  # fmt: skip


def _actor(key):
    return sessions.actor_of(cast.person(key).id, today=today())
