"""The rule of the house for each kind of thing: what holds until a municipality has decided otherwise, and why.

What the archivist decides about is in `enums.DECIDED_HERE`; the others say how the house itself works, and are true of it
(ADR 0043).
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from stafett.retention.enums import CountFrom, Fate, Kind

CLOSED_MONTHS, NEVER_STARTED_MONTHS = 60, 12


@dataclass(frozen=True)
class Standard:
    """`basis` is where it stands, `explanation` why, in words for the screen."""

    fate: Fate
    basis: object
    explanation: object
    months: int | None = None
    count_from: CountFrom | None = None


STANDARD: dict[Kind, Standard] = {
    Kind.CLOSED_LOG: Standard(
        Fate.ARCHIVE,
        _("Arkivlova, og kommunens egen bevarings- og kassasjonsplan"),
        _(
            "En logg er dokumentasjon. Arkivet får hele loggen når den avsluttes, og kommunens plan bestemmer hvor "
            "lenge den også skal stå her. Fem år er vårt forslag til dere har bestemt."
        ),
        CLOSED_MONTHS,
        CountFrom.CLOSED,
    ),
    Kind.NEVER_STARTED: Standard(
        Fate.DISPOSE,
        _("Samtykke kom aldri: da er det ingenting å følge opp, og ingenting å arkivere"),
        _("Stafettholderen kan slette en slik logg selv. Blir den stående, kan den slettes herfra."),
        NEVER_STARTED_MONTHS,
        CountFrom.STARTED,
    ),
    Kind.DRAFT: Standard(
        Fate.DISPOSE,
        _("En kladd er ikke delt, og er ikke en del av loggen"),
        _("Den som skrev kladden, kan slette den når som helst. Da er også tidligere ordlyd borte."),
    ),
    Kind.NOTE: Standard(
        Fate.ARCHIVE,
        _("Det som er delt i en logg, rettes med nye versjoner og slettes ikke for seg"),
        _("Det følger loggen: til arkivet med den, og borte herfra med den."),
    ),
    Kind.SYSTEM_MEETING: Standard(
        Fate.KEEP,
        _("Arkivlova. Referatene handler om tjenestene og aldri om et barn"),
        _("Signerte referater går til arkivet. De bevares også her, så nye grupper kan lære av dem."),
    ),
    Kind.MESSAGE: Standard(
        Fate.DISPOSE,
        _("En melding peker bare på noe, og har ikke noe innhold selv"),
        _("Stafett sletter meldinger som er over ett år gamle, av seg selv."),
    ),
    Kind.TRAIL: Standard(
        Fate.KEEP,
        _("Familien har rett til å vite hvem som har lest, og kommunen må kunne vise hva som har skjedd"),
        _(
            "Sporet kan ikke endres. Når en logg er slettet, står det igjen at den fantes og hvem som leste den."
        ),
    ),
    Kind.CERTIFICATE: Standard(
        Fate.KEEP,
        _("Det skal kunne vises hva som er slettet, når, av hvem og etter hvilken regel"),
        _("Et slettebevis kan ikke endres, og har ingen navn på barn eller foresatte."),
    ),
}
