"""Jobs of system meetings: reminders of measures to evaluate, each morning. Arguments are ids only."""

from procrastinate.contrib.django import app

from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within
from stafett.system_meetings.operations import reminding


@app.periodic(cron="45 4 * * *")
@app.task(name="system_meetings.remind_everybody", queueing_lock="system_meetings.remind_everybody")
def remind_everybody(timestamp: int) -> int:
    """One job for each municipality, so that a fault in one stops no other; gives how many."""
    municipalities = municipality_ids()
    for municipality_id in municipalities:
        remind.defer(municipality_id=str(municipality_id))
    return len(municipalities)


@app.task(name="system_meetings.remind")
def remind(municipality_id: str) -> int:
    """Remind those who evaluate measures in one municipality; gives how many messages that made."""
    with within(municipality_id):
        return reminding.remind(municipality_id, today=today_in_norway(clock.now()))
