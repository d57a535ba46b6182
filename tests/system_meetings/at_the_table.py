"""Holds system meetings through the product's own operations. Elle leads and writes; Kari tells, Henrik keeps watch."""

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
    meeting = around.an_invited_meeting(*who, **changed)
    present = [seat for seat in meeting.seats if there is None or key_of(seat) in there]
    with within(HERE):
        opening.open_meeting(
            actor=stage.actor("elle"), meeting=meeting, there_ids=[seat.pk for seat in present],
            writer_id=seat_of(meeting, "elle").pk, presenter_id=seat_of(meeting, "kari").pk,
            track_keeper_id=seat_of(meeting, "henrik").pk, turn_minutes=2,
        )  # fmt: skip
    return stored(meeting)


def step(meeting, words=None, *, go="next", by="elle", at=None, **more):
    """Take a step with these words, seen as they are now; gives the meeting as it is stored then."""
    with within(HERE):
        walking.take_step(
            actor=stage.actor(by),
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
            actor=stage.actor("elle"), meeting=meeting, kind=kind, thing_id=thing.pk, way=way
        )
    return stored(meeting)


def walk(meeting, to):
    """Walk the steps until the meeting stands at one, each with what it asks for."""
    while meeting.step != to:
        meeting = _WALKS[meeting.step](meeting)
    return meeting


def end(meeting, **changed):
    """Decide on the first idea, and end the talk."""
    with within(HERE):
        idea = str(seen(meeting).ideas[0].pk)
        words = {f"measure.{name}": text for name, text in (measure(meeting, idea) | changed).items()}
        walking.end_talk(
            actor=stage.actor("elle"), meeting=meeting, at=meeting.step, go="end", words=_seen(meeting, words),
            today=stage.today(),
        )  # fmt: skip
    return stored(meeting)


def measure(meeting, idea):
    """What is decided about the measure, as its form gives it."""
    return {
        "idea": idea, "form": "informs", "partner": str(around.PPT), "partner_name": "", "meet_on": _day(7),
        "meet_at": "13:00", "meet_place": "PP-tjenesten", "plan": "Rektor avtaler tid.", "evaluate_on": _day(42),
        "evaluator": str(seat_of(meeting, "kari").pk), "method": "Vi teller i en uke.",
    }  # fmt: skip


def seen(meeting, key="elle", *, is_keeper=True):
    """The meeting as somebody at the table sees it."""
    with within(HERE):
        return sitting_of(stored(meeting), actor=stage.actor(key), is_keeper=is_keeper)


def stored(meeting):
    """The meeting as it stands."""
    with within(HERE):
        return SystemMeeting.objects.get(pk=meeting.pk)


def seat_of(meeting, key):
    """Somebody's seat."""
    person = cast.person(key).id
    with within(HERE):
        return next(seat for seat in meeting.attendees.all() if seat.person_id == person)


def key_of(seat):
    """Who sits there."""
    return next((person.key for person in cast.EKSEMPELVIK.everyone if person.id == seat.person_id), None)


def _seen(meeting, words):
    stands = dict(WordsUnderWay.objects.filter(meeting_id=meeting.pk).values_list("field", "version"))
    return {name: (text, stands.get(name, 0)) for name, text in words.items()}


def _through_round(meeting, words):
    """Everybody has the floor: Kari says something, the others pass."""
    meeting = step(meeting, go=f"turn.{seat_of(meeting, 'kari').pk}")
    meeting = own(meeting, "kari", words, go="done")
    return step(meeting, go="rest")


def _factors(meeting):
    meeting = _through_round(meeting, {"factor": "Alle går samtidig\nTrange ganger"})
    first, second = seen(meeting).factors
    meeting = said(meeting, "factor", first, "can")
    return step(said(meeting, "factor", second, "cannot"))


def _measures(meeting):
    meeting = said(meeting, "factor", seen(meeting).factors[0], "chosen")
    return step(_through_round(meeting, {"idea": "To tider for storefri\nEgne hyller ved døra"}))


def _day(ahead):
    return (stage.today() + timedelta(days=ahead)).isoformat()


_WALKS = {
    "roles": step,
    "challenge": lambda meeting: step(meeting, {"challenge.background": "Vi ser det hver dag."}),
    "questions": lambda meeting: step(_through_round(meeting, {"question": "Når på dagen?"})),
    "status_quo": lambda meeting: step(meeting, AGREED),
    "factors": _factors,
    "measures": _measures,
}
