"""Meetings that are under way in generated data, with those who sit in them logged in; ended again afterwards."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.audit import trail
from stafett.demo.bench.listening import FOLDER
from stafett.demo.generate import Marks, Share
from stafett.demo.generate.sizes import split
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.log_meetings.enums import MeetingKind, MeetingState, MeetingStep
from stafett.log_meetings.models import Invitation, Meeting
from stafett.log_meetings.operations import save_words
from stafett.log_meetings.queries import reachable_meeting
from stafett.register.actor import Actor
from stafett.register.enums import RelationState
from stafett.register.models import Employment, GuardianRelation
from stafett.register.tenancy import within

FIELD = "concern.child_view"
PLACE = "Rommet det måles i"
PURPOSE = "Er med på et møte som måles"
SPARE = 2  # logs looked at for each that is wanted: some units have too few people

Person = tuple[UUID, Relation]


@dataclass
class Sitting:
    """One meeting under way: who writes, a login for each who is there (the writer first), and how often the field
    has been saved."""

    municipality: UUID
    meeting: Meeting  # as the writer reaches it
    writer: Actor
    tokens: tuple[str, ...]
    version: int = 0
    folder: str = FOLDER

    def save(self, words: str) -> int:
        """Save the field as its page does; gives the number that whoever follows is told. Within the municipality."""
        saved = save_words(
            actor=self.writer, log=self.meeting.log, meeting=self.meeting, field=FIELD, text=words, version=self.version
        )  # fmt: skip
        self.version = saved.saved_version
        return trail.newest_about(self.meeting)


@contextmanager
def under_way(shares: Sequence[Share], *, meetings: int, listeners: int) -> Iterator[list[Sitting]]:
    """So many meetings, shared out by how many logs each municipality has; fewer when there are not logs enough.

    Each has the holder, the child's guardians, and colleagues of the holder until there are `listeners`. On the way
    out the meetings are cancelled and the colleagues' places ended.
    """
    places = [share for share in shares if share.logs]
    wanted = split(meetings, [float(share.logs) for share in places])
    try:
        yield [
            sitting
            for share, count in zip(places, wanted, strict=True)
            for sitting in _open_in(share.marks, count, listeners)
        ]
    finally:
        for share in places:
            with within(share.marks.municipality):
                _end()


def _open_in(marks: Marks, count: int, listeners: int) -> list[Sitting]:
    """Open the meetings of one municipality; the logs whose pages are measured are left as they are."""
    now = clock.now()
    with within(marks.municipality):
        _end()  # what a bench that was cut short has left in a database that is kept
        holders = Grant.objects.filter(
            relation=Relation.BATON_HOLDER, ended_at__isnull=True, log__state=LogState.ACTIVE
        ).exclude(log_id__in=[marks.full_log, marks.other_log])
        holders = list(holders.select_related("log").order_by("log_id")[: SPARE * count])
        seats = [seat for seat in _seated(holders, listeners) if len(seat[1]) == listeners][:count]
        opened = [(_meeting(grant, now), people) for grant, people in seats]
        Meeting.objects.bulk_create(meeting for meeting, _people in opened)
        Grant.objects.bulk_create(_places(seats, now))
        Invitation.objects.bulk_create(each for pair in opened for each in _invitations(*pair))
        return [_sitting(meeting, people, now) for meeting, people in opened]


def _seated(holders: Sequence[Grant], listeners: int) -> Iterator[tuple[Grant, list[Person]]]:
    """For each holder's place, those who sit in the meeting: the holder first, at most `listeners`."""
    family, staff = defaultdict(list), defaultdict(list)
    relations = GuardianRelation.objects.filter(
        child__in={grant.log.child_id for grant in holders}, state=RelationState.CONFIRMED
    )
    for child_id, guardian_id in relations.values_list("child_id", "guardian_id"):
        family[child_id].append((guardian_id, Relation.GUARDIAN))
    posts = Employment.objects.filter(unit__in={grant.unit_id for grant in holders}, ends_on__isnull=True)
    for unit_id, person_id in posts.order_by("id").values_list("unit_id", "person_id"):
        staff[unit_id].append((person_id, Relation.PARTICIPANT))
    for grant in holders:
        colleagues = [each for each in staff[grant.unit_id] if each[0] != grant.person_id]
        others = [*family[grant.log.child_id], *colleagues]
        yield grant, [(grant.person_id, Relation.BATON_HOLDER), *others][:listeners]


def _meeting(grant: Grant, now: datetime) -> Meeting:
    holder = grant.person_id
    return Meeting(
        municipality_id=grant.municipality_id, log_id=grant.log_id, kind=MeetingKind.FIRST,
        state=MeetingState.UNDER_WAY, step=MeetingStep.CONCERN, place=PLACE, starts_at=now, opened_at=now,
        chair_id=holder, writer_id=holder, created_by_id=holder, created_at=now,
    )  # fmt: skip


def _places(seats: Sequence[tuple[Grant, list[Person]]], now: datetime) -> Iterator[Grant]:
    """A place in the log for each colleague who is there."""
    for grant, people in seats:
        for person_id, relation in people:
            if relation == Relation.PARTICIPANT:
                yield Grant(
                    municipality_id=grant.municipality_id, log_id=grant.log_id, person_id=person_id,
                    unit_id=grant.unit_id, relation=relation, purpose=PURPOSE, given_by_id=grant.person_id,
                    started_at=now,
                )  # fmt: skip


def _invitations(meeting: Meeting, people: Sequence[Person]) -> Iterator[Invitation]:
    for person_id, relation in people:
        yield Invitation(
            municipality_id=meeting.municipality_id, log_id=meeting.log_id, meeting=meeting,
            person_id=person_id, relation=relation, was_there=True,
        )  # fmt: skip


def _sitting(meeting: Meeting, people: Sequence[Person], now: datetime) -> Sitting:
    here = meeting.municipality_id
    writer = sessions.actor_of(people[0][0], today=today_in_norway(now))
    tokens = (
        sessions.start(municipality_id=here, person_id=person_id, method="bench", now=now)
        for person_id, _relation in people
    )
    return Sitting(here, reachable_meeting(writer, meeting.pk), writer, tuple(tokens))


def _end() -> None:
    """End what was made for measuring, in the municipality that is seen."""
    Meeting.objects.filter(place=PLACE, state=MeetingState.UNDER_WAY).update(state=MeetingState.CANCELLED)
    Grant.objects.filter(purpose=PURPOSE, ended_at__isnull=True).update(ended_at=clock.now())
