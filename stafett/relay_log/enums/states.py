"""State tables: what each thing may become. `docs/states.md` is printed from here."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from stafett.access.enums import LogState
from stafett.relay_log.enums.kinds import Level


class ConcernState(TextChoices):
    """A concern is a private draft until it is shared, and active when service and home each have a measure (X2, X5)."""

    DRAFT = "draft", _("Utkast")
    SHARED = "shared", _("Delt")
    ACTIVE = "active", _("Aktiv")
    ACHIEVED = "achieved", _("Målet er nådd")
    ENDED = "ended", _("Avsluttet")


class MeasureState(TextChoices):
    """A measure is planned, then active until its one evaluation (S003-73)."""

    PLANNED = "planned", _("Planlagt")
    ACTIVE = "active", _("Pågår")
    EVALUATED = "evaluated", _("Evaluert")


class StepState(TextChoices):
    """A step on the ladder, as the child takes it (S001-33, S001-40)."""

    PLANNED = "planned", _("Gjenstår")
    DONE = "done", _("Klart!")
    SKIPPED = "skipped", _("Hoppet over")
    MERGED = "merged", _("Slått sammen")


LOG_STATES = {
    LogState.AWAITING_CONSENT: {LogState.ACTIVE},
    LogState.ACTIVE: {LogState.CLOSED},
    LogState.CLOSED: set(),
}

CONCERN_STATES = {
    ConcernState.DRAFT: {ConcernState.SHARED},
    ConcernState.SHARED: {ConcernState.ACTIVE, ConcernState.ENDED},
    ConcernState.ACTIVE: {ConcernState.ACHIEVED, ConcernState.ENDED},
    ConcernState.ACHIEVED: set(),
    ConcernState.ENDED: set(),
}

MEASURE_STATES = {
    MeasureState.PLANNED: {MeasureState.ACTIVE},
    MeasureState.ACTIVE: {MeasureState.EVALUATED},
    MeasureState.EVALUATED: set(),
}

STEP_STATES = {
    StepState.PLANNED: {StepState.DONE, StepState.SKIPPED, StepState.MERGED},
    StepState.DONE: {StepState.PLANNED},
    StepState.SKIPPED: {StepState.PLANNED},
    StepState.MERGED: set(),
}

LEVELS = {
    Level.ONE: {Level.TWO},
    Level.TWO: {Level.ONE, Level.THREE},
    Level.THREE: {Level.TWO},
}
