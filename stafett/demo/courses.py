"""What the invented municipalities have of courses and self-assessments: a day that was, one to come, reports sent and begun."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from stafett.courses import operations as courses
from stafett.courses.models import SignUp
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.kernel.dates import next_working_day
from stafett.register.models import Unit
from stafett.self_assessment import operations as assessments
from stafett.self_assessment import rules
from stafett.self_assessment.content import library
from stafett.self_assessment.enums import AssessmentKind
from stafett.self_assessment.rules import Period

SCHOOLS = {"elle": "eksempelvik_school", "aslaug": "fabelasen_school"}
AGO = 18  # days since the newest report was open to be begun: some are off when that is a weekend
WORDS = {
    "early_words": "Ti minutter i hvert teammøte: én undring, uten navn. Det har gjort det lettere å si noe tidlig.",
    "log_words": "Vi skriver i møtet nå. Det gikk tregt de første gangene.",
    "next_words": "Ressurspersonen går gjennom nivå 0 og 1 med de nye.",
    "help_words": "Mer tid sammen med helsestasjonen.",
}
SCALES = {
    "elle": {"guide_known": 4, "guide_repeated": 3, "parents_told": 3, "written_in_meeting": 3, "child_is_heard": 2,
             "evaluated": 3, "staff_list": 4, "new_trained": 3, "fixed_topic": 4},
    "aslaug": {"guide_known": 2, "guide_repeated": 2, "parents_told": 3, "written_in_meeting": 1, "child_is_heard": 3,
               "evaluated": 2, "staff_list": 3, "new_trained": 2, "fixed_topic": 2},
}  # fmt: skip


def life_of(place: Place) -> Iterator[When]:
    """What administrator and leaders have done, as one more life to be told beside the logs' own."""
    if place.slug != "eksempelvik":
        yield on(-1, 8, 0)
        return
    base = today()
    former, newest = _two_newest(base - timedelta(days=AGO))
    held_on = next_working_day(base - timedelta(days=42))
    yield on((rules.due_on(former) - base).days - 3, 10, 0)
    _send("elle", former, evaluated=2, new_trained=2)
    _answer(_send("aslaug", former, written_in_meeting=2))
    yield on(-80, 9, 0)
    held = _course(day=held_on, places=20, closes=14, about="Nivå 0 og 1, og øvingsloggen.")
    yield on(-70, 9, 0)
    _sign_up(held, "elle", "kari", "jonas")
    _sign_up(held, "aslaug", "dag")
    yield on((held_on - base).days, 14, 0)
    _tick(held, "kari", "dag")
    yield on(-14, 9, 30)
    _send("aslaug", newest, guide_repeated=3, new_trained=3)
    yield on(-12, 9, 0)
    ahead = _course(
        day=_ahead(base, 80), places=3, closes=21, about="For nye, og for dem som vil friske opp."
    )
    leaders = {"kind": "interdisciplinary", "about": "Ledere møtes på tvers av tjenestene."}
    _course(day=_ahead(base, 35), places=40, closes=10, **leaders)
    _sign_up(ahead, "elle", "yusuf", "jonas", "elle")
    yield on(-5, 9, 0)
    _sign_up(ahead, "aslaug", "maja")
    yield on(-3, 10, 0)
    _begin("elle", newest)


def _ahead(base, days):
    return next_working_day(base + timedelta(days=days))


def _two_newest(day: date) -> list[Period]:
    """The two newest reports of December or May that had opened by a day, oldest first."""
    this_year = rules.periods_of(day)[0].school_year
    kinds = (AssessmentKind.DECEMBER, AssessmentKind.MAY)
    periods = [Period(kind, year) for year in (this_year - 1, this_year) for kind in kinds]
    return [each for each in periods if rules.opens_on(each) <= day][-2:]


def _begin(who, period, **changed):
    unit = Unit.objects.get(pk=cast.unit(SCHOOLS[who]).id)
    draft = assessments.start_assessment(actor=_actor(who), unit=unit, period=period, today=today())
    known = {
        question.key
        for question in library.sheet(period.kind, draft.form_version, language="nb", model="").questions
    }
    answers = {key: answer for key, answer in {**SCALES[who], **WORDS, **changed}.items() if key in known}
    return assessments.save_answers(
        actor=_actor(who), assessment=draft, answers=answers, version=draft.version
    )


def _send(who, period, **changed):
    draft = _begin(who, period, **changed)
    return assessments.submit_assessment(actor=_actor(who), assessment=draft, today=today())


def _answer(sent):
    assessments.mark_read(actor=_actor("torbjorn"), assessment=sent)
    for who, text in (("torbjorn", "Hva skal til for at loggen skrives i møtet hos dere?"),
                      ("aslaug", "En bærbar maskin på hvert møterom. Den er bestilt.")):  # fmt: skip
        assessments.add_remark(actor=_actor(who), assessment=sent, text=text, today=today())


def _course(*, day, places, closes, about, kind="half_day"):
    return courses.add_course(
        actor=_actor("randi"), kind=kind, day=day, at=time(8, 30), minutes=180, place="Rådhuset, sal 2", places=places,
        sign_up_by=day - timedelta(days=closes), leader_id=cast.person("yusuf").id, about=about, today=today(),
    )  # fmt: skip


def _sign_up(course, who, *people):
    ids = [cast.person(key).id for key in people]
    courses.sign_up(actor=_actor(who), course=course, person_ids=ids, today=today())


def _tick(course, *there):
    ids = {cast.person(key).id for key in there}
    seats = set(SignUp.objects.filter(course=course, person_id__in=ids).values_list("pk", flat=True))
    courses.tick_attendance(actor=_actor("yusuf"), course=course, there_ids=seats, today=today())


def _actor(key):
    return sessions.actor_of(cast.person(key).id, today=today())
