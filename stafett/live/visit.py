"""Whether a page may still be told: the login, the person and the place in the log, as they are at this moment.

Asked when a stream opens, before each event and at each ping, in a thread of its own. It writes nothing: the page
itself has recorded the reading, and an open stream must not keep a login alive.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import Error, connection

from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.actor import Actor
from stafett.register.tenancy import within

Newest = Callable[..., int | None]
"""`newest(actor, thing_id, since=number, today=date)`: number of the newest act by somebody else that `actor` may
see, at least `since`; None when `actor` does not reach the thing. Called within the actor's municipality."""


@dataclass(frozen=True)
class Visit:
    """A login token (text) that asks for one thing, how far its page had come, and the source's way of answering."""

    token: str
    thing_id: UUID
    since: int
    newest: Newest


@dataclass(frozen=True)
class Seen:
    """The answer: who asks, and how far the thing has come for them."""

    actor: Actor
    newest: int


class NotNow(Exception):
    """The question could not be asked at this moment."""


def look(visit: Visit, since: int) -> Seen | None:
    """Ask anew. None when the login, the person or the access is gone. Raises NotNow without a database.

    The thread keeps its connection: there are few threads, and they ask all the time.
    """
    try:
        return _look(visit, since)
    except Error as error:
        connection.close()
        raise NotNow from error


def _look(visit: Visit, since: int) -> Seen | None:
    now = clock.now()
    login = sessions.peek(visit.token, now=now)
    if (
        login is None or login.handed_log_id is not None
    ):  # the screen is with a child: nothing of the log is told
        return None
    today = today_in_norway(now)
    with within(login.municipality_id, actor_id=login.person_id):
        actor = sessions.actor_of(login.person_id, today=today)
        newest = visit.newest(actor, visit.thing_id, since=since, today=today) if actor else None
    return None if newest is None else Seen(actor, newest)
