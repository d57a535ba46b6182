"""What a log is to hold: its state, level, and how many of each thing."""

from dataclasses import dataclass

from stafett.access.enums import LogState
from stafett.demo.generate.draw import Draw
from stafett.demo.generate.sizes import FULL_LOG
from stafett.relay_log.enums import ConcernState, Level

OLDEST_DAYS, NEWEST_DAYS = 330, 25  # how long ago logs were started; within the year a consent lasts
CONCERN_STATES = (
    (0.82, ConcernState.ACTIVE),
    (0.90, ConcernState.ACHIEVED),
    (0.92, ConcernState.ENDED),
    (0.97, ConcernState.SHARED),
    (1.00, ConcernState.DRAFT),
)


@dataclass(frozen=True)
class Recipe:
    """One log's state, level, age and content; `entries` is the sum of the five counts."""

    state: LogState
    level: Level
    days_old: int
    concern_states: tuple[ConcernState, ...] = ()
    measures: int = 0
    evaluations: int = 0
    bright_spots: int = 0
    notes: int = 0
    has_ladder: bool = False
    consent_ran_out: bool = False

    @property
    def entries(self) -> int:
        return len(self.concern_states) + self.measures + self.evaluations + self.bright_spots + self.notes


def full() -> Recipe:
    """The marked log: as much as a child's log holds after a long year, and all of it under way."""
    counts = _counts(FULL_LOG)
    states = (ConcernState.ACTIVE,) * counts.pop("concerns")
    return Recipe(LogState.ACTIVE, Level.TWO, OLDEST_DAYS, states, has_ladder=True, **counts)


def ordinary(draw: Draw, *, always_open: bool = False) -> Recipe:
    """Most logs are active with 5 to 15 entries; some wait for consent, some are closed, some are long."""
    lot = draw.random.random()
    days_old = draw.number(NEWEST_DAYS, OLDEST_DAYS)
    if lot < 0.06 and not always_open:
        return Recipe(LogState.AWAITING_CONSENT, Level.ONE, draw.number(1, NEWEST_DAYS))
    state = LogState.CLOSED if lot < 0.12 and not always_open else LogState.ACTIVE
    counts = _counts(draw.number(16, 35) if draw.chance(0.1) else draw.number(5, 15))
    return Recipe(
        state,
        _level(draw),
        days_old,
        tuple(_concern_state(draw, state) for _ in range(counts.pop("concerns"))),
        has_ladder=draw.chance(0.25),
        consent_ran_out=draw.chance(0.03) and not always_open,
        **counts,
    )


def _counts(entries: int) -> dict[str, int]:
    """Share out so many entries: a concern for every ten, up to four measures for each, the rest told of."""
    concerns = max(1, entries // 10)
    measures = min(4 * concerns, (entries - concerns) // 2)
    rest = entries - concerns - measures
    evaluations = min(rest // 3, measures)
    notes = rest // 3
    return {
        "concerns": concerns,
        "measures": measures,
        "evaluations": evaluations,
        "notes": notes,
        "bright_spots": rest - evaluations - notes,
    }


def _level(draw: Draw) -> Level:
    lot = draw.random.random()
    return Level.ONE if lot < 0.75 else Level.TWO if lot < 0.95 else Level.THREE


def _concern_state(draw: Draw, state: LogState) -> ConcernState:
    if state == LogState.CLOSED:
        return ConcernState.ACHIEVED
    lot = draw.random.random()
    return next(concern_state for limit, concern_state in CONCERN_STATES if lot < limit)
