"""Eksempelvik kommune writes bokmål and says BTI. Invented from end to end, down to the surnames."""

from django.utils.translation import gettext_lazy as _

from stafett.demo.cast.around import AROUND_EKSEMPELVIK, BUP, EKSEMPELVIK_AREA, EKSEMPELVIK_OFFICE
from stafett.demo.cast.kinds import (
    Born,
    CastChild,
    CastPerson,
    CastRelation,
    CastUnit,
    InGrade,
    Place,
    Post,
    Turned,
    WeeksOld,
)
from stafett.register.enums import AddressProtection, EmploymentRole, RelationKind, RelationState, UnitKind

LEADER, RESOURCE = EmploymentRole.UNIT_LEADER, EmploymentRole.RESOURCE_PERSON

KINDERGARTEN = CastUnit("eventyrskogen", "Eventyrskogen barnehage", UnitKind.KINDERGARTEN)
PRIVATE_KINDERGARTEN = CastUnit(
    "humla", "Humla og Huldra familiebarnehage AS", UnitKind.KINDERGARTEN, is_private=True
)
SCHOOL = CastUnit("eksempelvik_school", "Eksempelvik barneskole", UnitKind.SCHOOL, area=EKSEMPELVIK_AREA)
LOWER_SECONDARY = CastUnit(
    "fabelasen_school", "Fabelåsen ungdomsskole", UnitKind.SCHOOL, area=EKSEMPELVIK_AREA
)
HEALTH_STATION = CastUnit("eksempelvik_health", "Eksempelvik helsestasjon", UnitKind.HEALTH_STATION)
PPT = CastUnit("eksempelvik_ppt", "PP-tjenesten i Eksempelvik", UnitKind.PPT)
CHILD_WELFARE = CastUnit("eksempelvik_welfare", "Eksempelvik barneverntjeneste", UnitKind.CHILD_WELFARE)

STAFF = (
    CastPerson(
        "kari", "Kari", "Eksempelmo", Born(1984, 3, 12), _("Kontaktlærer"),
        _("Holder stafettpinnen i sju logger: én går som den skal, én har en evaluering som er forfalt, og én er i mål."),
        (Post(SCHOOL, "Kontaktlærer"),),
    ),
    CastPerson(
        "jonas", "Jonas", "Påfunn", Born(1991, 8, 4), _("Lærer"),
        _("Kollega på samme skole. Har to egne logger, og er aktør i én av Karis."),
        (Post(SCHOOL, "Lærer"),),
    ),
    CastPerson(
        "yusuf", "Yusuf", "Tenkeland", Born(1979, 11, 23), _("Sosiallærer og ressursperson"),
        _("Hjelper kollegene i gang. Én logg slår alarm, og i en annen går samtykket snart ut."),
        (Post(SCHOOL, "Sosiallærer", RESOURCE),),
    ),
    CastPerson(
        "elle", "Elle Márjá", "Tullebekk", Born(1972, 2, 6), _("Rektor"),
        _("Leder barneskolen. Skal bekrefte en foresatt som Jonas har lagt inn."),
        (Post(SCHOOL, "Rektor", LEADER),),
    ),
    CastPerson(
        "trond", "Trond", "Skrønestad", Born(1966, 9, 17), _("Lærer som sluttet i forrige måned"),
        _("Var aktør i en logg, og når den ikke lenger."),
        (Post(SCHOOL, "Lærer", ended_last_month=True),),
    ),
    CastPerson(
        "ragnhild", "Ragnhild", "Fantaslid", Born(1961, 10, 4), _("Lærer som har sluttet"),
        _("Hadde stafettpinnen i en logg. Nå når hun den ikke, og rektor ser at den mangler stafettholder."),
        (Post(SCHOOL, "Lærer", ended_last_month=True),),
    ),
    CastPerson(
        "dag", "Dag", "Snurrebakk", Born(1987, 6, 1), _("Kontaktlærer på ungdomsskolen"),
        _("Holder en logg på nivå 3 med flere tjenester, og har avsluttet en annen."),
        (Post(LOWER_SECONDARY, "Kontaktlærer"),),
    ),
    CastPerson(
        "maja", "Maja", "Kladdevik", Born(1999, 1, 20), _("Nyansatt lærer"),
        _("Begynte nylig og har ingen logger ennå."),
        (Post(LOWER_SECONDARY, "Lærer", days=16),),
    ),
    CastPerson("aslaug", "Aslaug", "Eventyrmo", Born(1970, 4, 9), posts=(Post(LOWER_SECONDARY, "Rektor", LEADER),)),
    CastPerson(
        "pernille", "Pernille", "Gåtebo", Born(1988, 12, 2), _("Pedagogisk leder i barnehage"),
        _("Holder to logger: én der måltidet går stadig bedre, og én som nettopp er åpnet."),
        (Post(KINDERGARTEN, "Pedagogisk leder"),),
    ),
    CastPerson(
        "ingeborg", "Ingeborg", "Liksomrud", Born(1968, 7, 30), _("Styrer i barnehage"),
        _("Leder barnehagen, og bekrefter foresatte som kollegene legger inn."),
        (Post(KINDERGARTEN, "Styrer", LEADER),),
    ),
    CastPerson(
        "amal", "Amal", "Rimelimset", Born(1993, 10, 11), _("Barnehagelærer i privat barnehage"),
        _("Har en logg der et tiltak venter på å bli justert."),
        (Post(PRIVATE_KINDERGARTEN, "Barnehagelærer"),),
    ),
    CastPerson("tove", "Tove", "Fantasås", Born(1964, 5, 14), posts=(Post(PRIVATE_KINDERGARTEN, "Styrer", LEADER),)),
    CastPerson(
        "mina", "Mina", "Papirdalen", Born(1982, 1, 8), _("Helsesykepleier"),
        _("Følger en baby som skal legge på seg. Er også aktør på ungdomsskolen."),
        (Post(HEALTH_STATION, "Helsesykepleier"),),
    ),
    CastPerson(
        "astrid", "Astrid", "Kladdebakk", Born(1969, 3, 3), posts=(Post(HEALTH_STATION, "Avdelingsleder", LEADER),)
    ),
    CastPerson(
        "henrik", "Henrik", "Regleplass", Born(1977, 9, 9), _("Rådgiver i PPT"),
        _("Er aktør i to logger, og har egne tiltak og datoer der."),
        (Post(PPT, "PP-rådgiver"),),
    ),
    CastPerson("liv", "Liv", "Prøvebudalen", Born(1965, 6, 21), posts=(Post(PPT, "Leder", LEADER),)),
    CastPerson(
        "samira", "Samira", "Skissemo", Born(1990, 2, 27), _("Kontaktperson i barneverntjenesten"),
        _("Er aktør i to logger, og gir veiledning hjemme."),
        (Post(CHILD_WELFARE, "Kontaktperson"),),
    ),
    CastPerson("geir", "Geir", "Innbildstad", Born(1974, 8, 19), posts=(Post(CHILD_WELFARE, "Leder", LEADER),)),
)  # fmt: skip

GUARDIANS = (
    CastPerson(
        "fatima", "Fatima", "Oppdiktsen", Born(1986, 5, 25), _("Mor til Noor"),
        _("Leser loggen og deler lysglimt."),
    ),
    CastPerson(
        "omar", "Omar", "Oppdiktsen", Born(1983, 10, 2), _("Far til Noor"),
        _("Leser den samme loggen på engelsk."), locale="en",
    ),
    CastPerson(
        "siv", "Siv", "Fleipestad", Born(1985, 4, 16), _("Mor til Emil"),
        _("Bor ikke sammen med far. Hennes samtykke mangler, så loggen er ikke åpnet."),
    ),
    CastPerson("lars", "Lars", "Tøysebu", Born(1981, 7, 7)),
    CastPerson(
        "marek", "Marek", "Ordspillsen", Born(1978, 12, 12), _("Forelder som ikke er bekreftet"),
        _("Ser ingenting før rektor har bekreftet at han er foresatt."),
    ),
    CastPerson("marta", "Marta", "Ordspillsen", Born(1980, 1, 31)),
    CastPerson(
        "ronny", "Ronny", "Dagdrømsen", Born(1976, 6, 6), _("Forelder med sperret tilgang"),
        _("Kommer ikke inn i loggen, og får ikke vite at den finnes."),
    ),
    CastPerson(
        "hilde", "Hilde", "Pusleplass", Born(1980, 3, 29), _("Mor til Tiril"),
        _("Har sagt ja til flere tjenester, og kan ombestemme seg."),
    ),
    CastPerson(
        "gudrun", "Gudrun", "Fabelvik", Born(1971, 11, 1), _("Fostermor til Mikkel"),
        _("Har ikke foreldreansvar, og når derfor ikke loggen på egen hånd."),
    ),
    CastPerson("wenche", "Wenche", "Gjettelandet", Born(1987, 2, 18)),
    CastPerson("anne_sofie", "Anne-Sofie Ingebjørg", "Eksempelbakken-Tenkelandshaugen", Born(1983, 8, 28)),
    CastPerson(
        "ante", "Ánte", "Vrøvlevik", Born(1989, 5, 5), _("Far til Sárá"),
        _("Ser trappen datteren har gått, og lysglimtene underveis."),
    ),
    CastPerson("mette", "Mette", "Rablestad", Born(1986, 9, 13)),
    CastPerson("hamid", "Hamid", "Flettverk", Born(1982, 4, 4)),
    CastPerson("grete", "Grete", "Finurlund", Born(1979, 10, 27)),
    CastPerson("tuva", "Tuva", "Tankevikhaug", Born(1984, 12, 24)),
    CastPerson("sindre", "Sindre", "Billedbokmo", Born(1990, 7, 19)),
    CastPerson("line", "Line", "Byggeklossen", Born(1992, 3, 8)),
    CastPerson("thi", "Thi Lan", "Sandkassli", Born(1994, 6, 15)),
    CastPerson("ingrid", "Ingrid", "Smokkeset", Born(1995, 11, 9)),
    CastPerson("ove", "Ove", "Smokkeset", Born(1993, 1, 27)),
    CastPerson("elin", "Elin", "Viskelærdal", Born(1981, 5, 3)),
    CastPerson("kjell", "Kjell", "Linjalsrud", Born(1978, 8, 8)),
    CastPerson("bente", "Bente", "Pennalsrud", Born(1985, 2, 2)),
    CastPerson("inger", "Inger", "Tøffelhaug", Born(1988, 1, 14)),
    CastPerson("runa", "Runa", "Skyggeslott", Born(1989, 6, 12), protection=AddressProtection.CONFIDENTIAL),
    CastPerson(
        "solveig", "Solveig", "Papirflybakk", Born(1978, 4, 1), _("Mor til Live"),
        _("Har sagt ja til loggen om Live, som nå er gammel nok til å svare selv."),
    ),
    CastPerson("bjarte", "Bjarte", "Viskekluten", Born(1976, 9, 22)),
)  # fmt: skip

CHILDREN = (
    CastChild(CastPerson("noor", "Noor", "Oppdiktsen", InGrade(3, 2, 14)), SCHOOL, "3A"),
    CastChild(
        CastPerson("oskar", "Oskar Alexander", "Eksempelbakken-Tenkelandshaugen", InGrade(2, 9, 1)),
        SCHOOL,
        "2B",
    ),
    CastChild(CastPerson("sara", "Sárá", "Vrøvlevik", InGrade(1, 4, 22)), SCHOOL, "1A"),
    CastChild(CastPerson("emil", "Emil", "Tøysebu", InGrade(4, 6, 18)), SCHOOL, "4A"),
    CastChild(CastPerson("linnea", "Linnea", "Rablestad", InGrade(4, 11, 5)), SCHOOL, "4A"),
    CastChild(CastPerson("ahmed", "Ahmed", "Flettverk", InGrade(3, 7, 3)), SCHOOL, "3A"),
    CastChild(CastPerson("tiril", "Tiril", "Pusleplass", InGrade(6, 1, 25)), SCHOOL, "6B"),
    CastChild(CastPerson("even", "Even", "Finurlund", InGrade(5, 3, 11)), SCHOOL, "5A"),
    CastChild(CastPerson("mateusz", "Mateusz", "Ordspillsen", InGrade(5, 8, 20)), SCHOOL, "5A"),
    CastChild(CastPerson("hedda", "Hedda", "Tankevikhaug", InGrade(7, 10, 30)), SCHOOL, "7A"),
    CastChild(CastPerson("mikkel", "Mikkel", "Gjettelandet", InGrade(6, 5, 17)), SCHOOL, "6B"),
    CastChild(CastPerson("nils", "Nils Áilo", "Pennalsrud", InGrade(3, 12, 6)), SCHOOL, "3A"),
    CastChild(CastPerson("ronja", "Ronja", "Tøffelhaug", InGrade(2, 3, 30)), SCHOOL, "2B"),
    CastChild(CastPerson("selma", "Selma", "Viskelærdal", InGrade(9, 2, 28)), LOWER_SECONDARY, "9C"),
    CastChild(
        CastPerson(
            "iben", "Iben", "Skyggeslott", InGrade(4, 10, 9), protection=AddressProtection.CONFIDENTIAL
        ),
        SCHOOL,
        "4A",
    ),
    CastChild(
        CastPerson(
            "live",
            "Live",
            "Papirflybakk",
            Turned(16, 10),
            _("Ungdom"),
            _("Har fylt 16 og bestemmer selv om samtykke. En forespørsel venter."),
        ),
        LOWER_SECONDARY,
        "10A",
    ),
    CastChild(CastPerson("amund", "Amund", "Viskekluten", Turned(16, 40)), LOWER_SECONDARY, "10B"),
    CastChild(CastPerson("jakob", "Jakob", "Linjalsrud", InGrade(8, 7, 12)), LOWER_SECONDARY, "8A"),
    CastChild(CastPerson("lilly", "Lilly", "Billedbokmo", InGrade(-1, 5, 9)), KINDERGARTEN, "Trollgruppa"),
    CastChild(CastPerson("isak", "Isak", "Byggeklossen", InGrade(0, 9, 24)), KINDERGARTEN, "Nissegruppa"),
    CastChild(
        CastPerson("zara", "Zara My", "Sandkassli", InGrade(0, 1, 19)), PRIVATE_KINDERGARTEN, "Humlebolet"
    ),
    CastChild(CastPerson("ludvig", "Ludvig", "Smokkeset", WeeksOld(13)), HEALTH_STATION),
)

RELATIONS = (
    CastRelation("noor", "fatima", "elle"),
    CastRelation("noor", "omar", "elle"),
    CastRelation("oskar", "anne_sofie", "elle"),
    CastRelation("sara", "ante", "elle"),
    CastRelation("emil", "lars", "elle"),
    CastRelation("emil", "siv", "elle"),
    CastRelation("linnea", "mette", "elle"),
    CastRelation("ahmed", "hamid", "elle"),
    CastRelation("tiril", "hilde", "elle"),
    CastRelation(
        "tiril",
        "ronny",
        "elle",
        state=RelationState.BLOCKED,
        reason="Rektor har sett vedtaket. Se saksmappen.",
    ),
    CastRelation("even", "grete", "elle"),
    CastRelation("mateusz", "marta", "elle"),
    CastRelation("mateusz", "marek", "jonas", state=RelationState.UNCLEAR),
    CastRelation("hedda", "tuva", "elle"),
    CastRelation("mikkel", "wenche", "elle"),
    CastRelation("mikkel", "gudrun", "elle", RelationKind.FOSTER_PARENT, has_parental_responsibility=False),
    CastRelation("nils", "bente", "elle"),
    CastRelation("ronja", "inger", "elle"),
    CastRelation("iben", "runa", "elle"),
    CastRelation("live", "solveig", "aslaug"),
    CastRelation("amund", "bjarte", "aslaug"),
    CastRelation("selma", "elin", "aslaug"),
    CastRelation("jakob", "kjell", "aslaug"),
    CastRelation("lilly", "sindre", "ingeborg"),
    CastRelation("isak", "line", "ingeborg"),
    CastRelation("zara", "thi", "tove"),
    CastRelation("ludvig", "ingrid", "astrid"),
    CastRelation("ludvig", "ove", "astrid"),
)

EKSEMPELVIK = Place(
    slug="eksempelvik",
    name="Eksempelvik kommune",
    locale="nb",
    model_alias="BTI",
    units=(
        KINDERGARTEN, PRIVATE_KINDERGARTEN, SCHOOL, LOWER_SECONDARY, HEALTH_STATION, PPT, CHILD_WELFARE,
        EKSEMPELVIK_AREA, EKSEMPELVIK_OFFICE, BUP,
    ),
    people=STAFF + AROUND_EKSEMPELVIK + GUARDIANS,
    children=CHILDREN,
    relations=RELATIONS,
)  # fmt: skip
