"""Personvernombudet at the browser, and readings for her to find."""

from datetime import datetime, time, timedelta

from stafett.access.models import Grant
from stafett.audit import trail
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from tests import stage

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id


def yesterday(hour, minute=0, *, days=1):
    """A moment some days ago on a Norwegian clock."""
    return datetime.combine(stage.today() - timedelta(days=days), time(hour, minute), NORWAY)


def read(key, log, *, at=None, relation="", grant=None):
    """Somebody reads a log at a moment, by a relation and a place or by none; must run within the place."""
    actor = stage.actor(key)
    log.relation, log.grant_id = relation, grant
    with clock.set_to(at or yesterday(12)):
        trail.read(actor, "access.page_read", log, reason="view_log")


def place_of(log, key, *, since=None, **changed):
    """An open place in a log for somebody, as they had it some days ago; gives its id."""
    given = {
        "relation": "participant", "unit_id": cast.person(key).posts[0].unit.id, "given_by_id": cast.person("kari").id,
        "started_at": since or yesterday(0, days=40),
    } | changed  # fmt: skip
    return Grant.objects.create(
        municipality_id=log.municipality_id, log=log, person_id=cast.person(key).id, **given
    ).pk


def grant_of_holder(log):
    """The holder's place, as it had been there for a while."""
    grant = log.grants.get(relation="baton_holder")
    type(grant).objects.filter(pk=grant.pk).update(started_at=yesterday(0, days=40))
    return grant.pk
