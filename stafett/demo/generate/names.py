"""Invented names of places, units and people. Surnames are plainly made up; given names are ordinary ones."""

from functools import lru_cache

from stafett.kernel.sort_key import sort_key
from stafett.register.enums import UnitKind

_PLACES = (
    "Fabel", "Sagn", "Påfunn", "Oppdikt", "Eventyr", "Skrøne", "Gåte", "Lykke", "Tanke", "Dagdrøm", "Regle",
    "Rim", "Sang", "Leke", "Undre", "Liksom", "Tulle", "Kladde", "Ordspill", "Snurre",
)  # fmt: skip
_LANDS = (
    "vik", "dal", "sund", "nes", "øy", "fjord", "mark", "bygd", "heim", "våg", "strand", "ås", "li", "berg",
    "voll", "sjø", "elv", "haug", "tind", "holt",
)  # fmt: skip
_SURNAME_HEADS = (
    "Lyng", "Måne", "Tåke", "Regn", "Solskinns", "Nysnø", "Blåbær", "Kvist", "Tyttebær", "Dugg", "Ekko", "Fjær",
    "Glitter", "Hinke", "Kaffe", "Konfekt", "Lapskaus", "Marsipan", "Nisse", "Papir", "Pinne", "Sukker",
    "Knapp", "Trille", "Vaffel", "Vinter", "Sommer", "Skygge", "Spøke", "Rute",
)  # fmt: skip
_SURNAME_TAILS = (
    "trost", "rype", "spove", "hare", "gaupe", "mus", "ugle", "brum", "pust", "trapp", "lue", "vott", "båt",
    "bro", "sti", "grind", "lykt", "benk", "kopp", "hatt", "flue", "humle", "skjell", "kongle", "stein",
)  # fmt: skip
GIVEN = (
    "Aksel", "Albert", "Alva", "Amira", "Amund", "Ane", "Anton", "Arne", "Astrid", "Aurora", "Berit", "Birk",
    "Bjørn", "Brage", "Camilla", "Dagny", "Daniel", "Ebba", "Edvard", "Eirik", "Elias", "Ella", "Elise", "Emma",
    "Erlend", "Eskil", "Espen", "Eva", "Filip", "Frida", "Gro", "Guro", "Hadia", "Halvor", "Hanne", "Hassan",
    "Hedvig", "Henrik", "Hilde", "Håkon", "Ibrahim", "Ida", "Inga", "Ingvild", "Isak", "Iver", "Jakob", "Janne",
    "Johan", "Jorunn", "Julie", "Kaja", "Kasper", "Khadija", "Knut", "Kristin", "Lars", "Leah", "Leila", "Live",
    "Ludvig", "Magnus", "Mai", "Malin", "Marit", "Markus", "Mathea", "Máret", "Mikkel", "Milla", "Mona",
    "Mustafa", "Nadia", "Nils", "Nora", "Odin", "Ola", "Oline", "Olav", "Omar", "Oskar", "Per", "Petra", "Pia",
    "Ragnhild", "Rakel", "Rasmus", "Ravna", "Runa", "Sander", "Sara", "Selma", "Sigurd", "Silje", "Siri",
    "Sofie", "Solveig", "Stian", "Sverre", "Synne", "Tarjei", "Theodor", "Thea", "Tiril", "Tobias", "Tone",
    "Torbjørn", "Trygve", "Tuva", "Ulrik", "Une", "Vegard", "Vetle", "Viljar", "Vilde", "Yasmin", "Ylva",
    "Yngve", "Zahra", "Øystein", "Øyvind", "Åse", "Åshild", "Ådne",
)  # fmt: skip
FAMILY = tuple(f"{head}{tail}" for head in _SURNAME_HEADS for tail in _SURNAME_TAILS)
_UNIT_HEADS = (
    "Bjørnehi", "Blåveis", "Drage", "Ekorn", "Fivrel", "Furukollen", "Gråstein", "Hakkespett", "Hestehov",
    "Humle", "Kastanje", "Krokus", "Lillebekk", "Maurtua", "Myrull", "Nordlys", "Regnbue", "Revehiet", "Rogn",
    "Skrubben", "Solsikke", "Steinrøys", "Stjerne", "Storskogen", "Tiriltunge", "Trollheia", "Uglebo", "Vårsol",
)  # fmt: skip
GROUPS = ("Maur", "Humler", "Frosker", "Rever", "Harer", "Spurver")


def municipality_name(index: int) -> str:
    """An invented name, another for each index; after the four hundredth a number tells them apart."""
    place = _PLACES[index % len(_PLACES)]
    land = _LANDS[(index // len(_PLACES) + index) % len(_LANDS)]
    round_number = index // (len(_PLACES) * len(_LANDS))
    return f"{place}{land}" + (f" {round_number + 1}" if round_number else "")


def unit_name(kind: UnitKind, number: int, place: str) -> str:
    """A unit's name; `number` counts the units of that kind in the municipality from 0."""
    if kind == UnitKind.PPT:
        return f"PP-tjenesten i {place}"
    if kind == UnitKind.CHILD_WELFARE:
        return f"{place} barneverntjeneste"
    if kind == UnitKind.HEALTH_STATION:
        return f"{place} helsestasjon"
    head = _UNIT_HEADS[number % len(_UNIT_HEADS)]
    round_number = number // len(_UNIT_HEADS)
    return f"{head} {'barnehage' if kind == UnitKind.KINDERGARTEN else 'skole'}" + (
        f" {round_number + 1}" if round_number else ""
    )


@lru_cache(maxsize=200_000)
def key_of(given: str, family: str) -> str:
    """The sort key of a person, as register.people makes it. Few names recur for many, so keys are kept."""
    return sort_key(f"{family}, {given}")
