"""Kari's logs in Eksempelvik barneskole: one of each kind a contact teacher may have in the drawer."""

from stafett.demo.telling import on
from stafett.demo.wording import concern, example, own
from stafett.relay_log.enums import (
    Category,
    EvaluationForm,
    EvaluationOption,
    FactorKind,
    Informed,
    MeasureType,
    NamedBy,
    StartCriterion,
)


def noor(story):
    """Reading, well under way: evaluated, adjusted, with a new goal. Colleagues and both parents write in it."""
    yield on(-118)
    story.start("elle")
    yield on(-116, 8, 30)
    story.sign("fatima", "omar")
    yield on(-112, 15, 10)
    first = example(
        "reading",
        goal="Noor leser 60 ord i minuttet.",
        success_indicator="Når vi tar tiden på ett minutt, har Noor lest 60 ord.",
    )
    reading = story.draft(
        first,
        child_view="«Jeg liker å bli lest for. Det er kjedelig når alle er ferdige før meg.»",
        context="Noor leser gjerne for dem som er yngre. I klassen leser hun helst ikke høyt.",
        background="Leseprøven og samtalene med de foresatte viser det samme: Noor forstår det hun leser, men bruker lang tid.",
        informed=list(Informed),
    )
    story.factor(reading, FactorKind.GROUP, "Mye av lesingen i klassen foregår høyt og på tid.")
    story.factor(reading, FactorKind.ADULTS, "Vi har valgt bøker som er for vanskelige.")
    yield from _reading_begins(story, reading)


def _reading_begins(story, reading):
    yield on(-110)
    story.share(reading)
    tired = story.factor(
        reading,
        FactorKind.HOME,
        "Leksene kommer når Noor er trøtt etter en lang dag.",
        named_by=NamedBy.GUARDIANS,
        is_within_reach=True,
    )
    story.let_in("jonas", "Leder lesegruppen på trinnet")
    story.let_in("trond", "Vikar i norsktimene på tirsdager")
    group, quarter, home, practice = example("reading")["measure"]
    group = story.plan(reading, group, until=-68, by=("jonas",))
    quarter = story.plan(reading, quarter, until=-68)
    home = story.plan(reading, home, until=-68, aim=tired)
    practice = story.plan(reading, practice, until=-68)
    story.activate(reading)
    yield on(-96, 20, 12)
    story.bright_spot("fatima", "Noor leste høyt for lillebroren sin i går kveld, helt uten at vi spurte 😊")
    yield on(-90, 12, 5)
    story.note(
        "kari", "Vi byttet til bøker Noor velger selv i lesekvarten. Det ga ro med en gang.", concern=reading
    )
    yield on(-80, 11, 40)
    story.note("trond", "Noor ba om å få lese oppgaveteksten høyt i dag.", concern=reading)
    yield from _reading_is_adjusted(story, reading, (group, quarter, home, practice))


def _reading_is_adjusted(story, reading, tried):
    group, quarter, home, practice = tried
    yield on(-68)
    story.evaluate(
        group,
        EvaluationOption.EFFECT_CONTINUED,
        "Noor gruer seg ikke lenger. Lesegruppen blir en fast del av timeplanen.",
    )
    adjusted = story.evaluate(
        quarter,
        EvaluationOption.SOME_EFFECT,
        "Det hjelper å lese hver dag, men kvarteret etter storefri er urolig.",
    )
    story.adjust(
        adjusted.successor, "Lesekvarten er flyttet til før storefri, og Noor velger boken selv.", until=9
    )
    story.go_on(home, until=9, reason="Familien har hatt besøk, og vil prøve noen uker til.")
    story.evaluate(practice, EvaluationOption.NO_EFFECT, "Appen ble fort kjedelig, også for oss voksne.")
    story.plan(
        reading, own("child", MeasureType.TRAINING, "Noor leser en vits høyt for en venn hver dag."), until=16
    )
    yield on(-50, 13, 20)
    story.new_goal(
        reading, "Noor leser 80 ord i minuttet.", "Når vi tar tiden på ett minutt, har Noor lest 80 ord."
    )
    yield on(-33, 10, 25)
    story.bright_spot(
        "jonas", "I dag hjalp Noor en annen i lesegruppen med et ord hun selv strevde med i starten."
    )
    yield on(-12, 21, 3)
    story.bright_spot(
        "omar", "Noor read a whole page of «Vitseboka» to me tonight, and laughed before I did! 🌟"
    )
    yield on(-4, 14, 50)
    story.note("jonas", "71 ord i minuttet i dag.", concern=reading)


def oskar(story):
    """Someone to play with: an evaluation that should have been held six days ago, and a measure entered wrongly."""
    yield on(-75, 9, 0)
    story.start("elle", StartCriterion.OVER_TIME, StartCriterion.GUARDIANS)
    yield on(-73, 15, 30)
    story.sign("anne_sofie")
    yield on(-70, 13, 0)
    words = example("playing_in_breaks")
    playing = story.draft(
        words,
        child_view="«De andre har begynt før jeg er ferdig med å kle på meg.»",
        context="Oskar finner lett på leker når han er sammen med én eller to.",
    )
    story.factor(
        playing, FactorKind.ORGANISATION, "Overgangen fra klasserom til skolegård er uten en voksen."
    )
    story.share(playing)
    group, _support, visits, hobby, child = words["measure"]
    story.plan(playing, group, until=-6)
    wrong = story.plan(
        playing, own("service", MeasureType.GROUP, "Støttegruppe med fire elever fra 3. trinn.")
    )
    for measure in (visits, hobby, child):
        story.plan(playing, measure, until=12)
    story.activate(playing)
    yield on(-67, 12, 30)
    corrected = story.evaluate(
        wrong, EvaluationOption.MISREGISTERED, "Det skulle stå 2. trinn.", form=EvaluationForm.DIGITAL
    )
    story.adjust(corrected.successor, "Støttegruppe med fire elever fra 2. trinn.", until=12)
    yield on(-30, 19, 45)
    story.bright_spot("anne_sofie", "Det ringte på døra på lørdag. Det var til Oskar! 🎉")
    yield on(-14, 11, 20)
    story.bright_spot("kari", "Trivselslederne fortalte at Oskar fant på dagens lek, og at ni var med.")


def sara(story):
    """The staircase into the schoolyard: climbed to the top with a step skipped, goal reached, ready to close."""
    yield on(-62, 8, 45)
    story.start("elle")
    yield on(-60, 8, 15)
    story.sign("ante")
    yield on(-58, 14, 0)
    words = example("walking_in_alone")
    courage = story.draft(words, child_view="«Jeg er redd for at pappa skal bli borte når jeg snur meg.»")
    story.share(courage)
    service, home, child = story.plan_all(courage, words, until=-36)
    steps = story.ladder(courage, "Helt inn i skolegården", words["ladder"])
    story.activate(courage)
    for number, days in ((0, -54), (1, -50)):
        yield on(days, 8, 20)
        story.step(steps[number])
    yield on(-49, 17, 30)
    story.bright_spot("ante", "Sárá sa «ha det» først i dag. Jeg sto igjen med sekken 😄")
    yield on(-47, 8, 25)
    story.step(steps[2], "skip")
    for number, days in ((3, -43), (4, -38)):
        yield on(days, 8, 20)
        story.step(steps[number])
    yield on(-37, 9, 0)
    story.bright_spot("kari", "Sárá gikk alene fra porten, og tok med seg en som sto og ventet.")
    yield on(-35)
    story.evaluate(service, EvaluationOption.EFFECT, "Sárá trenger ikke lenger å bli møtt.")
    story.evaluate(home, EvaluationOption.EFFECT, "Far er med så langt Sárá vil. Nå er det til hjørnet.")
    story.evaluate(
        child,
        EvaluationOption.EFFECT_CONTINUED,
        "Sárá lager trapp når noe er nytt. Det tar vi med oss videre.",
    )
    story.achieve(courage)


def emil(story):
    """Waits for consent: the father has signed, the mother has been asked on the phone and has not answered."""
    yield on(-9, 14, 30)
    story.start("elle")
    yield on(-6, 15, 45)
    story.sign("lars")
    yield on(-2, 9, 5)
    story.ask("siv", about="Vi vil gjerne skrive sammen med dere om friminuttene.")


def linnea(story):
    """A private draft that only Kari sees."""
    yield on(-16, 10, 0)
    story.start("elle", StartCriterion.COMPLEX)
    yield on(-13, 8, 5)
    story.sign("mette")
    yield on(-5, 15, 20)
    story.draft(
        concern(
            Category.WELLBEING,
            "Linnea trekker seg unna når klassen skal dele seg i grupper",
            "Linnea er med i en gruppe fra start i tre timer hver uke.",
            "Når gruppene settes i gang, sitter Linnea sammen med sin.",
        ),
        child_view="«Jeg vet ikke hvor jeg skal gå.»",
    )


def ahmed(story):
    """Shared with the family and planned, but not set in motion."""
    yield on(-26, 13, 40)
    story.start("elle", StartCriterion.OUTSIDE_NORMAL, StartCriterion.NEXT_HOLDER)
    yield on(-24, 16, 0)
    story.ask("hamid")
    story.answer("hamid")
    yield on(-20, 14, 0)
    words = concern(
        Category.LANGUAGE,
        "Ahmed blir stille når klassen snakker om noe nytt",
        "Ahmed bruker tre nye ord fra ukens tema hver uke.",
        "På fredag forteller Ahmed hva de tre ordene betyr.",
    )
    language = story.draft(
        words,
        child_view="«Hjemme kan jeg ordene på et annet språk.»",
        context="Ahmed snakker tre språk, og forklarer gjerne med tegning.",
    )
    story.plan(
        language,
        own("service", MeasureType.INDIVIDUAL, "Kari går gjennom ukens ord med Ahmed før timen."),
        until=21,
    )
    story.plan(
        language,
        own("home", MeasureType.HOME, "De foresatte finner ordene på morsmålet sammen med Ahmed."),
        until=21,
    )
    yield on(-12)
    story.share(language)
    yield on(-8, 20, 30)
    story.bright_spot("hamid", "Ahmed lærte oss ordet «fotosyntese» over middagen.")
