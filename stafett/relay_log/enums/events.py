"""What happens in a log. Each label is the sentence the timeline tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """Acts in the log: feature, dot, past tense. `%(thing)s` is the title or text of what it is about."""

    LOG_STARTED = "relay_log.started", _("%(actor)s startet stafettloggen.")
    LOG_OPENED = "relay_log.opened", _("Samtykket er på plass, og loggen er åpnet.")
    LOG_DISCARDED = "relay_log.discarded", _("%(actor)s slettet en logg som ikke var tatt i bruk.")
    LEVEL_CHANGED = "relay_log.level_changed", _("%(actor)s endret nivået fra %(before)s til %(after)s.")
    LOG_CLOSED = "relay_log.closed", _("%(actor)s avsluttet stafettloggen.")
    CONCERN_DRAFTED = "concern.drafted", _("%(actor)s skrev et utkast til oppmerksomheten «%(thing)s».")
    CONCERN_REVISED = "concern.revised", _("%(actor)s endret oppmerksomheten «%(thing)s».")
    CONCERN_DISCARDED = "concern.discarded", _("%(actor)s slettet et utkast.")
    CONCERN_SHARED = "concern.shared", _("%(actor)s delte oppmerksomheten «%(thing)s».")
    CONCERN_ACTIVATED = "concern.activated", _("%(actor)s satte i gang arbeidet med «%(thing)s».")
    CONCERN_ACHIEVED = "concern.achieved", _("Målet for «%(thing)s» er nådd!")
    CONCERN_ENDED = "concern.ended", _("%(actor)s avsluttet oppmerksomheten «%(thing)s».")
    GOAL_REPLACED = "goal.replaced", _("%(actor)s skrev et nytt mål for «%(thing)s».")
    FACTOR_ADDED = "factor.added", _("%(actor)s la til noe som holder utfordringen ved like.")
    FACTOR_REMOVED = "factor.removed", _("%(actor)s tok bort noe fra analysen.")
    MEASURE_ADDED = "measure.added", _("%(actor)s la til tiltaket «%(thing)s».")
    MEASURE_REVISED = "measure.revised", _("%(actor)s endret tiltaket «%(thing)s».")
    MEASURE_STARTED = "measure.started", _("%(actor)s satte i gang tiltaket «%(thing)s».")
    MEASURE_DISCARDED = "measure.discarded", _("%(actor)s tok bort et planlagt tiltak.")
    MEASURE_EVALUATED = "measure.evaluated", _("Tiltaket «%(thing)s» ble evaluert: %(outcome)s.")
    MEASURE_CONTINUED = "measure.continued", _("Tiltaket «%(thing)s» fortsetter.")
    LADDER_SHAPED = "ladder.shaped", _("%(actor)s laget trappen «%(thing)s» sammen med barnet.")
    STEP_TAKEN = "ladder.step_taken", _("Et trinn er tatt på trappen «%(thing)s»!")
    STEP_CHANGED = "ladder.step_changed", _("%(actor)s endret et trinn på trappen «%(thing)s».")
    BRIGHT_SPOT_SHARED = "bright_spot.shared", _("%(actor)s delte et lysglimt.")
    NOTE_WRITTEN = "note.written", _("%(actor)s skrev et notat.")
    PARTICIPANT_ADDED = "participant.added", _("%(actor)s la til %(person)s som aktør.")
    PARTICIPANT_ENDED = "participant.ended", _("%(person)s er ikke lenger aktør i loggen.")


PRIVATE = frozenset(
    {Event.CONCERN_DRAFTED, Event.CONCERN_DISCARDED}
)  # a draft is nobody else's business (X5)
