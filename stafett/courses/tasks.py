"""Jobs of courses, each morning: places of those who have left are given on, leaders hear of deadlines,
and administrators of a course day that nobody has set up. Ids only."""

from procrastinate.contrib.django import app

from stafett.courses.operations import attending, reminding
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@app.periodic(cron="45 4 * * *")
@app.task(name="courses.look_after_everybody", queueing_lock="courses.look_after_everybody")
def look_after_everybody(timestamp: int) -> int:
    """One job for each municipality, so that a fault in one stops no other; gives how many."""
    municipalities = municipality_ids()
    for municipality_id in municipalities:
        look_after.defer(municipality_id=str(municipality_id))
    return len(municipalities)


@app.task(name="courses.look_after")
def look_after(municipality_id: str) -> int:
    """Free places and remind leaders in one municipality; gives how many messages that made."""
    today = today_in_norway(clock.now())
    with within(municipality_id):
        attending.free_places(today=today)
        asked = reminding.ask_for_courses(municipality_id, today=today)
        return asked + reminding.remind(municipality_id, today=today)
