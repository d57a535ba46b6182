"""The other logs in Eksempelvik barneskole: services together, a staircase, an alarm, and a consent that ends."""

from stafett.demo.telling import on
from stafett.demo.wording import bank, concern, example, own
from stafett.relay_log.enums import (
    Category,
    EvaluationForm,
    EvaluationOption,
    FactorKind,
    MeasureType,
    OwnerKind,
    StartCriterion,
)


def tiril(story):
    """From level 1 to level 2: PPT and child welfare come in by a new consent, with measures of their own."""
    yield on(-100, 14, 0)
    story.start("elle", StartCriterion.COMPLEX, StartCriterion.OVER_TIME)
    yield on(-97, 8, 40)
    story.sign("hilde", limits="Ikke del adressen vår med andre enn skolen.")
    yield on(-92)
    words = example("several_services")
    queue = story.draft(words, child_view="«Det blir så trangt. Da dytter jeg før jeg får tenkt meg om.»")
    story.share(queue)
    service, home, child = story.plan_all(queue, words, until=-50)
    story.activate(queue)
    yield on(-75, 12, 15)
    story.bright_spot(
        "kari", "Hele klassen kom fram til gymsalen uten et eneste dytt. Tiril gikk sist og holdt døra."
    )
    yield from _services_come_in(story)
    yield on(-50)
    adjusted = story.evaluate(
        service, EvaluationOption.SOME_EFFECT, "Det virker i gangen, men ikke i bussen."
    )
    story.adjust(
        adjusted.successor,
        "Tiril går sist i rekken og sitter nærmest sjåføren. Belønningen velger hun selv.",
        until=5,
    )
    story.evaluate(home, EvaluationOption.EFFECT, "Mor spør hver ettermiddag, og Tiril svarer.")
    story.evaluate(child, EvaluationOption.EFFECT_CONTINUED, "Plassen bakerst er blitt hennes.")
    yield on(-18, 18, 50)
    story.bright_spot("hilde", "Tre kvelder på rad med tannpuss uten krangel 🦷✨")
    yield on(-6, 13, 40)
    meeting = story.invite("hilde", "henrik", "samira", days=2, place="Møterommet ved kontoret")
    yield on(-5, 19, 25)
    story.reply("hilde", meeting, "Jeg kommer rett fra jobb.")


def _services_come_in(story):
    yield on(-66, 8, 30)
    story.sign(
        "hilde",
        services=("eksempelvik_ppt", "eksempelvik_welfare"),
        limits="Ikke del adressen vår med andre enn skolen.",
    )
    yield on(-64)
    story.raise_level(2, "Vi trenger hjelp fra PPT og barneverntjenesten for å komme videre sammen.")
    story.let_in("henrik", "Veileder Kari i prosedyren for beskjeder")
    story.let_in("samira", "Veileder mor om legging og beskjeder")
    yield on(-60)
    story.coordinate(
        "eksempelvik_ppt",
        "Beskjedene må bli like på skolen og hjemme.",
        "«Henrik kan det, han spør bare én ting om gangen.»",
    )
    words = example("several_services", 1)
    messages = story.draft(words, child_view="«Alle sier beskjeder samtidig.»")
    story.factor(messages, FactorKind.ADULTS, "Vi gir beskjeder på ulike måter, og ofte flere på én gang.")
    story.factor(messages, FactorKind.HOME, "Kveldene er korte, og alle er slitne.")
    story.share(messages)
    teacher, guidance, bedtime, course = words["measure"]
    story.plan(messages, teacher, until=14)
    story.plan(messages, guidance, until=14, by=("henrik",))
    story.plan(messages, bedtime, until=14, by=("samira",))
    story.plan(messages, course, until=28)
    story.activate(messages, no_child_measure_reason="Tiril har nok med det ene tiltaket sitt nå.")
    yield on(-55, 10, 10)
    story.note(
        "henrik",
        "Har vært med i to timer. Kari bruker navnet først, så beskjeden. Det hjelper.",
        concern=messages,
    )
    yield on(-52, 15, 35)
    story.note("samira", "Vi har laget en kveldsplan med bilder sammen med Tiril.", concern=messages)


def even(story):
    """The staircase towards the school show: two steps merged by the pupil, and the day is near."""
    yield on(-48, 9, 50)
    story.start("elle")
    yield on(-46, 14, 45)
    story.sign("grete")
    yield on(-43, 13, 30)
    words = example("school_show")
    show = story.draft(words, child_view="«Jeg kan være med hvis jeg får stå ved siden av Nils.»")
    story.share(show)
    story.plan_all(show, words, until=4)
    steps = story.ladder(show, "Opp på scenen", words["ladder"])
    story.activate(show)
    yield on(-20, 11, 5)
    story.step(steps[0], "merge")
    yield on(-8, 10, 40)
    story.step(steps[1])
    yield on(-7, 16, 20)
    story.bright_spot("grete", "Even sang for hele bordet i bursdagen til mormor 🎶")
    yield on(-5, 9, 15)
    story.bright_spot(
        "jonas", "Even foreslo selv å ta sangen og dansen i ett. Han visste hva som ville virke."
    )


def mateusz(story):
    """Waits for consent: one parent is not confirmed yet, so nobody knows whether everyone has signed."""
    yield on(-7, 15, 0)
    story.start("elle")
    yield on(-4, 8, 50)
    story.sign_aloud("marta", witness="kari-eksempelvik_school")


def hedda(story):
    """The alarm: every measure is evaluated, the goal is not reached, and nothing more is planned."""
    yield on(-90, 14, 20)
    story.start("elle", StartCriterion.GUARDIANS)
    yield on(-88, 16, 10)
    story.sign("tuva")
    yield on(-85, 13, 45)
    rest = story.draft(
        concern(
            Category.HEALTH,
            "Hedda er trøtt i timene og sover lite om natten",
            "Hedda sover minst åtte timer fire netter i uken.",
            "Søvndagboken viser åtte timer eller mer fire netter på rad.",
        ),
        child_view="«Tankene blir så høye når det er mørkt.»",
    )
    story.factor(rest, FactorKind.CHILD, "Hedda tenker mye på alt som skal skje dagen etter.")
    story.share(rest)
    talks = story.plan(rest, bank("talks_with_school_nurse") | {"owner": OwnerKind.BATON_HOLDER}, until=-43)
    home = story.plan(
        rest, own("home", MeasureType.HOME, "Skjermene ligger på kjøkkenet fra klokken 20.", habit=True)
    )
    diary = story.plan(
        rest, own("child", MeasureType.OBSERVATION, "Hedda skriver søvndagbok hver morgen."), until=-43
    )
    story.activate(rest)
    yield on(-64, 9, 30)
    story.evaluate(
        home, EvaluationOption.EFFECT_CONTINUED, "Hele familien gjør det nå.", form=EvaluationForm.PHONE
    )
    yield on(-43)
    story.evaluate(talks, EvaluationOption.EFFECT, "Hedda har fått satt ord på det som er vanskelig.")
    story.evaluate(
        diary, EvaluationOption.NO_EFFECT, "Dagboken ble en påminnelse om alt hun ikke fikk sove for."
    )
    yield on(-40, 19, 15)
    story.bright_spot("tuva", "Hedda lo så hun gråt i dag. Det er lenge siden.")

    yield on(-2, 15, 20)
    story.look("elle", "Yusuf er borte denne uken, og jeg forbereder møtet på torsdag.")


def ronja(story):
    """Without a holder: the teacher who carried the baton left last month, and an evaluation has passed its day."""
    yield on(-110, 13, 30)
    story.start("elle")
    yield on(-107, 8, 15)
    story.sign("inger")
    yield on(-104, 14, 10)
    letters = story.draft(
        concern(
            Category.LANGUAGE,
            "Ronja gjetter ordene når hun leser",
            "Ronja leser en kort tekst høyt uten å gjette.",
            "Ronja sier selv fra når hun må se på et ord en gang til.",
        ),
        child_view="«Det går fortere når jeg gjetter.»",
    )
    story.share(letters)
    story.plan(
        letters, own("service", MeasureType.GROUP, "Lesestund i liten gruppe tre ganger i uken."), until=-12
    )
    story.plan(letters, own("home", MeasureType.HOME, "Ronja leser høyt for mormor hver søndag."), until=-12)
    story.plan(
        letters, own("child", MeasureType.TRAINING, "Ronja peker på ordene mens hun leser."), until=-12
    )
    story.activate(letters)
    yield on(-60, 18, 40)
    story.bright_spot("inger", "Ronja leste hele menyen på kafeen, og valgte det som sto nederst.")


def mikkel(story):
    """A year with a foster child: one concern achieved, one under way, and a consent that soon ends."""
    yield on(-340, 10, 0)
    story.start("elle", StartCriterion.COMPLEX, StartCriterion.ARRANGEMENT)
    yield on(-338, 13, 10)
    story.sign("wenche", until=18)
    yield on(-330)
    gym = story.draft(
        concern(
            Category.MOTOR_SKILLS,
            "Mikkel er ikke med i gymtimene",
            "Mikkel er med i begge gymtimene hver uke.",
            "Mikkel har skiftet og er i salen når timen begynner.",
        ),
        child_view="«Jeg har aldri med det jeg trenger.»",
    )
    story.share(gym)
    measures = [
        story.plan(gym, bank(key), until=-305) for key in ("adapted_gym", "change_of_clothes", "gym_clothes")
    ]
    story.activate(gym, no_child_measure_reason="Gymtøyet er tiltaket hans.")
    yield on(-305)
    for measure in measures:
        story.evaluate(measure, EvaluationOption.EFFECT_CONTINUED, "Dette sitter nå.")
    story.achieve(gym)
    yield from _mikkel_does_homework(story)


def _mikkel_does_homework(story):
    yield on(-60, 13, 55)
    homework = story.draft(
        concern(
            Category.CONCENTRATION,
            "Leksene blir liggende, og Mikkel mister motet",
            "Mikkel leverer leksene fire dager i uken.",
            "Leksene ligger i permen fire dager på rad.",
        ),
        child_view="«Jeg får det til når noen sitter ved siden av meg.»",
        context="Mikkel har flyttet to ganger på ett år. Han har en leksehjelper han stoler på.",
    )
    story.share(homework)
    story.plan(homework, bank("homework_group"), until=25)
    story.plan(homework, bank("help_at_home"), until=25)
    story.plan(homework, bank("sharp_pencil"), until=25)
    story.activate(homework, no_child_measure_reason="Blyanten er hans ansvar.")
    yield on(-21, 12, 40)
    story.bright_spot("yusuf", "Mikkel forklarte brøk for to andre i leksegruppen. På tavla!")
