"""Jobs of the register: staff lists that came as files; and every night, the population register is asked anew about those
it has confirmed or could have. Arguments are ids only."""

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError
from procrastinate.contrib.django import app

from stafett.access import policy
from stafett.access.enums import Action
from stafett.administration import operations, queries
from stafett.administration.operations import lists, picking_up, taking_in
from stafett.administration.queries.lists import list_for_job
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.register.actor import Actor
from stafett.register.directory import municipality_ids, short_names
from stafett.register.lookup import population_register
from stafett.register.tenancy import within

logger = logging.getLogger(__name__)


@app.task(name="administration.read_list")
def read_list(municipality_id: str, import_id: str) -> str:
    """Read a list and write down what it would do; gives the state it came to. One from the folder then goes its way."""
    state = taking_in.read_list(UUID(municipality_id), UUID(import_id))
    _follow_up(municipality_id, import_id, is_new=True)
    return state


@app.periodic(cron="*/10 * * * *")
@app.task(name="administration.pick_up_lists", queueing_lock="administration.pick_up_lists")
def pick_up_lists(timestamp: int) -> int:
    """Every tenth minute: a file for each municipality that has one lying ready in the folder; gives how many."""
    if not settings.LISTS_FOLDER:
        return 0
    return sum(picking_up.pick_up(municipality_id, slug) for municipality_id, slug in short_names().items())


@app.task(name="administration.take_in_list")
def take_in_list(municipality_id: str, import_id: str) -> bool:
    """Carry out a list, all of it or nothing. When somebody was put on a list by hand in the same moment, it is worked out
    once more, and shown anew."""
    try:
        is_done = _as_whoever_ordered(municipality_id, import_id, taking_in.take_in)
    except IntegrityError:
        logger.warning("A list met a change made by hand; it is worked out once more.")
        is_done = _or_put_back(municipality_id, import_id, taking_in.take_in)
    except Exception:
        logger.exception("A list could not be taken in; it is tried once more.")
        is_done = _or_put_back(municipality_id, import_id, taking_in.take_in)
    _follow_up(municipality_id, import_id, is_new=False)
    return is_done


@app.task(name="administration.undo_list")
def undo_list(municipality_id: str, import_id: str) -> bool:
    """Undo a list."""
    return _or_put_back(municipality_id, import_id, taking_in.undo)


@app.periodic(cron="50 2 * * *")
@app.task(name="administration.forget_lists", queueing_lock="administration.forget_lists")
def forget_lists(timestamp: int) -> int:
    """Every night: lists that can no longer be undone are deleted, with all their lines; gives how many rows went."""
    count, limit = 0, clock.now() - timedelta(days=lists.UNDO_DAYS)
    for municipality_id in municipality_ids():
        with within(municipality_id):
            count += lists.forget_lists(older_than=limit)
            lists.put_back_forgotten(older_than=clock.now() - timedelta(days=1))
    return count


def _or_put_back(municipality_id, import_id, work):
    """What cannot be done stands as before it was asked for, and can be asked for again."""
    try:
        return _as_whoever_ordered(municipality_id, import_id, work)
    except Exception:
        logger.exception("A staff list could not be dealt with; it stands as before.")
        with within(municipality_id):
            lists.put_back(UUID(import_id))
        return False


def _follow_up(municipality_id, import_id, *, is_new):
    with within(municipality_id):
        picking_up.follow_up(UUID(import_id), is_new=is_new)


def _as_whoever_ordered(municipality_id, import_id, work):
    """As the administrator who asked for it, who must be one still, else the list stands as before; as the municipality's
    own system where the folder did."""
    with within(municipality_id):
        row = list_for_job(UUID(import_id))
        if row is None or row.state not in lists.BEFORE:
            return False
        actor = _who_ordered(row)
        if actor is None:
            lists.put_back(UUID(import_id))
            return False
        work(actor=actor, staff_import=row)
        return True


def _who_ordered(row):
    if row.ordered_by_id is None:
        return picking_up.system_of(row.municipality_id) if row.added_by_id is None else None
    actor = sessions.actor_of(row.ordered_by_id, today=clock.today_in_norway(clock.now()))
    return actor if actor is not None and policy.may(actor, Action.IMPORT_STAFF) else None


@app.periodic(cron="20 2 * * *")
@app.task(name="administration.check_register", queueing_lock="administration.check_register")
def check_register(timestamp: int) -> int:
    """Find what has changed in every municipality; gives how many relations and children did. 0 without a register."""
    if population_register() is None:
        return 0
    return sum(_check(municipality_id) for municipality_id in municipality_ids())


def _check(municipality_id):
    """One small transaction for each relation and child, so that nobody waits for the whole night's work."""
    actor = Actor(person_id=None, municipality_id=municipality_id, name="Stafett")
    today = clock.today_in_norway(clock.now())
    with within(municipality_id):
        relations, children = queries.confirmed_relation_ids(), queries.child_ids_with_guardians()
    changed = 0
    for pk in relations:
        with within(municipality_id):
            relation = queries.relation_with_people(pk)
            if relation is not None and queries.change_in_register(relation):
                operations.check_relation(actor=actor, relation=relation)
                changed += 1
    for pk in children:
        with within(municipality_id):
            child = queries.child_with_person(pk)
            if child and child.guardians_live_elsewhere != queries.lives_elsewhere(child, today=today):
                operations.check_residence(actor=actor, child=child)
                changed += 1
    return changed
