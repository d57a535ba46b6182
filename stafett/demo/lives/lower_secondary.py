"""Dag's logs in Fabelåsen ungdomsskole: level 3 with many services, and one that is closed."""

from stafett.demo.telling import on
from stafett.demo.wording import bank, concern, example, own
from stafett.relay_log.enums import Category, EvaluationOption, FactorKind, MeasureType, StartCriterion

SERVICES = ("eksempelvik_ppt", "eksempelvik_health", "eksempelvik_welfare")
ABSENCE_LADDER = (
    "Jakob er på skolen i to timer, og sitter nærmest døra.",
    "Jakob kommer 15 minutter etter at det har ringt inn, og blir til lunsj.",
    "Jakob kommer når det ringer inn, og blir til lunsj.",
    "Jakob er på skolen hele dagen, hver dag.",
)


def selma(story):
    """Level 3: PPT, school nurse and child welfare around one pupil. A first concern was put away with a reason."""
    yield on(-150, 14, 40)
    story.start("aslaug", StartCriterion.COMPLEX, StartCriterion.OUTSIDE_NORMAL)
    yield on(-148, 15, 15)
    story.sign("elin", services=SERVICES)
    yield on(-145, 13, 25)
    sports = story.draft(
        concern(
            Category.LEISURE,
            "Selma har sluttet med alt hun pleide å gjøre på fritiden",
            "Selma er med på én fritidsaktivitet hver uke.",
            "Selma forteller om noe hun har vært med på.",
        ),
        child_view="«Jeg orker ikke mer etter skolen.»",
    )
    story.share(sports)
    yield on(-122, 14, 5)
    story.raise_level(2, "Fraværet øker, og vi trenger PPT og skolehelsetjenesten ved bordet.")
    story.let_in("henrik", "Ser på hvordan skoledagen kan tilpasses")
    story.let_in("mina", "Samtaler med Selma")
    story.end(sports, "Selma sier at skoledagen må bli lettere først. Vi begynner der.")
    yield from _selma_at_school(story)


def _selma_at_school(story):
    yield on(-120, 14, 0)
    school = story.draft(
        concern(
            Category.WELLBEING,
            "Selma er mer borte fra skolen enn hun er til stede",
            "Selma er på skolen tre dager i uken.",
            "Når vi ser tilbake på uken, har Selma vært der i tre hele dager.",
        ),
        child_view="«Det er lettere når jeg vet hvem som er der når jeg kommer.»",
        context="Selma får til dagene som begynner med kunst og håndverk.",
    )
    story.factor(school, FactorKind.ORGANISATION, "Timeplanen begynner med fag der Selma har mistet mye.")
    story.factor(school, FactorKind.ADULTS, "Vi spør om fraværet før vi spør hvordan hun har det.")
    story.share(school)
    timetable = story.plan(school, bank("adapted_timetable"), until=-78, by=("henrik",))
    story.plan(school, bank("talks_with_school_nurse"), until=12, by=("mina",))
    morning = story.plan(
        school,
        own("home", MeasureType.HOME, "Mor og Selma spiser frokost sammen før klokken åtte.", habit=True),
    )
    story.plan(
        school,
        own(
            "child",
            MeasureType.INDIVIDUAL,
            "Selma sender Dag én emoji hver kveld: kommer, kanskje eller ikke.",
        ),
        until=12,
    )
    story.activate(school)
    yield from _selma_is_followed_up(story, school, timetable, morning)


def _selma_is_followed_up(story, school, timetable, morning):
    yield on(-99, 9, 20)
    story.evaluate(
        morning, EvaluationOption.EFFECT_CONTINUED, "Frokosten er blitt den beste stunden på dagen."
    )
    yield on(-78)
    adjusted = story.evaluate(
        timetable, EvaluationOption.SOME_EFFECT, "Selma kommer på de tilpassede dagene."
    )
    story.adjust(
        adjusted.successor,
        "Selma har en tilpasset timeplan der alle dager begynner med praktiske fag.",
        until=12,
    )
    yield on(-70)
    story.raise_level(3, "Familien ønsker hjelp også hjemme, og tiltakene må henge sammen over lengre tid.")
    story.let_in("samira", "Støtter familien hjemme to kvelder i uken")
    story.plan(
        school,
        own("home", MeasureType.CLOSE_FOLLOW_UP, "Samira er hjemme hos familien to kvelder i uken."),
        until=19,
        by=("samira",),
    )
    yield on(-58, 13, 15)
    story.note("mina", "Selma har selv bedt om å få snakke oftere i perioder med prøver.", concern=school)
    yield on(-40, 9, 5)
    story.sign("elin", services=(*SERVICES, "eksempelvik_bup"))
    story.let_in_from_outside("sunniva", "eksempelvik_bup", "Vurderer om Selma trenger behandling", until=75)
    yield on(-31, 20, 20)
    story.bright_spot("elin", "To dager på rad! Selma tegnet emojien før jeg var våken ☀️")
    yield on(-15, 14, 55)
    story.bright_spot("dag", "Selma har malt bakteppet til skoleforestillingen, tre meter høyt.")


def jakob(story):
    """Closed: the pupil climbed back to school step by step, and the log ended with a few words."""
    yield on(-200, 13, 35)
    story.start("aslaug")
    yield on(-198, 8, 10)
    story.sign("kjell")
    yield on(-195)
    words = example("school_absence")
    absence = story.draft(words, child_view="«Det er verst å komme inn når alle ser.»")
    story.factor(absence, FactorKind.GROUP, "Alle snur seg når noen kommer for sent.")
    story.share(absence)
    measures = story.plan_all(absence, words, until=-150)
    steps = story.ladder(absence, "Tilbake på skolen", ABSENCE_LADDER)
    story.activate(absence, no_child_measure_reason="Jakob har trappen, og bestemmer farten selv.")
    for number, days in ((0, -188), (1, -177), (3, -158)):
        yield on(days, 15, 0)
        if number == 3:
            story.step(steps[2], "merge")
        story.step(steps[number])
    yield on(-157, 17, 45)
    story.bright_spot(
        "kjell", "En hel uke! Jakob ba om å få gå hjem med klassekameratene i stedet for å bli hentet 🚲"
    )
    yield on(-150)
    relation, *others = measures
    story.evaluate(relation, EvaluationOption.EFFECT_CONTINUED, "Den faste morgenpraten fortsetter.")
    for measure in others:
        story.evaluate(measure, EvaluationOption.EFFECT, "Ikke nødvendig lenger.")
    story.achieve(absence)
    yield on(-120, 14, 10)
    story.close(
        "Jakob har vært på skolen hver dag i seks uker. Morgenpraten fortsetter. Takk til Jakob, som visste hva som ville virke."
    )


def live(story):
    """The youth came to the age of own consent some days ago: the mother's yes still does, and Live has been asked."""
    yield on(-100, 13, 20)
    story.start("aslaug", StartCriterion.GUARDIANS)
    story.ask("solveig", about="Vi vil gjerne finne ut av dette sammen med Live og deg.")
    yield on(-99, 19, 40)
    story.answer("solveig")
    yield on(-95, 14, 0)
    mornings = story.draft(
        concern(
            Category.WELLBEING,
            "Live gruer seg til framføringer",
            "Live legger fram for en liten gruppe to ganger i måneden.",
            "Live sier at det gikk greit etterpå.",
        ),
        child_view="«Jeg kan det, men ikke når alle ser på.»",
    )
    story.share(mornings)
    story.plan(
        mornings, own("service", MeasureType.GROUP, "Live velger tre hun vil legge fram for."), until=12
    )
    story.plan(mornings, own("home", MeasureType.HOME, "Live øver høyt for mor kvelden før."), until=12)
    story.plan(mornings, own("child", MeasureType.INDIVIDUAL, "Live lager egne stikkord på kort."), until=12)
    story.activate(mornings)
    yield on(-1, 9, 10)
    story.ask("live")


def amund(story):
    """The youth said yes alone, and took it back a few days ago: Amund asks that the log be closed."""
    yield on(-30, 12, 15)
    story.start("aslaug", StartCriterion.NEXT_HOLDER)
    story.ask("amund")
    yield on(-29, 20, 5)
    story.answer("amund")
    yield on(-25, 13, 0)
    choice = story.draft(
        concern(
            Category.LEISURE,
            "Amund er usikker på hva han vil velge etter ungdomsskolen",
            "Amund har sett to linjer og skrevet ned hva han likte.",
            "Amund forteller om noe han gleder seg til.",
        ),
        child_view="«Alle spør, og jeg vet ikke.»",
    )
    story.share(choice)
    yield on(-3, 21, 30)
    story.take_back("amund", asks_to_end=True)
