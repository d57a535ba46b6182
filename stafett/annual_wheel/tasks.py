"""Jobs of the annual wheel: next year's wheels, and reminders, each morning. Arguments are ids only."""

from procrastinate.contrib.django import app

from stafett.annual_wheel.operations import reminding, rolling
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@app.periodic(cron="50 4 * * *")
@app.task(name="annual_wheel.turn_everybody", queueing_lock="annual_wheel.turn_everybody")
def turn_everybody(timestamp: int) -> int:
    """One job for each municipality, so that a fault in one stops no other; gives how many."""
    municipalities = municipality_ids()
    for municipality_id in municipalities:
        turn.defer(municipality_id=str(municipality_id))
    return len(municipalities)


@app.task(name="annual_wheel.turn")
def turn(municipality_id: str) -> int:
    """Roll the year forward and remind people in one municipality; gives how many wheels and messages that made."""
    today = today_in_norway(clock.now())
    with within(municipality_id):
        made = rolling.roll_forward(municipality_id, today=today)
        return made + reminding.remind(municipality_id, today=today)
