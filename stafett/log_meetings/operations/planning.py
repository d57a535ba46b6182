"""Planning a meeting: inviting to it, changing it, calling it off."""

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.consent import queries as consent_queries
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.verdict import require
from stafett.log_meetings.enums import (
    Answer,
    Event,
    InterpreterBooking,
    MeetingForm,
    MeetingKind,
    MeetingState,
)
from stafett.log_meetings.models import Invitation, Meeting
from stafett.log_meetings.operations import next_meeting
from stafett.log_meetings.operations.telling import tell_invited
from stafett.log_meetings.queries.agenda import concern_to_begin_with
from stafett.log_meetings.queries.people import candidates, is_pupil
from stafett.log_meetings.rules import planning
from stafett.messages.enums import Kind
from stafett.relay_log.queries import reachable_log

_WORDS = (
    "kind", "form", "starts_at", "minutes", "place", "video_link", "writer_id", "interpreter", "interpreter_language",
    "child_absent_reason",
)  # fmt: skip


@operation(Event.MEETING_PLANNED, lock="log")
def plan_meeting(*, actor, log, today, day, at, invited_ids, **words):
    """Plan a meeting and invite to it; gives the Meeting. Raises Refused.

    Args:
        day, at: date and time of day in Norway.
        invited_ids: ids of persons of the log besides the holder; whoever writes comes too.
        words: kind, form, minutes, place, video_link, writer_id (None: the holder), interpreter, interpreter_language,
            child_absent_reason, as the form has them.
    """
    people = _people(log, today)
    given = _checked(actor, log, people, day=day, at=at, invited_ids=invited_ids, words=words, today=today)
    meeting = Meeting.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        chair_id=actor.person_id,
        created_by_id=actor.person_id,
        created_at=clock.now(),
        concern=_concern_of(log, actor, given["kind"]),
        **given,
    )
    _invite(meeting, [each for each in people if each.person_id in _all_invited(actor, given, invited_ids)])
    _mark_coming(meeting, actor)
    next_meeting.refresh(log)
    tell_invited(meeting, Kind.MEETING_INVITED, log=log, today=today, leave_out=[actor.person_id])
    return Outcome(meeting, _day(meeting))


@operation(Event.MEETING_CHANGED, lock="log")
def change_meeting(*, actor, log, meeting, version, today, day, at, invited_ids, **words):
    """Change a planned meeting and tell those it concerns. Raises Refused, or Conflict when somebody was quicker.

    Whoever is invited anew gets an invitation; whoever is not any more is told that it is off. When the time has moved,
    everybody is asked again.
    """
    meeting = Meeting.objects.get(pk=meeting.pk, log=log)
    require(planning.may_change(meeting.state))
    require_version(meeting, version)
    people = _people(log, today)
    given = _checked(actor, log, people, day=day, at=at, invited_ids=invited_ids, words=words, today=today)
    moved = meeting.starts_at != given["starts_at"]
    for name, value in given.items():
        setattr(meeting, name, value)
    meeting.chair_id, meeting.version = actor.person_id, meeting.version + 1
    meeting.save(update_fields=[*(name.removesuffix("_id") for name in given), "chair", "version"])
    _change_invited(actor, log, meeting, people, _all_invited(actor, given, invited_ids), today, moved=moved)
    next_meeting.refresh(log)
    return Outcome(meeting, _day(meeting), event=Event.MEETING_MOVED if moved else Event.MEETING_CHANGED)


@operation(Event.MEETING_CANCELLED, lock="log")
def cancel_meeting(*, actor, log, meeting, reason, today):
    """Call a meeting off, with a word on why for those who were invited; they are told. Raises Refused."""
    meeting = Meeting.objects.get(pk=meeting.pk, log=log)
    require(planning.may_change(meeting.state))
    require(planning.may_become(meeting.state, MeetingState.CANCELLED))
    meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, reason
    meeting.version += 1
    meeting.save(update_fields=["state", "cancelled_reason", "version"])
    next_meeting.refresh(log)
    tell_invited(meeting, Kind.MEETING_CANCELLED, log=log, today=today, leave_out=[actor.person_id])
    return Outcome(meeting, _day(meeting))


def _people(log, today):
    log.standing = consent_queries.standing_of(log, today=today)
    return candidates(log, today=today)


def _checked(actor, log, people, *, day, at, invited_ids, words, today):
    """The meeting's own columns, when the rules say yes."""
    given = {**words, "starts_at": planning.on_the_clock(day, at)}
    given["writer_id"] = words.get("writer_id") or actor.person_id
    invited = set(_all_invited(actor, given, invited_ids)) - {actor.person_id}
    others = {each.person_id for each in people if each.person_id != actor.person_id}
    child_id = log.child.person_id
    require(
        planning.may_plan(
            **{name: given[name] for name in _WORDS if name not in ("kind", "writer_id")},
            invited=invited,
            may_be_invited=others,
            writer_is_staff=any(each.person_id == given["writer_id"] and each.may_write for each in people),
            child_is_invited=child_id in invited,
            child_is_in_school=is_pupil(log, today=today),
            now=clock.now(),
        )
    )
    require(
        planning.may_all_take_part(
            [(each.name, each.last_day) for each in people if each.person_id in invited], on=day
        )
    )
    return _only_what_counts(given, child_comes=child_id in invited)


def _only_what_counts(given, *, child_comes):
    """Columns that another choice has made pointless are emptied."""
    if given["form"] != MeetingForm.IN_PERSON:
        given["place"] = ""
    if given["form"] != MeetingForm.VIDEO:
        given["video_link"] = ""
    if given["interpreter"] == InterpreterBooking.NOT_NEEDED:
        given["interpreter_language"] = ""
    if child_comes:
        given["child_absent_reason"] = ""
    return given


def _concern_of(log, actor, kind):
    if kind != MeetingKind.FIRST:
        return None
    return concern_to_begin_with(reachable_log(actor, log.pk))


def _all_invited(actor, given, invited_ids):
    return {actor.person_id, given["writer_id"], *invited_ids}


def _invite(meeting, people):
    Invitation.objects.bulk_create(
        Invitation(
            municipality_id=meeting.municipality_id,
            log_id=meeting.log_id,
            meeting=meeting,
            person_id=each.person_id,
            relation=each.relation,
        )
        for each in people
    )


def _mark_coming(meeting, actor):
    """Whoever invites comes, unless they say otherwise."""
    own = Invitation.objects.filter(meeting=meeting, person_id=actor.person_id)
    own.update(answer=Answer.YES, answered_at=clock.now())


def _change_invited(actor, log, meeting, people, wanted, today, *, moved):
    before = set(Invitation.objects.filter(meeting=meeting).values_list("person_id", flat=True))
    told = {"log": log, "today": today, "leave_out": [actor.person_id]}
    tell_invited(meeting, Kind.MEETING_CANCELLED, among=before - wanted, **told)
    Invitation.objects.filter(meeting=meeting).exclude(person_id__in=wanted).delete()
    _invite(meeting, [each for each in people if each.person_id in wanted - before])
    if moved:
        Invitation.objects.filter(meeting=meeting).update(answer=Answer.NONE, words="", answered_at=None)
        _mark_coming(meeting, actor)
    kind = Kind.MEETING_MOVED if moved else Kind.MEETING_CHANGED
    tell_invited(meeting, kind, among=before & wanted, **told)
    tell_invited(meeting, Kind.MEETING_INVITED, among=wanted - before, **told)


def _day(meeting):
    return {"date": today_in_norway(meeting.starts_at).isoformat()}
