"""Counts written straight into the tables, as the job would have left them on the newest counting day."""

from stafett.demo import cast
from stafett.insight import rules
from stafett.insight.models import Count, Figure
from stafett.register.tenancy import within
from tests import stage

HERE = cast.EKSEMPELVIK.id
SCHOOL, LOWER = "eksempelvik_school", "fabelasen_school"
OPEN = {
    (SCHOOL, "grades_1_4"): 14,
    (SCHOOL, "grades_5_7"): 22,
    (LOWER, "grades_8_10"): 31,
    ("eventyrskogen", "kindergarten"): 2,
    ("humla", "kindergarten"): 11,
}


def counted(logs=OPEN, *, day=None, **questions):
    """The open logs of each (unit, band), and of each question given by name."""
    day = day or rules.newest_counting_day(stage.today())
    with within(HERE):
        for question, found in {"all": logs, **questions}.items():
            for (unit, band), number in found.items():
                Count.objects.create(
                    municipality_id=HERE, counted_on=day, unit_id=cast.unit(unit).id, band=band,
                    question=question, logs=number,
                )  # fmt: skip


def measured(kind, value, *, logs, unit=None, subject=""):
    """One figure of the newest counting day."""
    day, place = rules.newest_counting_day(stage.today()), cast.unit(unit).id if unit else None
    with within(HERE):
        Figure.objects.create(
            municipality_id=HERE, counted_on=day, unit_id=place, kind=kind, subject=subject, value=value, logs=logs
        )  # fmt: skip
