"""Jobs of the register: every night, ask the population register anew about those it has confirmed or could have."""

from procrastinate.contrib.django import app

from stafett.administration import operations, queries
from stafett.kernel import clock
from stafett.register.actor import Actor
from stafett.register.directory import municipality_ids
from stafett.register.lookup import population_register
from stafett.register.tenancy import within


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
