"""What the words of a step become in the log, through the log's own operations: the log is the minutes, nothing is copied.

Here: what we pay attention to, the analysis and the goal. `meeting.placed` remembers what a place in the meeting became,
so that a step taken again changes that and makes nothing twice. Each takes the sitting, with its words as saved, and
raises Refused when the log's rules say no.
"""

from datetime import date

from stafett.access.enums import Relation
from stafett.kernel.verdict import no, require
from stafett.live.words import lines_of
from stafett.log_meetings.enums import Refusal
from stafett.relay_log import operations as log_operations
from stafett.relay_log.enums import Arena, ConcernState, FactorKind, GoalKind, Informed, NamedBy
from stafett.relay_log.queries.categories import known
from stafett.relay_log.queries.parts import concern_in, current_goal
from stafett.relay_log.rules import concerns

_NOT_ASKED_YET = "–"  # stands for what a later step asks for


def place_concern(actor, sitting):
    """Write the concern, or change the one that the meeting began from (S003-42, S003-43, L-12)."""
    meeting, log, concern = sitting.meeting, sitting.meeting.log, sitting.concern
    words = _concern_words(sitting)
    _require_heard(sitting, words)
    if concern is None:
        meeting.concern = log_operations.draft_concern(actor=actor, log=log, today=sitting.today, **words)
    elif any(getattr(concern, name) != value for name, value in words.items()):
        log_operations.revise_concern(
            actor=actor, log=log, concern=concern, version=concern.version, today=sitting.today, **words
        )


def place_analysis(actor, sitting):
    """Put in the lines that are new, and take out those this meeting put in and has crossed out since (S003-44).

    While the concern is a draft nobody but the holder would see them; they wait until the goal has been agreed on.
    """
    meeting = sitting.meeting
    concern = concern_in(meeting.log, meeting.concern_id) if meeting.concern_id else None
    if concern is None:
        require(no(Refusal.NO_CONCERN))
    if concern.state == ConcernState.DRAFT:
        return
    named_by = NamedBy.GUARDIANS if sitting.is_there(Relation.GUARDIAN) else NamedBy.STAFF
    for kind in FactorKind:
        _place_lines(actor, sitting, concern, kind, named_by)


def place_goal(actor, sitting):
    """Write the goal, and share the concern with everyone in the log: they have just agreed on it (S003-45, X5)."""
    meeting, today = sitting.meeting, sitting.today
    concern = concern_in(meeting.log, meeting.concern_id) if meeting.concern_id else None
    if concern is None:
        require(no(Refusal.NO_CONCERN))
    given = {"actor": actor, "log": meeting.log, "concern": concern, "today": today}
    former, text, sign = current_goal(concern), said(sitting, "goal.text"), said(sitting, "goal.sign")
    if former is None or (former.text, former.success_indicator) != (text, sign):
        kind, smarte = (former.kind, former.smarte) if former else (GoalKind.MAIN, [])
        log_operations.replace_goal(**given, text=text, success_indicator=sign, kind=kind, smarte=smarte)
    if concern.state == ConcernState.DRAFT:
        log_operations.share_concern(**given)
        place_analysis(actor, sitting)


def said(sitting, name, default="") -> str:
    """The saved words of a field."""
    row = sitting.words.get(name)
    return row.text if row else default


def day_said(sitting, name, default=None):
    """The saved day of a field; the default when there is none."""
    try:
        return date.fromisoformat(said(sitting, name))
    except ValueError:
        return default


def _concern_words(sitting):
    concern, today = sitting.concern, sitting.today
    is_child_there, are_guardians_there = (
        sitting.is_there(each) for each in (Relation.CHILD, Relation.GUARDIAN)
    )
    category, subcategory = said(sitting, "concern.category"), said(sitting, "concern.subcategory")
    talked_with_child = concern.talked_with_child_on if concern else None
    talked_with_guardians = concern.talked_with_guardians_on if concern else None
    return {
        "title": said(sitting, "concern.title"),
        "category": category,
        "subcategory": subcategory if subcategory in known().get(category, ()) else "",
        "child_view": said(sitting, "concern.child_view"),
        "child_disagrees": said(sitting, "concern.child_disagrees") == "on",
        "disagreement_weighed": said(sitting, "concern.weighed"),
        "no_child_talk_reason": "" if is_child_there else said(sitting, "concern.no_child_talk"),
        "talked_with_child_on": talked_with_child or (today if is_child_there else None),
        "talked_with_guardians_on": talked_with_guardians
        or (today if are_guardians_there else day_said(sitting, "concern.guardians_on")),
        "informed": _informed(sitting, concern),
    }


def _informed(sitting, concern):
    there = {
        Informed.CHILD: (Relation.CHILD,),
        Informed.GUARDIANS: (Relation.GUARDIAN,),
        Informed.PARTICIPANTS: (Relation.PARTICIPANT, Relation.EXTERNAL),
    }
    known = set(concern.informed if concern else ())
    known |= {who for who, relations in there.items() if any(map(sitting.is_there, relations))}
    return [each.value for each in Informed if each in known]


def _require_heard(sitting, words):
    """Ask for what the log will want when the goal is agreed on and the work begins, here where people can still say it."""
    named = {name: words[name] for name in ("title", "category", "subcategory")}
    require(concerns.is_well_formed(**named, known=known()))
    talks = {
        name: words[name]
        for name in ("talked_with_guardians_on", "talked_with_child_on", "no_child_talk_reason")
    }
    require(concerns.may_share(ConcernState.DRAFT, goal_text=_NOT_ASKED_YET, today=sitting.today, **talks))
    require(
        concerns.may_activate(
            ConcernState.SHARED, goal_text=_NOT_ASKED_YET, arenas=Arena.values, first_grader_or_older=False,
            no_child_measure_reason="", child_age=sitting.child_age, child_view=words["child_view"],
            no_child_talk_reason=words["no_child_talk_reason"],
        )
    )  # fmt: skip
    require(
        concerns.is_weighed(
            child_age=sitting.child_age, child_disagrees=words["child_disagrees"],
            disagreement_weighed=words["disagreement_weighed"],
        )
    )  # fmt: skip


def _place_lines(actor, sitting, concern, kind, named_by):
    meeting, place = sitting.meeting, f"analysis.{kind}"
    given = {"actor": actor, "log": meeting.log, "concern": concern}
    lines = lines_of(said(sitting, place))
    stored = {factor.text: factor.pk for factor in sitting.factors if factor.kind == kind}
    for line in [each for each in meeting.placed.get(place, ()) if each not in lines and each in stored]:
        log_operations.remove_factor(**given, factor_id=stored[line])
    new = [line for line in lines if line not in stored]
    for line in new:
        log_operations.add_factor(**given, kind=kind, text=line, named_by=named_by)
    if new or place in meeting.placed:
        put_in = {*new, *meeting.placed.get(place, ())}
        meeting.placed[place] = [line for line in lines if line in put_in]
