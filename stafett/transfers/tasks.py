"""Jobs of transfers: what nobody answered, what is about to end and what nobody used, each morning. Arguments are ids only."""

from procrastinate.contrib.django import app

from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within
from stafett.transfers.operations import carrying, reminding


@app.periodic(cron="50 4 * * *")
@app.task(name="transfers.remind_everybody", queueing_lock="transfers.remind_everybody")
def remind_everybody(timestamp: int) -> int:
    """One job for each municipality, so that a fault in one stops no other; gives how many."""
    municipalities = municipality_ids()
    for municipality_id in municipalities:
        remind.defer(municipality_id=str(municipality_id))
    return len(municipalities)


@app.task(name="transfers.remind")
def remind(municipality_id: str) -> int:
    """Tell those concerned in one municipality, and put away packages nobody chose among; gives how many messages that
    made."""
    with within(municipality_id):
        carrying.put_away_unused(municipality_id)
        return reminding.remind(municipality_id, today=today_in_norway(clock.now()))
