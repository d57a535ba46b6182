"""The invented people that demo, tests, screenshots and docs share. Nobody real has these surnames.

Eksempelvik (bokmål, BTI)                           Dømesund, the neighbour (nynorsk, BTS)
    kari      contact teacher, holds seven logs         oddny     contact teacher, holds three logs
    jonas     teacher in kari's school                  torleiv   head teacher
    yusuf     social teacher, resource person           sigrun    social teacher, resource person
    elle      head teacher of kari's school             idunn     lower secondary (leader: asbjorn)
    trond     teacher who left last month               arnfinn   pedagogical leader in the kindergarten
    dag       teacher in lower secondary                gunnvor   leader of the kindergarten
    maja      new teacher there, no logs                torbjorg  school nurse (leader: magnhild)
    aslaug    head teacher of lower secondary           eirik     adviser in PPT (leader: aud)
    pernille  pedagogical leader in kindergarten        dragana   child welfare (leader: olav)
    ingeborg  leader of that kindergarten               jorunn    mother of vetle
    amal      teacher in a private kindergarten (leader: tove)
    mina      school nurse (leader: astrid)
    henrik    adviser in PPT (leader: liv)
    samira    child welfare (leader: geir)            gudveig   runs the system
    torbjorn  leads an area of two schools            torfinn   leads an area of two schools
    randi     runs the system for the municipality    valborg   data protection officer
    personvern, arkivar   data protection officer, archivist
    ragnhild  teacher who left last month with the baton of a log
    sunniva   from BUP, outside the municipality, in one log until a day
    fatima, omar      parents of noor, with access; omar reads English
    lars, siv         parents of emil, who live apart
    marta, marek      parents of mateusz; marek's relation is unclear
    hilde, ronny      parents of tiril; ronny is blocked
    wenche, gudrun    mother and foster mother of mikkel
    runa              mother of iben; both at a protected address
    solveig, bjarte   parents of live, who turns 16 in ten days, and of amund, who has turned 16
    ante              father of sara; and one or two guardians for every other child

Children: noor, oskar, sara, emil, linnea, ahmed, tiril, even, mateusz, hedda, mikkel, ronja, nils and iben (no log)
in kari's school; selma, jakob, live and amund (no log) in lower secondary; lilly and isak in the kindergarten; zara in the private one;
ludvig, a baby. In Dømesund: vetle, synne and ylva at school, aslak in lower secondary, brage in the
kindergarten; embla, a baby.
"""

from stafett.demo.cast.domesund import DOMESUND
from stafett.demo.cast.eksempelvik import EKSEMPELVIK
from stafett.demo.cast.kinds import (
    CastChild,
    CastPerson,
    CastRelation,
    CastUnit,
    Place,
    Post,
)

__all__ = [
    "DOMESUND", "EKSEMPELVIK", "PLACES", "CastChild", "CastPerson", "CastRelation", "CastUnit", "Place", "Post",
    "child", "person", "place_of", "relations_of", "unit",
]  # fmt: skip

PLACES = (EKSEMPELVIK, DOMESUND)
_PEOPLE = {person.key: (place, person) for place in PLACES for person in place.everyone}
_CHILDREN = {child.key: child for place in PLACES for child in place.children}
_UNITS = {unit.key: unit for place in PLACES for unit in place.units}


def person(key: str) -> CastPerson:
    """The grown-up or child with that key. Raises KeyError."""
    return _PEOPLE[key][1]


def place_of(key: str) -> Place:
    """The place where the person with that key lives or works. Raises KeyError."""
    return _PEOPLE[key][0]


def child(key: str) -> CastChild:
    """The child with that key, with unit and group. Raises KeyError."""
    return _CHILDREN[key]


def unit(key: str) -> CastUnit:
    """The unit with that key. Raises KeyError."""
    return _UNITS[key]


def relations_of(child_key: str) -> list[CastRelation]:
    """The guardian relations of the child with that key."""
    return [relation for place in PLACES for relation in place.relations if relation.child == child_key]
