"""What the archive has been given in the invented municipalities: how it is set up, and each closed log, sent by the worker."""

from collections.abc import Iterator

from stafett.archive import operations
from stafett.archive.operations import packaging, sending
from stafett.archive.queries import to_hand_in
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions

LOOKS = (
    -119,
    -69,
    -30,
    -14,
    -7,
    -3,
    -1,
)  # days on which the worker looks; on a true site it looks each minute
ARCHIVISTS = {"eksempelvik": "arkivar"}
# Half a year, so that whoever tries the demo can still read a log that was closed in it.
SETUP = {
    "adapter": "folder", "system_name": "Websak", "log_folder": "Elevmappe", "meeting_folder": "BTI-møte",
    "case_type": "BTI", "journal_unit": "OPPVEKST", "access_days": 180,
}  # fmt: skip


def life_of(place: Place) -> Iterator[When]:
    """The archivist's setup and the worker's looks, as one more life to be told beside the logs' own."""
    yield on(-125, 9, 30)
    if place.slug in ARCHIVISTS:
        archivist = sessions.actor_of(cast.person(ARCHIVISTS[place.slug]).id, today=today())
        operations.change_setup(actor=archivist, version=0, **SETUP)
    for days in LOOKS:
        yield on(days, 16, 5)
        for log_id in to_hand_in.closed_logs():
            sending.send(packaging.package(log_id).pk)
