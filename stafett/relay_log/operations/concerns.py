"""The concern from private draft to reached goal, and its goal."""

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.dates import age_on
from stafett.kernel.verdict import require
from stafett.relay_log.enums import ConcernState, Event, MeasureState
from stafett.relay_log.models import Concern, Goal, Measure
from stafett.relay_log.operations.categories import own_words
from stafett.relay_log.operations.holding import require_not_held
from stafett.relay_log.operations.words import require_may_keep
from stafett.relay_log.queries.categories import known
from stafett.relay_log.rules import concerns, goals

_FIELDS = (
    "title", "category", "subcategory", "background", "context", "informed", "talked_with_guardians_on",
    "talked_with_child_on", "child_view", "child_disagrees", "disagreement_weighed", "no_child_talk_reason", "no_child_measure_reason", "kept_from_guardians",
)  # fmt: skip


@operation(Event.CONCERN_DRAFTED, lock="log")
def draft_concern(*, actor, log, today, goal=None, **words):
    """Write a private draft that only the baton holder sees (S001-17, X5).

    `words` are the concern's fields; `goal` is a dict of text, kind, success_indicator and smarte, or None.
    """
    _require_well_formed(words)
    if words.get("kept_from_guardians"):
        require_may_keep(log, actor)
    concern = Concern.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        created_by_id=actor.person_id,
        created_at=clock.now(),
        own_words=own_words(words["category"], words.get("subcategory", "")),
        **{name: words[name] for name in _FIELDS if name in words},
    )
    if goal and goal["text"]:
        _write_goal(actor, concern, goal)
    return concern


@operation(Event.CONCERN_REVISED, lock="log")
def revise_concern(*, actor, log, concern, version, today, goal=None, **words):
    """Change a concern's words; former wording is kept. Raises Refused, or Conflict when it has moved on."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require_version(concern, version)
    require(concerns.may_revise(concern.state))
    _require_well_formed(words)
    changed = [name for name in _FIELDS if name in words and getattr(concern, name) != words[name]]
    was_kept, is_kept = bool(concern.kept_from_guardians), bool(words.get("kept_from_guardians"))
    if is_kept and not was_kept:
        require_may_keep(log, actor)
    for name in changed:
        setattr(concern, name, words[name])
    if {"category", "subcategory"} & set(changed):  # else it keeps what it was called when it was chosen
        concern.own_words = own_words(concern.category, concern.subcategory)
    if concern.state == ConcernState.ACTIVE:  # a draft may be half-written; what is under way may not (L-12)
        require(_is_weighed(concern, _age(log.child, today)))
    concern.version += 1
    concern.save(update_fields=[*changed, "own_words", "version"])
    if goal and goal["text"]:
        _rewrite_goal(actor, concern, goal)
    if "kept_from_guardians" not in changed or was_kept == is_kept:
        return Outcome(concern, {"fields": changed})
    event = Event.CONCERN_KEPT if is_kept else Event.CONCERN_SHARED_AFTER_ALL
    return Outcome(concern, {"fields": changed, "kept": is_kept}, event=event)


@operation(Event.CONCERN_DISCARDED, lock="log")
def discard_concern(*, actor, log, concern):
    """Delete a private draft with all that is in it (L-52)."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require(concerns.may_discard(concern.state))
    require_not_held(log)
    gone = Concern(pk=concern.pk, log_id=log.pk, municipality_id=log.municipality_id)
    for measure in concern.measures.all():
        measure.owners.all().delete()
        measure.delete()
    for ladder in concern.ladders.all():
        ladder.steps.all().delete()
        ladder.delete()
    for rows in (concern.goals, concern.factors, concern.notes):
        rows.all().delete()
    concern.delete()
    return gone


@operation(Event.CONCERN_SHARED, lock="log")
def share_concern(*, actor, log, concern, today):
    """Show the concern to everyone in the log, family included (S003-26, X5)."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require(
        concerns.may_share(
            concern.state,
            goal_text=current_goal_text(concern),
            talked_with_guardians_on=concern.talked_with_guardians_on,
            talked_with_child_on=concern.talked_with_child_on,
            no_child_talk_reason=concern.no_child_talk_reason,
            today=today,
        )
    )
    concern.shared_at = clock.now()
    return _move(concern, ConcernState.SHARED, "shared_at")


@operation(Event.CONCERN_ACTIVATED, lock="log")
def activate_concern(*, actor, log, concern, no_child_measure_reason, today, disagreement_weighed=""):
    """Set the work in motion: a measure in the service and one at home at least (S003-47..50, L-12)."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    concern.disagreement_weighed = disagreement_weighed or concern.disagreement_weighed
    concern.no_child_measure_reason = no_child_measure_reason or concern.no_child_measure_reason
    measures = list(Measure.objects.filter(concern=concern, state=MeasureState.PLANNED))
    child = log.child
    require(
        concerns.may_activate(
            concern.state,
            goal_text=current_goal_text(concern),
            arenas={measure.arena for measure in measures},
            first_grader_or_older=concerns.is_in_school(child.first_grade_year, today),
            no_child_measure_reason=concern.no_child_measure_reason,
            child_age=_age(child, today),
            child_view=concern.child_view,
            no_child_talk_reason=concern.no_child_talk_reason,
        )
    )
    require(_is_weighed(concern, _age(child, today)))
    for measure in measures:
        measure.state = MeasureState.ACTIVE
        measure.save(update_fields=["state"])
    _move(concern, ConcernState.ACTIVE, "no_child_measure_reason", "disagreement_weighed")
    return Outcome(concern, {"measures": len(measures)})


@operation(Event.CONCERN_ACHIEVED, lock="log")
def achieve_goal(*, actor, log, concern, today):
    """Say that the goal is reached, when every measure has been evaluated (S003-71)."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require(concerns.may_achieve(concern.state, open_measures=_open_measures(concern)))
    Goal.objects.filter(concern=concern, replaced_at__isnull=True).update(reached_on=today)
    concern.ended_at = clock.now()
    return _move(concern, ConcernState.ACHIEVED, "ended_at")


@operation(Event.CONCERN_ENDED, lock="log")
def end_concern(*, actor, log, concern, reason, today):
    """End a concern without having reached its goal, with a reason. A plan that never started ends with it."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    open_measures = _open_measures(concern) if concern.state == ConcernState.ACTIVE else 0
    require(concerns.may_end(concern.state, open_measures=open_measures, reason=reason))
    concern.ended_at, concern.ended_reason = clock.now(), reason
    return _move(concern, ConcernState.ENDED, "ended_at", "ended_reason")


@operation(Event.GOAL_REPLACED, lock="log")
def replace_goal(*, actor, log, concern, today, **goal):
    """Write a new goal; the former one stays in the history (S003-70, S001-20)."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require(goals.may_replace(concern.state, text=goal["text"]))
    _rewrite_goal(actor, concern, goal)
    return concern


def current_goal_text(concern):
    """The text of the concern's current goal; empty when there is none."""
    goal = Goal.objects.filter(concern=concern, replaced_at__isnull=True).first()
    return goal.text if goal else ""


def _require_well_formed(words):
    subcategory = words.get("subcategory", "")
    require(
        concerns.is_well_formed(
            title=words["title"], category=words["category"], subcategory=subcategory,
            **({"known": known()} if subcategory else {}),
        )
    )  # fmt: skip


def _is_weighed(concern, age):
    return concerns.is_weighed(
        child_age=age,
        child_disagrees=concern.child_disagrees,
        disagreement_weighed=concern.disagreement_weighed,
    )


def _age(child, today):
    return age_on(child.person.birth_date, today) if child.person.birth_date else None


def _rewrite_goal(actor, concern, goal):
    now = clock.now()
    current = Goal.objects.filter(concern=concern, replaced_at__isnull=True).first()
    if current and all(
        getattr(current, name) == goal[name] for name in ("text", "kind", "success_indicator", "smarte")
    ):
        return
    if current:
        current.replaced_at = now
        current.save(update_fields=["replaced_at"])
    _write_goal(actor, concern, goal)


def _write_goal(actor, concern, goal):
    Goal.objects.create(
        municipality_id=concern.municipality_id,
        log_id=concern.log_id,
        concern=concern,
        text=goal["text"],
        kind=goal["kind"],
        success_indicator=goal["success_indicator"],
        smarte=list(goal["smarte"]),
        created_by_id=actor.person_id,
        created_at=clock.now(),
    )


def _open_measures(concern):
    return concern.measures.exclude(state=MeasureState.EVALUATED).count()


def _move(concern, state, *fields):
    concern.state = state
    concern.version += 1
    concern.save(update_fields=["state", "version", *fields])
    return concern
