"""Those around the logs: who leads an area, runs, watches and archives, and who comes in from outside."""

from django.utils.translation import gettext_lazy as _

from stafett.demo.cast.kinds import Born, CastPerson, CastUnit, Post
from stafett.register.enums import EmploymentRole, UnitKind

EKSEMPELVIK_AREA = CastUnit("eksempelvik_area", "Oppvekstområde Fjordsiden", UnitKind.AREA)
EKSEMPELVIK_OFFICE = CastUnit("eksempelvik_office", "Eksempelvik oppvekstkontor", UnitKind.ADMINISTRATION)
BUP = CastUnit("eksempelvik_bup", "BUP Eventyrkysten", UnitKind.EXTERNAL)
DOMESUND_AREA = CastUnit("domesund_area", "Oppvekstområdet i Dømesund", UnitKind.AREA)
DOMESUND_OFFICE = CastUnit("domesund_office", "Dømesund oppvekstkontor", UnitKind.ADMINISTRATION)

AROUND_EKSEMPELVIK = (
    CastPerson(
        "torbjorn", "Torbjørn", "Pappskog", Born(1967, 4, 11), _("Områdeleder oppvekst"),
        _("Ser tall for to skoler: hvor mange logger som er åpne, og om noen av dem trenger noen. Ingen barn, ingen tekst."),
        (Post(EKSEMPELVIK_AREA, "Områdeleder", EmploymentRole.AREA_LEADER),),
    ),
    CastPerson(
        "randi", "Randi", "Kladdemoen", Born(1973, 9, 2), _("Kommuneadministrator"),
        _("Holder systemet i gang. Kommer aldri inn i en logg."),
        (Post(EKSEMPELVIK_OFFICE, "Rådgiver oppvekst", EmploymentRole.MUNICIPAL_ADMIN),),
    ),
    CastPerson(
        "personvern", "Solveig", "Papirmyr", Born(1975, 12, 8), _("Personvernombud"),
        _("Ser hvem som har lest hva og når, og aldri hva som står der."),
        (Post(EKSEMPELVIK_OFFICE, "Personvernombud", EmploymentRole.PRIVACY_OFFICER),),
    ),
    CastPerson(
        "arkivar", "Arvid", "Blyantlia", Born(1969, 2, 19), _("Arkivar"),
        _("Tar imot logger som er avsluttet. Åpne logger finnes ikke her."),
        (Post(EKSEMPELVIK_OFFICE, "Arkivar", EmploymentRole.ARCHIVIST),),
    ),
    CastPerson(
        "sunniva", "Sunniva", "Luftslottvik", Born(1986, 5, 30), _("Psykolog i BUP"),
        _("Kommer utenfra: er med i én logg, for ett formål, til en bestemt dag."),
    ),
)  # fmt: skip

AROUND_DOMESUND = (
    CastPerson(
        "gudveig", "Gudveig", "Skisselund", Born(1971, 6, 3), _("Kommuneadministrator"),
        _("Sier hvem som er i gruppene for handlingsveilederen, som kan lånes fra naboen."),
        (Post(DOMESUND_OFFICE, "Rådgjevar oppvekst", EmploymentRole.MUNICIPAL_ADMIN),),
    ),
    CastPerson(
        "torfinn", "Torfinn", "Kladdeneset", Born(1964, 8, 26),
        posts=(Post(DOMESUND_AREA, "Områdeleiar", EmploymentRole.AREA_LEADER),),
    ),
    CastPerson(
        "valborg", "Valborg", "Blekkheim", Born(1978, 11, 12),
        posts=(Post(DOMESUND_OFFICE, "Personvernombod", EmploymentRole.PRIVACY_OFFICER),),
    ),
)  # fmt: skip
