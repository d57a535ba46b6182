"""What happens in a log. Each label is the sentence the timeline tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """Acts in the log: feature, dot, past tense. `%(thing)s` is the title or text of what it is about."""

    LOG_STARTED = "relay_log.started", _("%(actor)s startet stafettloggen.")
    LOG_OPENED = "relay_log.opened", _("Samtykket er på plass, og loggen er åpnet.")
    LOG_DISCARDED = "relay_log.discarded", _("%(actor)s slettet en logg som ikke var tatt i bruk.")
    GUARDIANS_READ = "relay_log.guardians_read", _("%(actor)s lar foresatte lese loggen.")
    GUARDIANS_DO_NOT_READ = "relay_log.guardians_do_not_read", _("%(actor)s leser loggen uten foresatte.")
    LEVEL_CHANGED = "relay_log.level_changed", _("%(actor)s endret nivået fra %(before)s til %(after)s.")
    COORDINATION_SAID = "relay_log.coordination_said", _("%(actor)s skrev hvem som samordner.")
    LOG_CLOSED = "relay_log.closed", _("%(actor)s avsluttet stafettloggen.")
    ACCESS_ENDS = "relay_log.access_ends", _("Loggen er i arkivet, og kan leses her til og med %(until)s.")
    CATEGORY_CALLED = "category.called", _("%(actor)s endret hva oppmerksomheter kan gjelde.")
    CONCERN_DRAFTED = "concern.drafted", _("%(actor)s skrev et utkast til oppmerksomheten «%(thing)s».")
    CONCERN_REVISED = "concern.revised", _("%(actor)s endret oppmerksomheten «%(thing)s».")
    CONCERN_KEPT = "concern.kept", _("%(actor)s holdt oppmerksomheten «%(thing)s» tilbake for foresatte.")
    CONCERN_SHARED_AFTER_ALL = (
        "concern.shared_after_all",
        _("%(actor)s delte oppmerksomheten «%(thing)s» med foresatte likevel."),
    )
    CONCERN_DISCARDED = "concern.discarded", _("%(actor)s slettet et utkast.")
    CONCERN_SHARED = "concern.shared", _("%(actor)s delte oppmerksomheten «%(thing)s».")
    CONCERN_ACTIVATED = "concern.activated", _("%(actor)s satte i gang arbeidet med «%(thing)s».")
    CONCERN_ACHIEVED = "concern.achieved", _("Målet for «%(thing)s» er nådd!")
    CONCERN_ENDED = "concern.ended", _("%(actor)s avsluttet oppmerksomheten «%(thing)s».")
    GOAL_REPLACED = "goal.replaced", _("%(actor)s skrev et nytt mål for «%(thing)s».")
    FACTOR_ADDED = "factor.added", _("%(actor)s la til noe som holder utfordringen ved like.")
    FACTOR_REMOVED = "factor.removed", _("%(actor)s tok bort noe fra analysen.")
    FACTOR_MARKED = "factor.marked", _("%(actor)s merket hva det går an å gjøre noe med.")
    FACTORS_SHARED = "factor.shared", _("%(actor)s delte noe fra de ansattes runde i analysen.")
    OWN_ROUND = "factor.own_round", _("%(actor)s arbeidet med de ansattes egen runde i analysen.")
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
    BRIGHT_SPOT_OF_CHILD = "bright_spot.shared_by_child", _("Barnet delte et lysglimt.")
    NOTE_WRITTEN = "note.written", _("%(actor)s skrev et notat.")
    NOTE_KEPT = "note.kept", _("%(actor)s holdt et notat tilbake for foresatte.")
    NOTE_SHARED = "note.shared_after_all", _("%(actor)s delte et notat med foresatte likevel.")
    PARTICIPANT_ADDED = "participant.added", _("%(actor)s la til %(person)s som aktør.")
    EXTERNAL_ADDED = (
        "participant.external_added",
        _("%(actor)s la til %(person)s fra %(unit)s, til og med %(until)s."),
    )
    EXTERNAL_EXTENDED = (
        "participant.external_extended",
        _("%(person)s fra %(unit)s er med til og med %(until)s."),
    )
    ORGANISATION_ADDED = "participant.organisation_added", _("%(actor)s la til virksomheten %(unit)s.")
    LEADER_LOOKS = (
        "participant.leader_looks",
        _("%(actor)s åpnet loggen for å lese den, til og med %(until)s."),
    )
    HOLDER_APPOINTED = "participant.holder_appointed", _("%(person)s er ny stafettholder.")
    PARTICIPANT_ENDED = "participant.ended", _("%(person)s er ikke lenger aktør i loggen.")


PRIVATE = frozenset(
    {
        *(Event.CONCERN_DRAFTED, Event.CONCERN_DISCARDED),  # a draft is nobody else's business (X5)
        Event.OWN_ROUND,  # nor is what staff think of before they have shared it (S001-23)
        # that something was kept is told to nobody it was kept from, also afterwards (L-13)
        *(Event.CONCERN_KEPT, Event.CONCERN_SHARED_AFTER_ALL, Event.NOTE_KEPT, Event.NOTE_SHARED),
    }
)
