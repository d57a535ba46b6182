"""Everything meeting mode shows to one reader, in a fixed number of queries."""

from dataclasses import dataclass, field

from stafett.audit import trail
from stafett.kernel.dates import age_on
from stafett.log_meetings.enums import MeetingKind
from stafett.log_meetings.models import Confirmation, WorkingText
from stafett.log_meetings.queries.meetings import invitations_of
from stafett.log_meetings.rules import working
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.queries.analysis import shared_factors
from stafett.relay_log.queries.page import measures_of, visible_concerns
from stafett.relay_log.queries.parts import concern_in, current_goal
from stafett.relay_log.rules.concerns import is_in_school
from stafett.relay_log.rules.sight import Sight

PUT_IN = ("measure.", "next.")  # places in the meeting that a measure in the log belongs to


@dataclass(frozen=True)
class Sitting:
    """A meeting as one reader sees it now.

    `words` are the saved words by field (WorkingText), `people` the invitations, `concern` what it is about (also a
    draft) or None, `measures` the rows of every measure the reader sees by id, `newest` how far the meeting has come in
    the trail. `sees_writing`: whether the reader may see what is being written about the concern.
    """

    meeting: object
    today: object
    words: dict = field(default_factory=dict)
    people: list = field(default_factory=list)
    concern: object = None
    goal: object = None
    factors: list = field(default_factory=list)
    measures: dict = field(default_factory=dict)
    confirmations: list = field(default_factory=list)
    newest: int = 0
    sees_writing: bool = True

    @property
    def there(self) -> list:
        """Those who are there."""
        return [each for each in self.people if each.was_there]

    def is_there(self, relation) -> bool:
        """Whether somebody with this relation to the log is there."""
        return any(each.relation == relation for each in self.there)

    @property
    def child_age(self) -> int | None:
        """The child's age in whole years."""
        born = self.meeting.log.child.person.birth_date
        return age_on(born, self.today) if born else None

    @property
    def is_pupil(self) -> bool:
        """Whether the child is in 1st grade or above."""
        return is_in_school(self.meeting.log.child.first_grade_year, self.today)

    @property
    def to_evaluate(self) -> list:
        """Measures this meeting looks at: those under way, and those it has evaluated already; soonest due first."""
        dealt = {name.removeprefix("evaluation.") for name in self.meeting.placed}
        return [
            row
            for row in sorted(self.measures.values(), key=lambda row: (row.evaluate_by, row.created_at))
            if row.pk.hex in dealt or (row.state == MeasureState.ACTIVE and row.pk not in self._made_here)
        ]

    @property
    def evaluated(self):
        """The measure that is being evaluated now; None when there is none."""
        rows = self.to_evaluate
        at = self.meeting.placed.get("at")
        here = next((row for row in rows if row.pk.hex == at), None)
        return here or next(
            (row for row in rows if f"evaluation.{row.pk.hex}" not in self.meeting.placed), None
        )

    @property
    def slots(self) -> list[str]:
        """The slots for measures, in their order."""
        names = [
            *self.words,
            *(f"{place}.text" for place in self.meeting.placed if place.startswith("measure.")),
        ]
        return working.slots_in(dict.fromkeys(names, ""))

    @property
    def placed_measures(self) -> list[tuple]:
        """(place, measure row) of each measure this meeting has put into the log, and the reader sees."""
        by_hex = {row.pk.hex: row for row in self.measures.values()}
        return [
            (name.removeprefix("measure."), by_hex[value])
            for name, value in sorted(self.meeting.placed.items(), key=_place_order)
            if name.startswith(PUT_IN) and value in by_hex
        ]

    @property
    def _made_here(self):
        return {row.pk for _place, row in self.placed_measures}


def sitting_of(meeting, *, today) -> Sitting:
    """A meeting as `reachable_meeting` gave it, for its reader."""
    log = meeting.log
    concern = concern_in(log, meeting.concern_id) if meeting.concern_id else None
    if concern is not None:
        concern.log = log  # with the reader's sight
    concerns = [
        each
        for each in visible_concerns(log)
        if not each.kept_from_guardians and each.state != ConcernState.DRAFT
    ]
    sees = sees_writing(log.sight, concern)
    if concern is not None and sees and concern.pk not in {each.pk for each in concerns}:
        concerns.append(concern)
    return Sitting(
        meeting=meeting,
        today=today,
        words={
            row.field: row for row in WorkingText.objects.filter(meeting=meeting).select_related("written_by")
        },
        people=invitations_of(meeting),
        concern=concern,
        goal=current_goal(concern) if concern else None,
        factors=shared_factors(concern) if concern and concern.state != ConcernState.DRAFT else [],
        measures={row.pk: row for row in measures_of(log, concerns)},
        confirmations=list(Confirmation.objects.filter(meeting=meeting).order_by("at", "id")),
        newest=trail.newest_about(meeting) or 0,
        sees_writing=sees,
    )


def sees_writing(sight: Sight, concern) -> bool:
    """Whether a reader at the table sees what is written about the concern of the meeting, also before it is shared.

    A service that consent lets into some concerns only, sees nothing of one it is not let into; guardians nothing of what
    is kept from them (L-07, L-13).
    """
    if sight.only is not None:
        return concern is not None and concern.pk in sight.only
    return sight.kept or concern is None or not concern.kept_from_guardians


def shows_field(sitting: Sitting, name: str) -> bool:
    """Whether the reader may see one field: what is about one measure goes with that measure, the rest with the concern."""
    parts = name.split(".")
    if parts[0] == "evaluation":
        return parts[1] in {pk.hex for pk in sitting.measures}
    if parts[:2] == ["dates", "next"]:
        return f"next.{parts[2]}" in {place for place, _row in sitting.placed_measures}
    return sitting.sees_writing or name.startswith("dates.next_")


def concerns_to_begin_from(log, kind) -> list:
    """Concerns a meeting can be about, newest first: for a first meeting those not under way, else those under way. Never
    one that is kept from guardians."""
    states = (
        (ConcernState.DRAFT, ConcernState.SHARED) if kind == MeetingKind.FIRST else (ConcernState.ACTIVE,)
    )
    return [
        each
        for each in visible_concerns(log).order_by("-created_at", "id")
        if each.state in states and not each.kept_from_guardians
    ]


def _place_order(item):
    name = item[0].removeprefix("measure.")
    arenas = ("next", "service", "home", "child")
    head = name.partition(".")[0]
    return (arenas.index(head) if head in arenas else len(arenas), name)
