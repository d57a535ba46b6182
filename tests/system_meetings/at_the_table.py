"""Holds system meetings through the product's own operations. The unit's leader leads and writes; of those invited the
first tells and the second keeps watch: in the school Elle, Kari and Henrik."""

from datetime import timedelta

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.system_meetings.models import SystemMeeting, WordsUnderWay
from stafett.system_meetings.operations import contributing, opening, walking
from stafett.system_meetings.queries.running import sitting_of
from tests import stage
from tests.system_meetings import around
from tests.system_meetings.around import HERE

AGREED = {"agreed.as": "sharpened", "agreed.text": "det er mange overganger på én gang", "agreed.all": "on"}


def opened(*who, there=None, **changed):
    """A meeting under way, with Elle, Kari and Henrik there unless others are named."""
    return begun(around.an_invited_meeting(*who, **changed), there=there)


def begun(meeting, *, there=None):
    """A planned meeting, under way with everybody there unless some are named."""
    present = [seat for seat in meeting.seats if there is None or key_of(seat) in there]
    leader, presenter, keeper = present[:3]
    with within(HERE):
        opening.open_meeting(
            actor=stage.actor(leader_of(meeting)), meeting=meeting, there_ids=[seat.pk for seat in present],
            writer_id=leader.pk, presenter_id=presenter.pk, track_keeper_id=keeper.pk, turn_minutes=2,
        )  # fmt: skip
    return stored(meeting)


def step(meeting, words=None, *, go="next", by=None, at=None, **more):
    """Take a step with these words, seen as they are now; gives the meeting as it is stored then."""
    with within(HERE):
        walking.take_step(
            actor=stage.actor(by or leader_of(meeting)),
            meeting=meeting,
            at=at or meeting.step,
            go=go,
            words=_seen(meeting, words or {}),
            **more,
        )
    return stored(meeting)


def own(meeting, key, words, *, go="put", at=None, **more):
    """Put one's own words forward, with fields that end in the seat's id by themselves."""
    seat = seat_of(meeting, key)
    named = {f"{name}.{seat.pk.hex}": text for name, text in words.items()}
    with within(HERE):
        contributing.contribute(
            actor=stage.actor(key),
            meeting=meeting,
            at=at or meeting.step,
            go=go,
            words=_seen(meeting, named),
            **more,
        )
    return stored(meeting)


def save(meeting, key, field, text, version=0, *, is_keeper=False):
    """Save words as they are typed; gives the version that stands."""
    with within(HERE):
        saved = contributing.save_words(
            actor=stage.actor(key), meeting=meeting, field=field, text=text, version=version,
            own_seat_id=seat_of(meeting, key).pk, is_keeper=is_keeper,
        )  # fmt: skip
    return saved.saved_version


def said(meeting, kind, thing, way):
    """Say of something what those at the table have found."""
    with within(HERE):
        contributing.change_said(
            actor=stage.actor(leader_of(meeting)), meeting=meeting, kind=kind, thing_id=thing.pk, way=way
        )
    return stored(meeting)


def walk(meeting, to, *, through=None):
    """Walk the steps until the meeting stands at one, each with what it asks for. `through`: how a round is gone through,
    `one_speaks` unless it is `everybody_speaks`."""
    while meeting.step != to:
        meeting = _WALKS[meeting.step](meeting, through or one_speaks)
    return meeting


def one_speaks(meeting, kind, lines):
    """Whoever tells of the challenge says these lines in the round, and the others pass."""
    meeting = step(meeting, go=f"turn.{meeting.presenter_id}")
    meeting = own(meeting, key_of(seen(meeting).seat(meeting.presenter_id)), {kind: lines}, go="done")
    return step(meeting, go="rest")


def everybody_speaks(meeting, kind, _lines):
    """Everybody has the floor in their order, and says what `words_of` gives; the leader writes for those without a login."""
    meeting = step(meeting, go="turn")
    while (seat := seen(meeting).speaker) is not None:
        if seat.person_id:
            meeting = own(meeting, key_of(seat), {kind: words_of(kind, seat)}, go="done")
        else:
            meeting = step(meeting, {f"{kind}.{seat.pk.hex}": words_of(kind, seat)}, go="turn")
    return meeting


def words_of(kind, seat):
    """What the one in a seat says in a round where everybody speaks: a text like no other's."""
    said_first = {
        "question": "Når på dagen er det",
        "factor": "Alle går ut samtidig",
        "idea": "To tider for uteleken",
    }
    return f"{said_first[kind]}, sett fra plass {seat.position} ved bordet"


def end(meeting, **changed):
    """Decide on the first idea, and end the talk."""
    with within(HERE):
        idea = str(seen(meeting).ideas[0].pk)
        words = {f"measure.{name}": text for name, text in (measure(meeting, idea) | changed).items()}
        walking.end_talk(
            actor=stage.actor(leader_of(meeting)), meeting=meeting, at=meeting.step, go="end",
            words=_seen(meeting, words), today=stage.today(),
        )  # fmt: skip
    return stored(meeting)


def measure(meeting, idea):
    """What is decided about the measure, as its form gives it."""
    return {
        "idea": idea, "form": "informs", "partner": str(around.PPT), "partner_name": "", "meet_on": _day(7),
        "meet_at": "13:00", "meet_place": "PP-tjenesten", "plan": "Rektor avtaler tid.", "evaluate_on": _day(42),
        "evaluator": str(stored(meeting).presenter_id), "method": "Vi teller i en uke.",
    }  # fmt: skip


def seen(meeting, key=None, *, is_keeper=True):
    """The meeting as somebody at the table sees it; its leader unless told otherwise."""
    with within(HERE):
        reader = stage.actor(key or leader_of(meeting))
        return sitting_of(stored(meeting), actor=reader, is_keeper=is_keeper)


def stored(meeting):
    """The meeting as it stands."""
    with within(HERE):
        return SystemMeeting.objects.get(pk=meeting.pk)


def seat_of(meeting, key):
    """Somebody's seat."""
    person = cast.person(key).id
    with within(HERE):
        return next(seat for seat in meeting.attendees.all() if seat.person_id == person)


def leader_of(meeting):
    """Who leads it."""
    return around.LEADER[meeting.unit_id]


def key_of(seat):
    """Who sits there."""
    return next((person.key for person in cast.EKSEMPELVIK.everyone if person.id == seat.person_id), None)


def _seen(meeting, words):
    stands = dict(WordsUnderWay.objects.filter(meeting_id=meeting.pk).values_list("field", "version"))
    return {name: (text, stands.get(name, 0)) for name, text in words.items()}


def _factors(meeting, through):
    """What is said, and which of it they can do something about: the first, and of many every other."""
    meeting = through(meeting, "factor", "Alle går samtidig\nTrange ganger")
    for place, factor in enumerate(seen(meeting).factors):
        meeting = said(meeting, "factor", factor, "cannot" if place % 2 else "can")
    return step(meeting)


def _measures(meeting, through):
    meeting = said(meeting, "factor", seen(meeting).factors[0], "chosen")
    return step(through(meeting, "idea", "To tider for storefri\nEgne hyller ved døra"))


def _day(ahead):
    return (stage.today() + timedelta(days=ahead)).isoformat()


_WALKS = {
    "roles": lambda meeting, _through: step(meeting),
    "challenge": lambda meeting, _through: step(meeting, {"challenge.background": "Vi ser det hver dag."}),
    "questions": lambda meeting, through: step(through(meeting, "question", "Når på dagen?")),
    "status_quo": lambda meeting, _through: step(meeting, AGREED),
    "factors": _factors,
    "measures": _measures,
}
