"""Saying how one wants the meeting to be (L-12)."""

from stafett.audit.trail import operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.log_meetings.enums import Event, Refusal
from stafett.log_meetings.models.wish import Wish

_LISTS, _WORDS = ("people", "ease"), ("people_words", "seat", "voice", "talk_about", "not_about")


@operation(Event.WISH_WRITTEN, lock="log")
def write_wish(*, actor, log, **wishes):
    """Keep what the child wishes; the former wish is kept as it was.

    In: `people`, `ease` (lists), `people_words`, `seat`, `voice`, `talk_about`, `not_about` (texts), all of which may be
    empty, but not all at once. Raises Refused. Source: L-12, S001-29.
    """
    said = {name: list(wishes.get(name) or ()) for name in _LISTS}
    said |= {name: wishes.get(name) or "" for name in _WORDS}
    if not any(said.values()):
        require(no(Refusal.NOTHING_WISHED))
    now = clock.now()
    Wish.objects.filter(log=log, replaced_at__isnull=True).update(replaced_at=now)
    return Wish.objects.create(
        municipality_id=log.municipality_id, log=log, written_by_id=actor.person_id, written_at=now, **said
    )
