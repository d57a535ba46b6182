"""One system meeting with a device for everybody at the table: everybody writes their own words in a round, and all are told.

What a device then fetches is measured as a page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import time, timedelta
from uuid import UUID

from django.urls import reverse

from stafett.demo.bench import meetings
from stafett.demo.bench.leaders import leader_of
from stafett.demo.bench.measuring import measured
from stafett.demo.bench.pages import page, static_file
from stafett.demo.bench.visitors import Visitor
from stafett.demo.generate import Marks
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.actor import Actor
from stafett.register.models import Employment, Unit
from stafett.register.tenancy import within
from stafett.system_meetings.models import Attendee, SystemMeeting
from stafett.system_meetings.operations import contributing, opening, planning, seating, walking
from stafett.system_meetings.queries.reach import seats_of

DEVICES = 25
RATE = 10.0  # fields saved a second: many who write at the same time
FOLDER = "/hendelser/systemmoter/"
CHALLENGE = "Det er mange overganger på én gang."
OVER = "Møtet var for å måle."


@dataclass
class Place:
    """One at the table with a device: who, their seat, their login, and how often their words have been saved."""

    actor: Actor
    seat: Attendee
    token: str
    version: int = 0


@dataclass
class Table:
    """The meeting and those at it, the leader first. They write in turn."""

    municipality: UUID
    meeting: SystemMeeting
    places: list[Place]
    turn: int = 0
    folder: str = FOLDER

    @property
    def writer(self) -> Actor:
        """Who writes next."""
        return self.places[self.turn].actor

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(place.token for place in self.places)

    def save(self, words: str) -> int:
        """Save the next one's own words as their page does; gives the number that all are told. Within the municipality."""
        place = self.places[self.turn]
        self.turn = (self.turn + 1) % len(self.places)
        saved = contributing.save_words(
            actor=place.actor, meeting=self.meeting, field=f"question.{place.seat.pk.hex}", text=words,
            version=place.version, own_seat_id=place.seat.pk, is_keeper=False,
        )  # fmt: skip
        place.version = saved.saved_version
        return saved.changes


@contextmanager
def at_the_table(marks: Marks, *, devices: int) -> Iterator[Table]:
    """A meeting under way in the round of questions, with so many at the table; fewer where fewer work. Ended afterwards."""
    leader_id, school = leader_of(marks)
    today = today_in_norway(clock.now())
    with within(marks.municipality, actor_id=leader_id):
        leader = sessions.actor_of(leader_id, today=today)
        meeting = _opened(leader, school, devices, today)
        places = [_place(seat, today) for seat in seats_of(meeting)]
    try:
        yield Table(marks.municipality, meeting, places)
    finally:
        with within(marks.municipality, actor_id=leader_id):
            opening.stop_meeting(actor=leader, meeting=meeting, reason=OVER)


def measure(table: Table, visitor: Visitor, *, port: int, group: int, seconds: float, say) -> dict:
    """From saved to seen on every device, and the pages of one who sits there; `visitor` is that one's, the last.

    In: where the event process answers, and its process group. Out: what goes into the JSON.
    """
    found = meetings.measure([table], port=port, group=group, seconds=seconds, rate=RATE, say=say)
    own = table.meeting.pk
    visits = [
        static_file(),
        page("system_mode", "A device at the table", reverse("system_mode", args=[own])),
        page("system_part", "What it fetches when told", reverse("system_part", args=[own])),
    ]
    return found | {"pages": measured(visits, visitor, token=table.tokens[-1], seconds=seconds, say=say)}


def _opened(leader, school, devices, today):
    """Planned, filled, begun, and walked to the round where everybody asks."""
    unit = Unit.objects.get(pk=school)
    meeting = planning.plan_meeting(
        actor=leader, unit=unit, day=today + timedelta(days=14), at=time(14), minutes=90, place="Her", video_link=""
    )  # fmt: skip
    meeting = planning.set_topic(
        actor=leader, meeting=meeting, version=meeting.version, topic=31, title="", challenge=CHALLENGE,
        background="", sources=["observations"],
    )  # fmt: skip
    for post in _colleagues(leader, school)[: devices - 1]:
        meeting = seating.seat_employee(actor=leader, meeting=meeting, employment_id=post, today=today)
    there = [seat.pk for seat in seats_of(meeting)]
    meeting = opening.open_meeting(
        actor=leader, meeting=meeting, there_ids=there, writer_id=there[0], presenter_id=there[1],
        track_keeper_id=there[2], turn_minutes=2,
    )  # fmt: skip
    meeting = walking.take_step(actor=leader, meeting=meeting, at="roles", words={}, go="next")
    words = {"challenge.background": (CHALLENGE, 0)}
    return walking.take_step(actor=leader, meeting=meeting, at="challenge", words=words, go="next")


def _colleagues(leader, school) -> list[UUID]:
    """A post of everybody else who works in the municipality, those of the school first."""
    posts = Employment.objects.filter(ends_on__isnull=True).exclude(person_id=leader.person_id).order_by("id")
    found: dict[UUID, UUID] = {}
    rows = sorted(posts.values_list("person_id", "pk", "unit_id"), key=lambda row: row[2] != school)
    for person, post, _unit in rows:
        found.setdefault(person, post)
    return list(found.values())


def _place(seat, today) -> Place:
    actor = sessions.actor_of(seat.person_id, today=today)
    token = sessions.start(
        municipality_id=actor.municipality_id, person_id=seat.person_id, method="bench", now=clock.now()
    )
    return Place(actor, seat, token)
