"""What the "Hva skjer nå" line can say, and how loudly. `rules/whats_next.py` decides which."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NextKind(TextChoices):
    """The next thing in a log. `%(date)s` is a day as people say it, `%(measure)s` what the measure says."""

    CONSENT_MISSING = "consent_missing", _("Loggen venter på samtykke fra foresatte.")
    CONSENT_RAN_OUT = (
        "consent_ran_out",
        _("Samtykket gjelder ikke lenger. Et nytt må på plass før dere fortsetter."),
    )
    CONSENT_WITHDRAWN = (
        "consent_withdrawn",
        _("Samtykket er trukket tilbake. Loggen kan leses, men ikke endres."),
    )
    FAMILY_ASKS_TO_END = "family_asks_to_end", _("Familien ber om at loggen avsluttes.")
    OWN_CONSENT_NEEDED = (
        "own_consent_needed",
        _("Barnet er gammelt nok til å samtykke selv, og må ha sagt ja innen %(date)s."),
    )
    NO_CONCERN_YET = (
        "no_concern_yet",
        _("Ingenting er skrevet ennå. Begynn med det dere er særlig oppmerksomme på."),
    )
    SHARE_DRAFT = "share_draft", _("Et utkast venter. Del det når dere har snakket med foresatte og barnet.")
    SET_IN_MOTION = "set_in_motion", _("Oppmerksomheten er delt. Bli enige om tiltak, og sett i gang.")
    EVALUATION_OVERDUE = (
        "evaluation_overdue",
        _("Det er tid for å evaluere «%(measure)s». Avtalt dag var %(date)s."),
    )
    CONSENT_ENDS_SOON = "consent_ends_soon", _("Samtykket gjelder til %(date)s. Avtal et nytt i god tid.")
    ADJUST_MEASURE = "adjust_measure", _("«%(measure)s» venter på å bli justert og satt i gang.")
    MEASURE_STARTS = "measure_starts", _("«%(measure)s» skal være i gang %(date)s.")
    EVALUATION_SOON = "evaluation_soon", _("Evalueringen av «%(measure)s» nærmer seg: %(date)s.")
    EVALUATION_NEXT = "evaluation_next", _("Neste evaluering er %(date)s: «%(measure)s».")
    BATON_OFFERED = (
        "baton_offered",
        _("Stafettpinnen er tilbudt en ny stafettholder. Den dere har, er her til den er tatt imot."),
    )
    MEETING_NEXT = "meeting_next", _("Neste møte er %(date)s.")
    NOTHING_PLANNED = (
        "nothing_planned",
        _("Ingenting er planlagt. Er målet nådd, eller trenger dere et nytt tiltak?"),
    )
    READY_TO_CLOSE = (
        "ready_to_close",
        _("Alt dere var oppmerksomme på, er avsluttet. Kanskje loggen også kan avsluttes?"),
    )
    CLOSED = "closed", _("Loggen er avsluttet.")

    @property
    def tone(self):
        """How loudly the line speaks."""
        return _TONES.get(self, Tone.CALM)


class Tone(StrEnum):
    """Calm says what comes, soon asks for something, alarm means that follow-up is breaking (followUpGap)."""

    CALM = "calm"
    SOON = "soon"
    ALARM = "alarm"


_TONES = {
    NextKind.CONSENT_MISSING: Tone.SOON,
    NextKind.CONSENT_RAN_OUT: Tone.ALARM,
    NextKind.CONSENT_WITHDRAWN: Tone.ALARM,
    NextKind.FAMILY_ASKS_TO_END: Tone.ALARM,
    NextKind.OWN_CONSENT_NEEDED: Tone.SOON,
    NextKind.SET_IN_MOTION: Tone.SOON,
    NextKind.EVALUATION_OVERDUE: Tone.ALARM,
    NextKind.CONSENT_ENDS_SOON: Tone.SOON,
    NextKind.ADJUST_MEASURE: Tone.SOON,
    NextKind.EVALUATION_SOON: Tone.SOON,
    NextKind.BATON_OFFERED: Tone.SOON,
    NextKind.NOTHING_PLANNED: Tone.ALARM,
}
