"""Jobs of insight: each night, whether a counting day has come. Arguments are ids only."""

from procrastinate.contrib.django import app

from stafett.insight import operations
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@app.periodic(cron="50 2 * * *")
@app.task(name="insight.count_everybody", queueing_lock="insight.count_everybody")
def count_everybody(timestamp: int) -> int:
    """One job for each municipality, so that a fault in one stops no other; gives how many."""
    municipalities = municipality_ids()
    for municipality_id in municipalities:
        count_up.defer(municipality_id=str(municipality_id))
    return len(municipalities)


@app.task(name="insight.count_up")
def count_up(municipality_id: str) -> int:
    """Count one municipality when a counting day has come that is not counted; gives how many rows that made."""
    with within(municipality_id):
        return operations.count_up(municipality_id, today=today_in_norway(clock.now()))
