"""Jobs of meetings: reminders, twice a day. A job that runs again, or on two workers, makes no second message."""

from procrastinate.contrib.django import app

from stafett.log_meetings.operations import reminding
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@app.periodic(cron="40 5,12 * * *")
@app.task(name="log_meetings.remind_everybody", queueing_lock="log_meetings.remind_everybody")
def remind_everybody(timestamp: int) -> int:
    """One job for each municipality, so that a fault in one stops no other; gives how many."""
    municipalities = municipality_ids()
    for municipality_id in municipalities:
        remind.defer(municipality_id=str(municipality_id))
    return len(municipalities)


@app.task(name="log_meetings.remind")
def remind(municipality_id: str) -> int:
    """Remind people in one municipality of their meetings; gives how many messages that made."""
    with within(municipality_id):
        return reminding.remind(municipality_id)
