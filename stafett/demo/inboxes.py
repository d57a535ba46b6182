"""The demo's inboxes: reminders come on the days they would have come, and people have read all but the newest."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from stafett.messages import operations
from stafett.messages.models import Message
from stafett.relay_log.operations.reminding import remind

REMINDED_DAYS = 21  # those from before that would have been read long ago


def with_reminders(place: Place, moments: Iterable[datetime]) -> Iterator[datetime]:
    """Pass the story's moments on, and remind people on each of the last weeks' days, and today."""
    waiting = [today() - timedelta(days=days) for days in range(REMINDED_DAYS, -1, -1)]
    for moment in moments:
        while waiting and waiting[0] <= clock.today_in_norway(moment):
            _remind(place, waiting.pop(0))
        yield moment
    for day in waiting:
        _remind(place, day)
    _read_all_but_the_newest()


def _remind(place, day):
    with clock.set_to(datetime.combine(day, time(6, 20), NORWAY)):
        remind(place.id, today=day)


def _read_all_but_the_newest():
    newest = Message.objects.order_by("recipient_id", "-created_at", "-id").distinct("recipient_id")
    old = Message.objects.filter(read_at=None).exclude(pk__in=newest.values("pk"))
    with clock.set_to(clock.now() - timedelta(minutes=1)):  # nothing in the demo happens in the future
        for message in list(old):
            reader = sessions.actor_of(message.recipient_id, today=today())
            operations.mark_read(actor=reader, message=message)
