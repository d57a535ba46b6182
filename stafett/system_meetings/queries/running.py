"""Everything the meeting shows to those at the table, in a fixed number of queries, and whether something is new there."""

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from stafett.system_meetings.models import (
    Attendee,
    IdeaFactor,
    MeasureIdea,
    Question,
    SystemFactor,
    SystemMeeting,
    TrackCard,
    Turn,
    WordsUnderWay,
)
from stafett.system_meetings.queries.reach import seats_of
from stafett.system_meetings.rules import rounds
from stafett.system_meetings.rules.steps import Come
from stafett.system_meetings.rules.words import field_of


@dataclass(frozen=True)
class Sitting:
    """A meeting as one reader sees it now.

    `seats` are those invited in the order they speak, `own` the reader's seat or None, `words` the words under way by field,
    `turns` of every step, `card` what the viddevakt has raised or None. Each idea has `.aims`, the ids of its factors.
    """

    meeting: SystemMeeting
    seats: list
    own: Attendee | None
    is_keeper: bool
    words: dict = field(default_factory=dict)
    turns: list = field(default_factory=list)
    card: TrackCard | None = None
    questions: list = field(default_factory=list)
    factors: list = field(default_factory=list)
    ideas: list = field(default_factory=list)

    @property
    def there(self) -> list:
        """Those who are in the room, in the order they speak."""
        return [seat for seat in self.seats if seat.is_there]

    @property
    def order(self) -> list[UUID]:
        """The same as ids."""
        return [seat.pk for seat in self.there]

    @property
    def turn(self) -> Turn | None:
        """The turn that is open in this step, or None."""
        return next(
            (each for each in self.turns if each.ended_at is None and each.step == self.meeting.step), None
        )

    @property
    def speaker(self) -> Attendee | None:
        """Who has the floor, or None."""
        return self.seat(self.turn.attendee_id) if self.turn else None

    @property
    def had(self) -> Counter:
        """How many turns each has had in this step, the open one included."""
        return Counter(each.attendee_id for each in self.turns if each.step == self.meeting.step)

    @property
    def next_up(self) -> Attendee | None:
        """Who has the floor next, or None."""
        now = self.turn.attendee_id if self.turn else None
        return self.seat(rounds.next_speaker(self.order, had=self.had, now=now))

    @property
    def chosen(self) -> list:
        """The factors to reduce or remove first."""
        return [each for each in self.factors if each.chosen_at]

    @property
    def come(self) -> Come:
        """How far the meeting has come, as the rules ask."""
        meeting = self.meeting
        keeper = self.seat(meeting.track_keeper_id)
        return Come(
            has_track_keeper=keeper is not None and keeper.is_there,
            challenge=meeting.challenge,
            waiting=rounds.waiting(self.order, had=self.had),
            settled=bool(meeting.agreed_challenge),
            open_factors=sum(1 for each in self.factors if each.can_influence is None),
            influenced=sum(1 for each in self.factors if each.can_influence),
            chosen=len(self.chosen),
            ideas=len(self.ideas),
        )

    def seat(self, pk: UUID | None) -> Attendee | None:
        """The seat of an id, or None."""
        return next((seat for seat in self.seats if seat.pk == pk), None)

    def said(self, name: str) -> str:
        """The words under way in a field; empty when there are none."""
        row = self.words.get(name)
        return row.text if row else ""

    def own_words(self) -> dict:
        """The rows of words under way that the reader may see, by field: their own; everybody's to whoever leads or writes."""
        own = self.own.pk if self.own else None
        return {
            name: row
            for name, row in self.words.items()
            if self.is_keeper or (own is not None and (known := field_of(name)) and known.seat == own)
        }


def sitting_of(meeting: SystemMeeting, *, actor, is_keeper: bool) -> Sitting:
    """A meeting for somebody at its table. Eight queries, however many are there."""
    seats = seats_of(meeting)
    links = IdeaFactor.objects.filter(idea__meeting_id=meeting.pk).values_list("idea_id", "factor_id")
    ideas = list(_standing(MeasureIdea, meeting))
    aims: dict = {}
    for idea_id, factor_id in links:
        aims.setdefault(idea_id, []).append(factor_id)
    for idea in ideas:
        idea.aims = aims.get(idea.pk, [])
    return Sitting(
        meeting=meeting,
        seats=seats,
        own=next((seat for seat in seats if seat.person_id == actor.person_id), None),
        is_keeper=is_keeper,
        words={
            row.field: row
            for row in WordsUnderWay.objects.filter(meeting_id=meeting.pk).select_related("written_by")
        },
        turns=list(Turn.objects.filter(meeting_id=meeting.pk).order_by("began_at", "id")),
        card=TrackCard.objects.filter(meeting_id=meeting.pk, lowered_at__isnull=True).first(),
        questions=list(_standing(Question, meeting)),
        factors=list(_standing(SystemFactor, meeting)),
        ideas=ideas,
    )


def newest_in_system_meeting(actor, meeting_id, *, since, today):
    """How much has been done and written in a meeting (`changes`), at least `since`; None for whoever is not at its table.

    That something has been written, never what: the page then fetches what its reader may see (ADR 0025). One query.
    """
    if not actor.is_staff:
        return None
    row = (
        SystemMeeting.objects.filter(pk=meeting_id)
        .values_list("changes", "unit_id", "leader_id", "writer_id")
        .first()
    )
    if row is None:
        return None
    changes, unit_id, *keepers = row
    if (
        unit_id not in actor.led_unit_ids
        and actor.person_id not in keepers
        and not _has_seat(actor, meeting_id)
    ):
        return None
    return max(changes, since)


def _has_seat(actor, meeting_id):
    seats = Attendee.objects.filter(meeting_id=meeting_id, person_id=actor.person_id, removed_at__isnull=True)
    return seats.exists()


def _standing(model, meeting):
    """What was said and still stands, in the order it was said, with who said it."""
    rows = model.objects.filter(meeting_id=meeting.pk, removed_at__isnull=True)
    return rows.select_related("attendee").order_by("said_at", "id")
