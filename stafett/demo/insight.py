"""Numbers of earlier counting days, as if the invented municipalities had been at it for years with many more children."""

from collections.abc import Iterator

from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.insight import rules
from stafett.insight.enums import FigureKind
from stafett.insight.models import Count, Figure

DAYS = 6  # three years
ROWS = {
    "eksempelvik": (
        ("eventyrskogen", "kindergarten", 9), ("humla", "kindergarten", 3), ("eksempelvik_school", "grades_1_4", 24),
        ("eksempelvik_school", "grades_5_7", 31), ("fabelasen_school", "grades_8_10", 38),
    ),
    "domesund": (("domesund_school", "grades_1_4", 12), ("domesund_school", "grades_5_7", 15)),
}  # fmt: skip
# Of a hundred logs: how many are about each, and so on.
OF_A_HUNDRED = {
    "wellbeing": 42, "social_interaction": 38, "concentration": 29, "subjects": 33, "language": 24, "motor_skills": 9,
    "health": 17, "leisure": 6, "other": 4, "level_two_up": 34, "level_three": 11, "in_use": 78,
}  # fmt: skip
WORK = {
    FigureKind.WEEKS_TO_MEASURE: 3,
    FigureKind.EVALUATED_ON_TIME: 71,
    FigureKind.GUARDIAN_THERE: 92,
    FigureKind.CHILD_THERE: 58,
    FigureKind.WRITTEN_LIVE: 64,
}
EFFECTS = {
    "group": (48, 33), "individual": (55, 27), "assessment": (31, 40), "home": (46, 35), "observation": (22, 51),
    "close_follow_up": (61, 22), "training": (52, 30),
}  # fmt: skip
BANK = {"contact_at_absence": (14, 9), "adapted_gym": (7, 3), "own_homework_plan": (22, 12)}


# Children of each unit, with or without a log.
CHILDREN = {
    "eksempelvik": {"eventyrskogen": 84, "humla": 18, "eksempelvik_school": 412, "fabelasen_school": 296},
    "domesund": {"domesund_school": 233},
}  # fmt: skip


def life_of(place: Place) -> Iterator[When]:
    """The counts of the last three years, the newest of them the one that the pages show."""
    yield on(-1, 3, 0)
    day = rules.newest_counting_day(today())
    for back in range(DAYS):
        share = 100 - 9 * back
        Count.objects.bulk_create(_counts(place, day, share))
        day = rules.counting_day_before(day)
    Figure.objects.bulk_create(_figures(place, rules.newest_counting_day(today())))


def _counts(place, day, share):
    for unit, band, logs in ROWS[place.slug]:
        here = {"municipality_id": place.id, "counted_on": day, "unit_id": cast.unit(unit).id, "band": band}
        whole = logs * share // 100
        yield Count(question="all", logs=whole, **here)
        for question, part in OF_A_HUNDRED.items():
            yield Count(question=question, logs=whole * part // 100, **here)


def _figures(place, day):
    here = {"municipality_id": place.id, "counted_on": day}
    units = {unit for unit, _band, _logs in ROWS[place.slug]}
    for kind, value in WORK.items():
        yield Figure(kind=kind, value=value, logs=60, **here)
        for unit in units:
            yield Figure(kind=kind, value=value, logs=14, unit_id=cast.unit(unit).id, **here)
    for unit, children in CHILDREN[place.slug].items():
        yield Figure(kind=FigureKind.CHILDREN, value=children, logs=0, unit_id=cast.unit(unit).id, **here)
    yield Figure(kind=FigureKind.CHILDREN, value=sum(CHILDREN[place.slug].values()), logs=0, **here)
    for subject, (effect, some) in EFFECTS.items():
        yield Figure(kind=FigureKind.EFFECT, subject=subject, value=effect, logs=25, **here)
        yield Figure(kind=FigureKind.SOME_EFFECT, subject=subject, value=some, logs=25, **here)
    for key, (used, continued) in BANK.items():
        yield Figure(kind=FigureKind.BANK_USED, subject=key, value=used, logs=used, **here)
        yield Figure(kind=FigureKind.BANK_CONTINUED, subject=key, value=continued, logs=continued, **here)
