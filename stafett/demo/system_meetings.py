"""System meetings of the invented municipalities: one that is done with a measure to look at, one that is planned, proposals."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.register.models import Employment, Unit
from stafett.system_meetings import operations
from stafett.system_meetings.models import MeasureIdea, SystemFactor, SystemMeeting, TopicProposal
from stafett.system_meetings.operations import contributing, opening, walking
from stafett.system_meetings.queries import minutes
from stafett.system_meetings.queries.reach import seats_of

SCHOOL, PPT, HEALTH = "eksempelvik_school", "eksempelvik_ppt", "eksempelvik_health"
AT_THE_TABLE = ("kari", "jonas", "yusuf", "henrik", "mina")
HELD, NEXT = -40, 24  # days from today
FACTORS = (
    ("jonas", "Alle trinn har storefri samtidig.", "can"),
    ("yusuf", "Vaktene står der de ser hverandre, ikke der barna er.", "can"),
    ("mina", "Skolegården er liten.", "cannot"),
)
IDEAS = (
    ("henrik", "PPT viser på et personalmøte hvordan lek kan settes i gang."),
    ("kari", "To tider for storefri."),
    ("yusuf", "Elevrådet tegner et nytt kart over vaktene."),
)
WAITING = (
    ("samira", "eksempelvik_welfare", 25, "Vi får spørsmål sent. Mange venter for lenge med å ringe oss."),
    ("kari", SCHOOL, 30, "På foreldremøtene er det alltid de samme som kommer."),
)


def life_of(place: Place) -> Iterator[When]:
    """What the unit's leader and those around have done, as one more life beside the logs' own."""
    loaded_on = today()  # the clock moves with the story from here on
    yield from _eksempelvik(loaded_on) if place.slug == "eksempelvik" else _domesund(loaded_on)


def _eksempelvik(loaded_on):
    yield on(-75, 10, 0)
    proposal = _propose(
        "henrik", PPT, SCHOOL, 3, "I friminuttene er det mange som ikke finner noen å være sammen med."
    )
    yield on(-62, 9, 0)
    meeting = _plan("elle", SCHOOL, _day(loaded_on, HELD))
    yield from _prepare("elle", meeting, proposal, AT_THE_TABLE, -60)
    yield on(HELD, 14, 0)
    _hold(meeting, loaded_on)
    yield on(HELD, 15, 40)
    _round_off(meeting)
    yield on(-12, 9, 30)
    proposal = _propose(
        "mina",
        HEALTH,
        SCHOOL,
        29,
        "Mange er slitne. De sitter stille det meste av dagen, også i friminuttene.",
    )
    yield on(-9, 9, 0)
    meeting = _plan("elle", SCHOOL, _day(loaded_on, NEXT))
    yield from _prepare("elle", meeting, proposal, ("kari", "yusuf", "henrik", "mina"), -8)
    for ago, (who, service, topic, challenge) in zip((-3, -2), WAITING, strict=True):
        yield on(ago, 12, 30)
        _propose(who, service, SCHOOL, topic, challenge)


def _domesund(loaded_on):
    yield on(-20, 9, 0)
    _plan("torleiv", "domesund_school", _day(loaded_on, NEXT + 2))
    yield on(-4, 10, 0)
    _propose(
        "eirik", "domesund_ppt", "domesund_school", 9,
        "Fleire lærarar ringjer oss før samtalar dei gruar seg til. Vi trur de kan øve saman.",
    )  # fmt: skip


def _prepare(leader, meeting, proposal, people, days):
    """Choose the proposal, ask people, and tell them; then they answer, and one of them writes a note."""
    actor, now = _actor(leader), _today()
    operations.choose_proposal(actor=actor, meeting=_row(meeting), proposal_id=proposal.pk, today=now)
    for key in people:
        post = Employment.objects.filter(person_id=cast.person(key).id, ends_on__isnull=True).first()
        operations.seat_employee(actor=actor, meeting=_row(meeting), employment_id=post.pk, today=now)
    words = f"{proposal.challenge}\n\nTenk gjerne på dette: Hva ser du, og hva tror du holder det ved like?"
    operations.inform(actor=actor, meeting=_row(meeting), information=words, today=now)
    for place, key in enumerate(people[:3]):
        yield on(days + place, 11, 15)
        operations.answer_invitation(actor=_actor(key), meeting=_row(meeting), answer="yes", words="")
    operations.prepare(
        actor=_actor(people[0]), meeting=_row(meeting), prepared="Spør hvem som har vakt når det er verst."
    )


def _hold(meeting, loaded_on):
    """The seven steps, as the leader walks them."""
    seats = {seat.person_id: seat for seat in seats_of(meeting)}
    by = {key: seats[cast.person(key).id] for key in ("elle", *AT_THE_TABLE)}
    opening.open_meeting(
        actor=_actor("elle"), meeting=_row(meeting), there_ids=[seat.pk for seat in seats.values()],
        writer_id=by["elle"].pk, presenter_id=by["henrik"].pk, track_keeper_id=by["yusuf"].pk, turn_minutes=2,
    )  # fmt: skip
    _go(meeting, "roles", {})
    _go(meeting, "challenge", {"challenge.background": "Vi har telt i to uker, på alle trinn."})
    _go(meeting, "questions", {f"question.{by['kari'].pk.hex}": "Gjelder det også i lillefri?"}, rest=True)
    agreed = "Mange finner ingen å være sammen med i storefri, mest på mellomtrinnet."
    _go(meeting, "status_quo", {"agreed.as": "sharpened", "agreed.text": agreed, "agreed.all": "on"})
    _go(
        meeting,
        "factors",
        {f"factor.{by[key].pk.hex}": text for key, text, _reach in FACTORS},
        rest=True,
        judge=True,
    )
    _go(meeting, "measures", {f"idea.{by[key].pk.hex}": text for key, text in IDEAS}, rest=True)
    _decide(meeting, by, loaded_on)


def _go(meeting, step, words, *, rest=False, judge=False):
    """Write the words of a step, let everybody have had their turn, and go on."""
    given = {name: (text, 0) for name, text in words.items()}
    put = {"actor": _actor("elle"), "meeting": _row(meeting), "at": step}
    if rest:
        walking.take_step(**put, words=given, go="put")
        walking.take_step(**(put | {"meeting": _row(meeting)}), words={}, go="rest")
        given = {}
    if judge:
        _judge(meeting)
    walking.take_step(**(put | {"meeting": _row(meeting)}), words=given, go="next")


def _judge(meeting):
    """Say of each factor whether one can do something about it, and choose the first."""
    for _who, text, reach in FACTORS:
        factor = SystemFactor.objects.get(meeting=meeting, text=text)
        for way in [reach, "chosen"] if text == FACTORS[0][1] else [reach]:
            contributing.change_said(
                actor=_actor("elle"), meeting=_row(meeting), kind="factor", thing_id=factor.pk, way=way
            )


def _decide(meeting, by, loaded_on):
    """One measure first, with PPT, to be evaluated the day before the demo is loaded."""
    idea = MeasureIdea.objects.get(meeting=meeting, text=IDEAS[0][1])
    words = {
        "measure.idea": str(idea.pk),
        "measure.form": "informs",
        "measure.partner": str(cast.unit(PPT).id),
        "measure.meet_on": (_today() + timedelta(days=9)).isoformat(),
        "measure.meet_at": "14:30",
        "measure.plan": "PPT kommer på personalmøtet. Så prøver vi to leker på hvert trinn i fire uker.",
        "measure.evaluate_on": (loaded_on - timedelta(days=1)).isoformat(),
        "measure.evaluator": str(by["yusuf"].pk),
        "measure.method": "Vi teller igjen, og spør elevrådet.",
    }
    given = {name: (text, 0) for name, text in words.items()}
    walking.end_talk(
        actor=_actor("elle"), meeting=_row(meeting), at="summary", words=given, go="end", today=_today()
    )


def _round_off(meeting):
    """The five questions, then the minutes as the meeting wrote them."""
    operations.look_back(
        actor=_actor("elle"), meeting=_row(meeting), worked_well="Alle fikk ordet, også de som sjelden tar det.",
        could_be_better="Vi brukte lang tid på spørsmålene.", kept_structure="partly",
        kept_structure_words="Viddevakten hjalp oss tilbake to ganger.", was_useful="yes",
        was_useful_words="Vi vet hva vi prøver, og hvem som gjør hva.", next_time="Kortere innledning.",
    )  # fmt: skip
    draft = minutes.draft_of(_row(meeting))
    operations.sign_minutes(actor=_actor("elle"), meeting=_row(meeting), today=_today(), **vars(draft))


def _propose(who, service, unit, topic, challenge) -> TopicProposal:
    return operations.propose_topic(
        actor=_actor(who), unit_id=cast.unit(unit).id, service_id=cast.unit(service).id, topic=topic, title="",
        challenge=challenge, sources=["observations"], today=_today(),
    )  # fmt: skip


def _plan(who, unit, day) -> SystemMeeting:
    return operations.plan_meeting(
        actor=_actor(who), unit=Unit.objects.get(pk=cast.unit(unit).id), day=day, at=time(14), minutes=90,
        place="Personalrommet", video_link="",
    )  # fmt: skip


def _row(meeting):
    return SystemMeeting.objects.get(pk=meeting.pk)


def _day(loaded_on, days) -> date:
    """A weekday near that day: before today for what has been, after it for what is to come."""
    day = loaded_on + timedelta(days=days)
    while day.weekday() > 4:
        day += timedelta(days=1 if days > 0 else -1)
    return day


def _actor(key):
    return sessions.actor_of(cast.person(key).id, today=_today())


def _today():
    return clock.today_in_norway(clock.now())
