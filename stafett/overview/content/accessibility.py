"""How far the pages are for everybody, as we know it ourselves: the ground of a municipality's statement (L-70, L-71).

The municipality owns its statement and publishes it at uustatus.no; what stands here is what it can fill in there.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

ASSESSED_ON = date(2026, 11, 22)  # the newest time the list below was gone through


@dataclass(frozen=True)
class Shortcoming:
    """Something that does not hold: the criteria of WCAG, what it means for people, and what one can do meanwhile."""

    criteria: str
    what: Any
    instead: Any


SHORTCOMINGS = (
    Shortcoming(
        "1.1.1, 1.3.1",
        _("Skjemaer som er underskrevet på papir og lagt inn som bilde, kan ikke leses av en skjermleser."),
        _("Innholdet står som tekst på siden om samtykket. Spør den som har loggen hvis noe mangler."),
    ),
    Shortcoming(
        "1.1.1, 1.3.1, 2.4.2",
        _("Dokumenter kommunen selv har lagt i Verktøykassen, kan mangle overskrifter, tittel eller tekst til bilder."),
        _("Be kommunen om dokumentet i en annen form."),
    ),
    Shortcoming(
        "3.1.2",
        _("Det folk har skrevet på et annet språk enn siden, er ikke merket med språk. En skjermleser leser det da med feil uttale."),
        _("Bytt språk i skjermleseren for den teksten."),
    ),
)  # fmt: skip

TRIED = (
    _("Alle sider er prøvd med et verktøy som leter etter feil (axe), på mobil og på stor skjerm."),
    _("Arbeidet i loggen er prøvd med bare tastatur, uten JavaScript og med forstørret tekst."),
    _("Dokumenter vi lager, følger standarden for tilgjengelig PDF (PDF/UA-1)."),
    _("Vi har ennå ikke prøvd sidene sammen med folk som bruker skjermleser til daglig."),
)  # fmt: skip
