"""Logs in Dømesund, told in nynorsk."""

from stafett.demo.telling import on
from stafett.demo.wording import concern, example, own
from stafett.relay_log.enums import Category, EvaluationOption, FactorKind, MeasureType, StartCriterion

TOO_YOUNG = "Barnet er ein baby. Vi følgjer med på signala."


def vetle(story):
    """Reading in nynorsk: on time, with a measure that starts next week."""
    yield on(-80, 13, 0)
    story.start("torleiv")
    yield on(-78, 15, 0)
    story.sign("jorunn")
    yield on(-75)
    words = example("reading")
    reading = story.draft(words, child_view="«Eg les helst om traktorar.»")
    story.factor(reading, FactorKind.ADULTS, "Vi har gitt alle dei same bøkene.")
    story.share(reading)
    group, *_rest = story.plan_all(reading, words, until=11)
    story.activate(reading)
    yield on(-45, 13, 40)
    story.evaluate(group, EvaluationOption.EFFECT_CONTINUED, "Gruppa går vidare som ein del av timeplanen.")
    library = "Vetle vel lydbok på biblioteket saman med bestefar kvar onsdag."
    story.plan(reading, own("home", MeasureType.HOME, library), start=5, until=33)
    yield on(-20, 20, 15)
    story.bright_spot("jorunn", "Vetle las heile bruksrettleiinga til snøfresaren for bestefar 🚜")
    yield on(-9, 11, 55)
    story.bright_spot("oddny", "78 ord i minuttet, og han spurde om å få lese meir.")


def synne(story):
    """The staircase towards the show: one step merged, one skipped. The father has just taken his consent back."""
    yield on(-35, 14, 30)
    story.start("torleiv", StartCriterion.GUARDIANS)
    yield on(-33, 8, 45)
    story.sign("steinar")
    yield on(-30, 13, 20)
    words = example("school_show")
    show = story.draft(words, child_view="«Eg vil vere bak scena og trekkje for teppet først.»")
    story.share(show)
    story.plan_all(show, words, until=13)
    backstage = "Synne trekkjer for teppet på generalprøva."
    steps = story.ladder(show, "Fram frå teppet", [backstage, *words["ladder"]])
    story.activate(show)
    yield on(-18, 12, 0)
    story.step(steps[0])
    yield on(-10, 12, 5)
    story.step(steps[1], "skip")
    story.step(steps[2], "merge")
    yield on(-9, 17, 10)
    story.bright_spot("steinar", "Synne song i dusjen. Heile songen.")
    yield on(-2, 21, 15)
    story.take_back("steinar")


def ylva(story):
    """Level 2, with an evaluation three days overdue."""
    services = ("domesund_ppt", "domesund_welfare")
    yield on(-64, 14, 0)
    story.start("torleiv", StartCriterion.COMPLEX)
    yield on(-62, 8, 35)
    story.sign("kjersti", services=services)
    yield on(-58)
    story.raise_level(2, "Vi treng PPT og barnevernstenesta med frå starten.")
    story.let_in("eirik", "Rettleier kontaktlæraren")
    story.let_in("dragana", "Rettleier mor heime")
    words = example("several_services", 1)
    messages = story.draft(words, child_view="«Eg høyrer det, men eg er ikkje ferdig med det eg gjer.»")
    story.share(messages)
    teacher, guidance, bedtime, course = words["measure"]
    story.plan(messages, teacher, until=-3)
    story.plan(messages, guidance, until=10, by=("eirik",))
    story.plan(messages, bedtime, until=10, by=("dragana",))
    story.plan(messages, course, until=30)
    story.activate(messages, no_child_measure_reason="Ylva vil at dei vaksne skal begynne.")
    yield on(-30, 20, 30)
    story.limit("kjersti", "domesund_welfare", [messages])
    yield on(-26, 15, 5)
    story.note("eirik", "Fem minutt varsel før eit skifte har gjort stor skilnad.", concern=messages)
    yield on(-16, 19, 30)
    story.bright_spot("kjersti", "Ylva sette på alarmen sjølv, og kom då han ringde ⏰")


def aslak(story):
    """The consent ran out a few days ago, so nobody can go on until there is a new one."""
    yield on(-190, 13, 50)
    story.start("asbjorn", StartCriterion.GUARDIANS)
    yield on(-188, 8, 20)
    story.sign("solfrid", until=-5)
    yield on(-40, 14, 0)
    friends = story.draft(
        concern(
            Category.LEISURE,
            "Aslak har ingen å vere saman med etter skulen",
            "Aslak er saman med nokon to ettermiddagar i veka.",
            "Aslak fortel kven han har vore saman med.",
        ),
        child_view="«Eg veit ikkje kva dei held på med.»",
    )
    story.share(friends)
    story.plan(
        friends,
        own("service", MeasureType.GROUP, "Aslak er med i filmgruppa på skulen kvar torsdag."),
        until=15,
    )
    story.plan(
        friends, own("home", MeasureType.HOME, "Huset er ope for vener på fredagar, med taco."), until=15
    )
    story.plan(
        friends,
        own("child", MeasureType.INDIVIDUAL, "Aslak spør éin i filmgruppa om å bli med heim."),
        until=15,
    )
    story.activate(friends)
    yield on(-19, 21, 10)
    story.bright_spot("solfrid", "Det vart for lite taco på fredag. Det har aldri hendt før 🌮")


def brage(story):
    """Closed: the goal at the table is reached."""
    yield on(-130, 10, 0)
    story.start("gunnvor")
    yield on(-128, 8, 15)
    story.sign("tesfay")
    yield on(-125, 13, 30)
    words = example("shared_meal")
    meal = story.draft(words, child_view="«Maten er ikkje så spennande.»")
    story.share(meal)
    measures = story.plan_all(meal, words, until=-85)
    story.activate(meal)
    yield on(-100, 18, 0)
    story.bright_spot("tesfay", "Brage dekte bordet, og bad alle om å sitje 🍽️")
    yield on(-85, 14, 0)
    for measure in measures:
        story.evaluate(measure, EvaluationOption.EFFECT_CONTINUED, "Dette er vorte kvardag.")
    story.achieve(meal)
    yield on(-70, 14, 20)
    story.close("Brage sit ved bordet til alle er ferdige, og er ofte den som fortel mest.")


def embla(story):
    """A baby who should gain weight; the evaluation is a few days away."""
    yield on(-30, 10, 15)
    story.start("magnhild", StartCriterion.OUTSIDE_NORMAL)
    yield on(-30, 10, 45)
    story.sign("marit")
    yield on(-29, 11, 0)
    words = example("weight_gain")
    weight = story.draft(words, no_child_talk_reason=TOO_YOUNG)
    story.share(weight)
    story.plan_all(weight, words, until=3)
    story.activate(weight)
    yield on(-8, 9, 50)
    story.note("torbjorg", "160 gram denne veka.", concern=weight)
    yield on(-7, 20, 45)
    story.bright_spot("marit", "Embla sov i fire timar, og det gjorde eg òg 💛")
