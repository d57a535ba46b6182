"""One log: who is in it, what consent it has, and what has happened in it."""

from datetime import datetime, timedelta
from functools import partial

from stafett.access.enums import LogState, Relation
from stafett.consent.enums import Event as ConsentEvent
from stafett.consent.rules import default_end
from stafett.demo.generate import recipe as recipes
from stafett.demo.generate import texts
from stafett.demo.generate.concerns import Concern, Pen
from stafett.demo.generate.draw import Draw, as_json, hyphened
from stafett.demo.generate.families import Guardian, LogChild
from stafett.demo.generate.loading import Rows
from stafett.demo.generate.sizes import Share
from stafett.demo.generate.story import Act, Story
from stafett.demo.generate.tables import BRIGHT_SPOT, CONSENT, GRANT, LOG, NOTE
from stafett.demo.generate.town import SERVICES, Employee, Town
from stafett.kernel.clock import today_in_norway
from stafett.register.enums import Locale
from stafett.relay_log.enums import Event, Level, StartCriterion

CONSENT_MONTHS = 12
MARKED_LOGS = ("full_log", "other_log")  # the marks of the first logs, by number
PURPOSE = "Rådgir oss underveis"


class Log:
    """One log on its way from start to today."""

    def __init__(
        self, load: Rows, draw: Draw, town: Town, child: LogChild, *, share: Share, trail: list[tuple]
    ) -> None:
        self._load, self._draw, self._town, self._child = load, draw, town, child
        self._recipe = _recipe(draw, child.number)
        self._id = _id(draw, child.number, share)
        self._holder = town.busy if child.number < share.busy_logs else draw.one_of(child.workplace.staff)
        self._helpers = self._drawn_helpers()
        self._story = Story(draw, trail, log_id=self._id, child_id=child.id)
        self._started_at = self._closed_at = self._consent_until = None

    def write(self) -> None:
        """Put what happens in line, let it happen, and make the rows."""
        self._story.then(self._start)
        concerns: list[Concern] = []
        if self._recipe.state != LogState.AWAITING_CONSENT:
            concerns = self._life()
        self._story.carry_out(self._draw.days_ago(self._recipe.days_old, self._recipe.days_old))
        for concern in concerns:
            concern.write(self._helpers)
        self._write_log()

    def _life(self) -> list[Concern]:
        recipe, story = self._recipe, self._story
        concerns = [self._concern(number, state) for number, state in enumerate(recipe.concern_states)]
        story.then(*(partial(self._consent, guardian) for guardian in self._child.guardians), self._open)
        if recipe.level > Level.ONE:
            story.then(self._raise_level, *(partial(self._invite, helper) for helper in self._helpers))
        for number, concern in enumerate(concerns):
            story.then(*concern.opening(_part(recipe.measures, len(concerns), number)))
        story.then_mixed(self._daily_life(concerns))
        for concern in concerns:
            story.then(*concern.ending())
        if recipe.state == LogState.CLOSED:
            story.then(self._close)
        return concerns

    def _daily_life(self, concerns: list[Concern]) -> list[Act]:
        """Evaluations, bright spots, notes and a staircase."""
        recipe = self._recipe
        acts: list[Act] = [self._bright_spot] * recipe.bright_spots + [self._note] * recipe.notes
        for number, concern in enumerate(concerns):
            acts += concern.evaluations(_part(recipe.evaluations, len(concerns), number))
        return acts + (concerns[0].ladder() if recipe.has_ladder else [])

    def _concern(self, number: int, state) -> Concern:
        theme = texts.THEMES[(self._child.number + number) % len(texts.THEMES)]
        pen = Pen(self._load, self._draw, self._story, self._id, self._holder)
        return Concern(pen, state, theme)

    def _start(self, at: datetime) -> None:
        self._started_at = at
        self._grant(self._holder, Relation.BATON_HOLDER, "", at)
        criteria = [StartCriterion.OVER_TIME.value]
        self._story.tell(Event.LOG_STARTED, at, self._holder, LOG, self._id, criteria=criteria)

    def _consent(self, guardian: Guardian, at: datetime) -> None:
        consent_id, signed_on = self._draw.id(), today_in_norway(at)
        valid_until = default_end(signed_on, months=CONSENT_MONTHS)
        if self._recipe.consent_ran_out:
            valid_until = max(signed_on + timedelta(days=1), self._draw.today - timedelta(days=3))
        else:
            self._consent_until = min(valid_until, self._consent_until or valid_until)
        covered = as_json([hyphened(helper.unit_id) for helper in self._helpers])
        terms = (Locale.BOKMAAL.value, signed_on, valid_until, covered)
        self._load.add(CONSENT, consent_id, self._id, guardian.id, *terms, self._holder.id, at)
        facts = {"guardian": guardian.name, "valid_until": valid_until.isoformat()}
        self._story.tell(ConsentEvent.RECORDED, at, self._holder, CONSENT, consent_id, **facts)

    def _open(self, at: datetime) -> None:
        self._story.tell(Event.LOG_OPENED, at, self._holder, LOG, self._id)

    def _raise_level(self, at: datetime) -> None:
        level = int(self._recipe.level)
        reason = self._draw.one_of(texts.LEVEL_REASONS)
        facts = {"before": level - 1, "after": level}
        self._story.tell(Event.LEVEL_CHANGED, at, self._holder, LOG, self._id, reason=reason, **facts)

    def _invite(self, helper: Employee, at: datetime) -> None:
        self._grant(helper, Relation.PARTICIPANT, PURPOSE, at)
        facts = {"person": helper.name, "unit": helper.unit_name}
        self._story.tell(Event.PARTICIPANT_ADDED, at, self._holder, LOG, self._id, **facts)

    def _bright_spot(self, at: datetime) -> None:
        author = self._draw.one_of((self._holder, *self._child.guardians))
        spot_id, text = self._draw.id(), self._draw.one_of(texts.BRIGHT_SPOTS)
        title = getattr(author, "title", "")
        self._load.add(BRIGHT_SPOT, spot_id, self._id, text, author.id, author.name, title, at)
        self._story.tell(Event.BRIGHT_SPOT_SHARED, at, author, BRIGHT_SPOT, spot_id)

    def _note(self, at: datetime) -> None:
        author = self._draw.one_of((self._holder, *self._helpers))
        note_id, text = self._draw.id(), self._draw.one_of(texts.NOTES)
        self._load.add(NOTE, note_id, self._id, None, text, author.id, author.name, author.title, at)
        self._story.tell(Event.NOTE_WRITTEN, at, author, NOTE, note_id)

    def _close(self, at: datetime) -> None:
        self._closed_at = at
        closed_on = today_in_norway(at).isoformat()
        self._story.tell(Event.LOG_CLOSED, at, self._holder, LOG, self._id, closed_on=closed_on)

    def _grant(self, employee: Employee, relation: Relation, purpose: str, at: datetime) -> None:
        own_unit = self._child.workplace.id
        self._load.add(
            GRANT, self._draw.id(), self._id, employee.id, employee.unit_id, relation.value, purpose,
            self._holder.id, at, None, None, self._consent_until if employee.unit_id != own_unit else None,
        )  # fmt: skip

    def _write_log(self) -> None:
        is_closed = self._closed_at is not None
        self._load.add(
            LOG, self._id, self._child.id, self._child.workplace.id, self._recipe.state.value,
            int(self._recipe.level), as_json([StartCriterion.OVER_TIME.value]), self._child.workplace.leader.id,
            today_in_norway(self._started_at) - timedelta(days=2), self._started_at, self._holder.id,
            self._closed_at, self._holder.id if is_closed else None, texts.SUMMARY if is_closed else "",
        )  # fmt: skip

    def _drawn_helpers(self) -> tuple[Employee, ...]:
        """Participants from other services: none at level 1, one at level 2, two at level 3 (L-06)."""
        kinds = [kind for kind in SERVICES if kind != self._child.workplace.kind]
        self._draw.random.shuffle(kinds)
        count = int(self._recipe.level) - 1
        return tuple(self._draw.one_of(self._town.workplaces[kind][0].staff) for kind in kinds[:count])


def _recipe(draw: Draw, number: int) -> recipes.Recipe:
    return recipes.full() if number == 0 else recipes.ordinary(draw, always_open=number < len(MARKED_LOGS))


def _id(draw: Draw, number: int, share: Share) -> str:
    drawn = draw.id()
    return getattr(share.marks, MARKED_LOGS[number]).hex if number < len(MARKED_LOGS) else drawn


def _part(total: int, parts: int, number: int) -> int:
    """The number-th part of a whole shared out evenly, the first ones largest."""
    return total // parts + (number < total % parts)
