"""Logs in kindergartens and at the health station in Eksempelvik."""

from stafett.demo.telling import on
from stafett.demo.wording import concern, example, own
from stafett.relay_log.enums import Category, EvaluationOption, FactorKind, MeasureType, StartCriterion

TOO_YOUNG = "Barnet er en baby. Vi følger med på signalene."


def lilly(story):
    """Together at the table: on time, with a habit at home that goes on."""
    yield on(-38, 9, 30)
    story.start("ingeborg")
    yield on(-36, 8, 0)
    story.sign("sindre")
    yield on(-34, 14, 30)
    words = example("shared_meal")
    meal = story.draft(words, child_view="«Jeg må se hva de andre leker.»")
    story.factor(meal, FactorKind.ORGANISATION, "Lekene står framme der vi spiser.")
    story.share(meal)
    neighbour, talk, home, child = words["measure"]
    story.plan(meal, neighbour, until=10)
    story.plan(meal, talk, until=10)
    routine = story.plan(meal, home | {"habit": True}, until=-13)
    story.plan(meal, child, until=10)
    story.activate(meal)
    yield on(-22, 12, 10)
    story.bright_spot("pernille", "Lilly satt i åtte minutter og fortalte om en snegle som het Odd.")
    yield on(-13, 15, 30)
    story.go_on(routine, until=10, reason="Det går bedre hjemme, og familien vil holde fram.")
    yield on(-6, 18, 40)
    story.bright_spot(
        "sindre", "Lilly sa «får jeg gå fra bordet?» hos besteforeldrene. Vi holdt på å svelge vaffelen 🧇"
    )


def isak(story):
    """Newly opened: consent is in place and nothing is written."""
    yield on(-4, 10, 15)
    story.start("ingeborg", StartCriterion.NEXT_HOLDER)
    yield on(-3, 8, 20)
    story.sign("line")


def zara(story):
    """A measure that helped a little, and its successor that waits to be adjusted."""
    yield on(-55, 9, 10)
    story.start("tove", StartCriterion.OUTSIDE_NORMAL)
    yield on(-53, 16, 20)
    story.sign("thi")
    yield on(-50, 13, 0)
    language = story.draft(
        concern(
            Category.LANGUAGE,
            "Zara bruker få ord når hun leker med andre",
            "Zara tar initiativ til lek med ord minst to ganger hver dag.",
            "Vi hører Zara si «vil du være med?» eller noe som ligner.",
        ),
        no_child_talk_reason="Vi har lekt og sett i bilder sammen med Zara i stedet for å snakke om det.",
        context="Hjemme snakker Zara vietnamesisk og norsk, og forteller lange historier.",
    )
    story.factor(language, FactorKind.GROUP, "Leken går så fort at Zara ikke rekker å si noe.")
    story.share(language)
    group = story.plan(
        language,
        own("service", MeasureType.GROUP, "Lekegruppe med tre barn og én voksen to ganger i uken."),
        until=-2,
    )
    story.plan(
        language,
        own(
            "home",
            MeasureType.HOME,
            "De foresatte ser i bildene fra barnehagedagen sammen med Zara hver kveld.",
        ),
        until=20,
    )
    story.activate(language)
    yield on(-25, 14, 45)
    story.bright_spot("thi", "Zara lekte barnehage med bamsene, og alle fikk en replikk 🧸")
    yield on(-2, 9, 45)
    story.evaluate(
        group,
        EvaluationOption.SOME_EFFECT,
        "Zara snakker mer med to enn med tre.",
        took_part=("guardians", "baton_holder"),
    )


def ludvig(story):
    """A baby who should gain weight: one measure has done its work, the next evaluation is in a while."""
    yield on(-40, 10, 30)
    story.start("astrid", StartCriterion.OUTSIDE_NORMAL)
    yield on(-40, 11, 0)
    story.sign("ingrid", "ove")
    yield on(-39, 11, 30)
    words = example("weight_gain")
    weight = story.draft(words, no_child_talk_reason=TOO_YOUNG)
    story.share(weight)
    weighing, nursing, plan = words["measure"]
    story.plan(weight, weighing, until=8)
    guidance = story.plan(weight, nursing, until=-18)
    story.plan(weight, plan, until=8)
    story.activate(weight)
    yield on(-25, 12, 0)
    story.note("mina", "170 gram denne uken.", concern=weight)
    yield on(-18, 12, 0)
    story.evaluate(
        guidance,
        EvaluationOption.EFFECT,
        "Ammingen går godt, også om natten.",
        took_part=("guardians", "baton_holder"),
    )
    yield on(-11, 22, 40)
    story.bright_spot("ove", "Ludvig smilte til meg klokken tre i natt. Jeg var våken uansett 👶")
