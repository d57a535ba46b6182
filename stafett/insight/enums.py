"""Fixed words of insight: grade bands, what is asked of a log, what is measured, and what the trail says."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from stafett.relay_log.enums import Category


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


SHARES = (
    FigureKind.EVALUATED_ON_TIME,
    FigureKind.GUARDIAN_THERE,
    FigureKind.CHILD_THERE,
    FigureKind.WRITTEN_LIVE,
)
