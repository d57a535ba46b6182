"""Fixed words of insight: grade bands, what is asked of a log, what is measured, and what the trail says."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from stafett.register.enums import UnitKind
from stafett.relay_log.enums import Category, MeasureType


class Band(TextChoices):
    """Where in kindergarten and school a child is on the counting day."""

    KINDERGARTEN = "kindergarten", _("Før skolen")
    GRADES_1_4 = "grades_1_4", _("1.–4. trinn")
    GRADES_5_7 = "grades_5_7", _("5.–7. trinn")
    GRADES_8_10 = "grades_8_10", _("8.–10. trinn")
    OLDER = "older", _("Eldre, eller uten trinn")


ALL = "all"  # every open log
LEVEL_UP, LEVEL_THREE = "level_two_up", "level_three"
IN_USE = "in_use"  # somebody has written in it in the last four weeks (S000-12)
CATEGORIES = tuple(Category.values)
BY_ROW = (
    *CATEGORIES,
    LEVEL_UP,
    IN_USE,
)  # yes or no of each log, shown for units; level three for the municipality alone


class FigureKind(TextChoices):
    """What is measured of the half-year that ends on the counting day (W-10, S000-08)."""

    WEEKS_TO_MEASURE = "weeks_to_measure", _("Fra oppmerksomhet til første tiltak")
    EVALUATED_ON_TIME = "evaluated_on_time", _("Evaluert i tide")
    GUARDIAN_THERE = "guardian_there", _("Møter der foresatte var med")
    CHILD_THERE = "child_there", _("Møter der barnet var med")
    WRITTEN_LIVE = "written_live", _("Møter der loggen ble skrevet underveis")
    EFFECT = "effect", _("Tiltak som ga ønsket effekt")
    SOME_EFFECT = "some_effect", _("Tiltak som ga noe virkning")
    BANK_USED = "bank_used", _("Brukt")
    BANK_CONTINUED = "bank_continued", _("Videreført")
    CHILDREN = "children", _("Barn i registeret")


SHARES = (
    FigureKind.EVALUATED_ON_TIME,
    FigureKind.GUARDIAN_THERE,
    FigureKind.CHILD_THERE,
    FigureKind.WRITTEN_LIVE,
)


class SharedTable(TextChoices):
    """The tables that municipalities share with each other, as their leaders see them (ADR 0042)."""

    OPEN = "open", _("Åpne logger")
    PER_HUNDRED = "per_hundred", _("Logger per 100 barn")
    CATEGORY = "category", _("Hva loggene handler om")
    LEVEL = "level", _("Nivå")
    IN_USE = "in_use", _("I bruk")
    BAND = "band", _("Trinn")
    KIND = "kind", _("Slags enhet")
    WORK = "work", _("Hvordan arbeidet går")
    WEEKS = "weeks", _("Ventetid")
    EFFECT = "effect", _("Ga ønsket effekt")
    SOME_EFFECT = "some_effect", _("Ga noe virkning")


# Numbers of logs, which can be put together to a sum; of the others there is only a middle.
SUMMED = (
    SharedTable.OPEN,
    SharedTable.CATEGORY,
    SharedTable.LEVEL,
    SharedTable.IN_USE,
    SharedTable.BAND,
    SharedTable.KIND,
)
LEVEL_ONE, REST = (
    "level_one",
    "rest",
)  # the rest: logs of small groups, which are in the whole and have no label
# The rows of each table, in order: fixed words, so that nothing about a child can be one.
KEYS = {
    SharedTable.OPEN: ("",),
    SharedTable.PER_HUNDRED: ("",),
    SharedTable.CATEGORY: CATEGORIES,
    SharedTable.LEVEL: (LEVEL_ONE, LEVEL_UP, LEVEL_THREE),
    SharedTable.IN_USE: (IN_USE,),
    SharedTable.BAND: (*Band.values, REST),
    SharedTable.KIND: (*UnitKind.values, REST),
    SharedTable.WORK: tuple(kind.value for kind in SHARES),
    SharedTable.WEEKS: (FigureKind.WEEKS_TO_MEASURE.value,),
    SharedTable.EFFECT: tuple(MeasureType.values),
    SharedTable.SOME_EFFECT: tuple(MeasureType.values),
}


class Refusal(TextChoices):
    """Why numbers cannot be shared, in words that people read."""

    NOTHING_TO_SHARE = "nothing_to_share", _("Loggene er ikke talt opp ennå, så det er ingen tall å dele.")
    ALREADY_SHARED = "already_shared", _("Kommunen deler tallene sine allerede.")
    NUMBERS_CHANGED = "numbers_changed", _("Tallene er andre enn dem du så. Se over dem, og si ja på nytt.")
    NOT_SHARED = "not_shared", _("Kommunen deler ikke tallene sine nå.")


class Event(TextChoices):
    """What happens to the sharing of numbers, as the trail tells it."""

    SHARING_BEGAN = (
        "insight.sharing_began",
        _("%(actor)s sa ja til å dele kommunens tall med andre kommuner."),
    )
    SHARING_ENDED = (
        "insight.sharing_ended",
        _("%(actor)s sluttet å dele kommunens tall med andre kommuner."),
    )
