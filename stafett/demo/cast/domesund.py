"""Dømesund kommune, the neighbour, writes nynorsk and says BTS. Just as invented as Eksempelvik."""

from django.utils.translation import gettext_lazy as _

from stafett.demo.cast.around import AROUND_DOMESUND, DOMESUND_AREA, DOMESUND_OFFICE
from stafett.demo.cast.kinds import (
    Born,
    CastChild,
    CastPerson,
    CastRelation,
    CastUnit,
    InGrade,
    Place,
    Post,
    WeeksOld,
)
from stafett.register.enums import EmploymentRole, UnitKind

LEADER, RESOURCE = EmploymentRole.UNIT_LEADER, EmploymentRole.RESOURCE_PERSON

KINDERGARTEN = CastUnit("sylvskogen", "Sylvskogen barnehage", UnitKind.KINDERGARTEN)
SCHOOL = CastUnit("domesund_school", "Dømesund barneskule", UnitKind.SCHOOL, area=DOMESUND_AREA)
LOWER_SECONDARY = CastUnit(
    "forteljarvik_school", "Forteljarvik ungdomsskule", UnitKind.SCHOOL, area=DOMESUND_AREA
)
HEALTH_STATION = CastUnit("domesund_health", "Dømesund helsestasjon", UnitKind.HEALTH_STATION)
PPT = CastUnit("domesund_ppt", "PP-tenesta i Dømesund", UnitKind.PPT)
CHILD_WELFARE = CastUnit("domesund_welfare", "Dømesund barnevernsteneste", UnitKind.CHILD_WELFARE)

STAFF = (
    CastPerson(
        "oddny", "Oddny", "Skrøneset", Born(1986, 2, 20), _("Kontaktlærer"),
        _("Holder tre logger på nynorsk: lesing, en trapp mot skolens forestilling, og flere tjenester som samarbeider."),
        (Post(SCHOOL, "Kontaktlærar"),),
    ),
    CastPerson(
        "torleiv", "Torleiv", "Dømesen", Born(1967, 10, 15), _("Rektor"),
        _("Leder skolen i nabokommunen, og ser ingenting fra Eksempelvik."),
        (Post(SCHOOL, "Rektor", LEADER),),
    ),
    CastPerson("sigrun", "Sigrun", "Liksomhaug", Born(1980, 6, 26), posts=(Post(SCHOOL, "Sosiallærar", RESOURCE),)),
    CastPerson("asbjorn", "Asbjørn", "Eventyrvåg", Born(1971, 1, 13), posts=(Post(LOWER_SECONDARY, "Rektor", LEADER),)),
    CastPerson(
        "idunn", "Idunn", "Segnlia", Born(1989, 4, 7), _("Kontaktlærer på ungdomsskolen"),
        _("Har en logg der samtykket har gått ut. Ingenting kan skrives før et nytt er på plass."),
        (Post(LOWER_SECONDARY, "Kontaktlærar"),),
    ),
    CastPerson(
        "arnfinn", "Arnfinn", "Påhittdal", Born(1992, 9, 3), _("Pedagogisk leder i barnehage"),
        _("Har ført en logg helt til mål. Nå er den avsluttet og kan bare leses."),
        (Post(KINDERGARTEN, "Pedagogisk leiar"),),
    ),
    CastPerson("gunnvor", "Gunnvor", "Regleneset", Born(1963, 12, 28), posts=(Post(KINDERGARTEN, "Styrar", LEADER),)),
    CastPerson(
        "torbjorg", "Torbjørg", "Gåtevåg", Born(1975, 5, 31), _("Helsesykepleier"),
        _("Følger en baby som skal legge på seg. Evalueringen er om få dager."),
        (Post(HEALTH_STATION, "Helsesjukepleiar"),),
    ),
    CastPerson(
        "magnhild", "Magnhild", "Draumefjella", Born(1966, 3, 22), posts=(Post(HEALTH_STATION, "Avdelingsleiar", LEADER),)
    ),
    CastPerson(
        "eirik", "Eirik", "Tenkjeland", Born(1983, 8, 11), _("Rådgiver i PPT"),
        _("Er aktør i en logg med flere tjenester."),
        (Post(PPT, "PP-rådgjevar"),),
    ),
    CastPerson("aud", "Aud", "Prøvenuten", Born(1962, 7, 5), posts=(Post(PPT, "Leiar", LEADER),)),
    CastPerson("dragana", "Dragana", "Skisselid", Born(1988, 11, 18), posts=(Post(CHILD_WELFARE, "Kontaktperson"),)),
    CastPerson("olav", "Olav", "Innbiljord", Born(1970, 10, 8), posts=(Post(CHILD_WELFARE, "Leiar", LEADER),)),
)  # fmt: skip

GUARDIANS = (
    CastPerson(
        "jorunn", "Jorunn", "Blekkhuslid", Born(1985, 1, 16), _("Mor til Vetle"),
        _("Leser loggen på nynorsk og deler lysglimt."),
    ),
    CastPerson("steinar", "Steinar", "Viskeleret", Born(1982, 9, 29)),
    CastPerson("kjersti", "Kjersti", "Passarheim", Born(1984, 6, 10)),
    CastPerson("tesfay", "Tesfay", "Kritteigen", Born(1990, 12, 19)),
    CastPerson("solfrid", "Solfrid", "Tavlekrita", Born(1979, 3, 14)),
    CastPerson("marit", "Marit", "Rangleset", Born(1996, 2, 25)),
)  # fmt: skip

CHILDREN = (
    CastChild(CastPerson("vetle", "Vetle", "Blekkhuslid", InGrade(4, 3, 27)), SCHOOL, "4. trinn"),
    CastChild(CastPerson("synne", "Synne", "Viskeleret", InGrade(6, 10, 2)), SCHOOL, "6. trinn"),
    CastChild(CastPerson("ylva", "Ylva", "Passarheim", InGrade(5, 5, 20)), SCHOOL, "5. trinn"),
    CastChild(CastPerson("aslak", "Aslak", "Tavlekrita", InGrade(8, 4, 30)), LOWER_SECONDARY, "8. trinn"),
    CastChild(CastPerson("brage", "Brage Luwam", "Kritteigen", InGrade(0, 8, 14)), KINDERGARTEN, "Elgane"),
    CastChild(CastPerson("embla", "Embla", "Rangleset", WeeksOld(11)), HEALTH_STATION),
)

RELATIONS = (
    CastRelation("vetle", "jorunn", "torleiv"),
    CastRelation("synne", "steinar", "torleiv"),
    CastRelation("ylva", "kjersti", "torleiv"),
    CastRelation("aslak", "solfrid", "asbjorn"),
    CastRelation("brage", "tesfay", "gunnvor"),
    CastRelation("embla", "marit", "magnhild"),
)

DOMESUND = Place(
    slug="domesund",
    name="Dømesund kommune",
    locale="nn",
    model_alias="BTS",
    units=(
        KINDERGARTEN, SCHOOL, LOWER_SECONDARY, HEALTH_STATION, PPT, CHILD_WELFARE, DOMESUND_AREA, DOMESUND_OFFICE,
    ),
    people=STAFF + AROUND_DOMESUND + GUARDIANS,
    children=CHILDREN,
    relations=RELATIONS,
)  # fmt: skip
