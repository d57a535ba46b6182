"""The lives of the demo's logs, told in the language of the place. Together they show every state a log can be in."""

from collections.abc import Iterator

from stafett.demo.cast import Place
from stafett.demo.lives import class_teacher, colleagues, domesund, early_years, lower_secondary
from stafett.demo.story import Story
from stafett.demo.telling import When

LIVES = {  # by place: the child, the baton holder, and what happened
    "eksempelvik": (
        ("noor", "kari", class_teacher.noor),
        ("oskar", "kari", class_teacher.oskar),
        ("sara", "kari", class_teacher.sara),
        ("emil", "kari", class_teacher.emil),
        ("linnea", "kari", class_teacher.linnea),
        ("ahmed", "kari", class_teacher.ahmed),
        ("tiril", "kari", colleagues.tiril),
        ("even", "jonas", colleagues.even),
        ("mateusz", "jonas", colleagues.mateusz),
        ("hedda", "yusuf", colleagues.hedda),
        ("mikkel", "yusuf", colleagues.mikkel),
        ("ronja", "ragnhild", colleagues.ronja),
        ("selma", "dag", lower_secondary.selma),
        ("jakob", "dag", lower_secondary.jakob),
        ("live", "dag", lower_secondary.live),
        ("amund", "dag", lower_secondary.amund),
        ("lilly", "pernille", early_years.lilly),
        ("isak", "pernille", early_years.isak),
        ("zara", "amal", early_years.zara),
        ("ludvig", "mina", early_years.ludvig),
    ),
    "domesund": (
        ("vetle", "oddny", domesund.vetle),
        ("synne", "oddny", domesund.synne),
        ("ylva", "oddny", domesund.ylva),
        ("aslak", "idunn", domesund.aslak),
        ("brage", "arnfinn", domesund.brage),
        ("embla", "torbjorg", domesund.embla),
    ),
}


def of(place: Place) -> list[Iterator[When]]:
    """The lives of a place's logs, none of them begun."""
    return [life(Story(child, holder)) for child, holder, life in LIVES[place.slug]]
