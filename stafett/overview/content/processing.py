"""What Stafett does with what it knows of people: the municipality's record (art. 30), and the public statement's ground.

The law is the ground, not consent (L-01). A municipality that does more than this writes it into its own record.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

# gettext's lazy text is no str until it is read; what reads it is a template or a list
Words = Any

COOPERATION = _(
    "Oppgave i allmennhetens interesse (personvernforordningen artikkel 6 nr. 1 e), med plikten tjenestene har til å samarbeide om barn og unge. For helseopplysninger: artikkel 9 nr. 2 g."
)
DUTY = _("Rettslig plikt (personvernforordningen artikkel 6 nr. 1 c).")
EMPLOYER = _("Oppgave i allmennhetens interesse (personvernforordningen artikkel 6 nr. 1 e).")


@dataclass(frozen=True)
class Activity:
    """One thing that is done: its short name, what for, on what ground, about whom, which data, who gets it, how long."""

    name: Words
    purpose: Words
    ground: Words
    people: Words
    data: Words
    recipients: Words
    kept: Words


_AS_THE_LOG = _("Så lenge som loggen den hører til.")

ACTIVITIES = (
    Activity(
        _("Stafettloggen"),
        _("Følge opp en bekymring for et barn sammen med barnet, de foresatte og dem som hjelper."),
        COOPERATION,
        _("Barn, foresatte og de som hjelper."),
        _("Navn, fødselsdato, enhet, hva en er bekymret for, mål, tiltak, evalueringer, møter, notater og lysglimt. Noe av det kan være helseopplysninger."),
        _("De som er i loggen. En ny tjeneste slipper bare inn når samtykket dekker den. En annen skole eller barnehage får loggen når den tar over."),
        _("Så lenge saken er åpen. Når den er avsluttet, går den til arkivet, og tilgangen tas bort. Kommunens bevaringsplan avgjør resten."),
    ),
    Activity(
        _("Samtykke til å dele"),
        _("Vise hvem som har sagt ja til at hva deles med hvem. Samtykket løfter taushetsplikten. Det er ikke grunnlaget for å ha opplysningene."),
        COOPERATION,
        _("Barn fra den alderen kommunen har satt, og foresatte."),
        _("Hvem som har sagt ja eller nei, til hva, når og hvor lenge, og underskrevne skjemaer."),
        _("Stafettholderen, og den som har samtykket."),
        _AS_THE_LOG,
    ),
    Activity(
        _("Foresatte"),
        _("Slippe inn dem som har foreldreansvar, og ingen andre."),
        COOPERATION,
        _("Barn og foresatte."),
        _("Navn, fødselsnummer, relasjonen til barnet, hva den bygger på, og om adressen er skjermet."),
        _("De som registrerer og bekrefter relasjonen."),
        _("Så lenge barnet er i Stafett."),
    ),
    Activity(
        _("Ansatte og samarbeidspartnere"),
        _("Gi tilgang til dem som trenger den, og ta den bort samme dag som de slutter. Holde oversikt over opplæring."),
        EMPLOYER,
        _("Ansatte, og hjelpere utenfra som er sluppet inn i en logg."),
        _("Navn, fødselsnummer, stilling, enhet, rolle, kurs og kontaktopplysninger."),
        _("Andre ansatte ser navn, stilling og enhet, og hvordan de når en ressursperson. De som er i en logg, ser hvem som skrev."),
        _("Så lenge de er ansatt. Navnet blir stående i det de har skrevet."),
    ),
    Activity(
        _("Innlogging"),
        _("Vite sikkert hvem som kommer inn."),
        DUTY,
        _("Alle som logger inn."),
        _("Hvem det er, når, og med hvilken innlogging."),
        _("Leverandøren av innloggingen får vite at du logger inn i Stafett."),
        _("En innlogging varer høyst åtte timer. Så slettes den."),
    ),
    Activity(
        _("Sporet"),
        _("Vise familien hvem som har lest og skrevet, og oppdage misbruk."),
        DUTY,
        _("Alle som bruker Stafett, og barna det gjelder."),
        _("Hvem som leste eller gjorde noe, når, i hvilken logg og hvorfor. Aldri hva som sto der."),
        _("Familien ser sporet i sin egen logg. Personvernombudet kan søke i det."),
        _AS_THE_LOG,
    ),
    Activity(
        _("Meldinger"),
        _("Si fra at det er noe nytt. E-post og SMS sier aldri hva det er."),
        COOPERATION,
        _("Alle som har valgt å bli varslet."),
        _("E-postadresse, telefonnummer og når det ble sendt."),
        _("Leverandøren av e-post og SMS får adressen eller nummeret, og en fast setning."),
        _("Så lenge du vil ha varsler. Du kan slå dem av på Min side."),
    ),
    Activity(
        _("Arkivet"),
        _("Ta vare på dokumentasjon slik arkivlova krever."),
        DUTY,
        _("Barn, foresatte og ansatte i avsluttede logger."),
        _("Loggen som dokument, med hvem som gjorde hva og når."),
        _("Kommunens arkiv."),
        _("Så lenge kommunens bevaringsplan sier."),
    ),
    Activity(
        _("Tall og systemmøter"),
        _("Lære av mange saker uten å peke på noen."),
        COOPERATION,
        _("Ingen enkeltpersoner."),
        _("Antall, aldri under fem, og aldri noe noen har skrevet."),
        _("Ledere i kommunen. Andre kommuner bare når begge har sagt ja til å dele."),
        _("Så lenge tallene er til nytte."),
    ),
)  # fmt: skip

SAFEGUARDS = (
    _("Du logger inn med en sikker innlogging som kjenner deg på to måter. Vi har ingen passord som kan komme på avveie."),
    _("Hver kommune har sitt eget rom, og veggene er bygd inn i selve databasen."),
    _("Fødselsnumre og underskrevne skjemaer er låst med nøkler som ikke ligger i databasen."),
    _("Hver gang noen leser eller skriver i en logg, blir det skrevet ned hvem det var. Det kan ikke endres eller slettes."),
    _("Sikkerhetskopier prøves ved å hentes fram igjen."),
)  # fmt: skip
