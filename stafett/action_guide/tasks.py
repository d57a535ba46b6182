"""Jobs of the guide: every morning, remind the project group of an edition that is due to be looked at again."""

from procrastinate.contrib.django import app

from stafett.action_guide.operations import reminding
from stafett.kernel import clock
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@app.periodic(cron="40 4 * * *")
@app.task(name="action_guide.remind_everybody", queueing_lock="action_guide.remind_everybody")
def remind_everybody(timestamp: int) -> int:
    """Remind in every municipality; gives how many messages that made."""
    return sum(_remind(municipality_id) for municipality_id in municipality_ids())


def _remind(municipality_id):
    with within(municipality_id):
        return reminding.remind(municipality_id, today=clock.today_in_norway(clock.now()))
