"""One concern as FHIR CarePlan, for another system than a person's eyes: what the other papers hold, with codes for states."""

import json

from django.http import HttpResponse
from django.utils.translation import get_language

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.kernel.clock import local
from stafett.kernel.verdict import require
from stafett.oversight.content.care_plan import FORMAT, Activity, PlanGoal, PlanSource, care_plan
from stafett.oversight.enums import Paper
from stafett.oversight.queries.concerns import reachable_shared_concern
from stafett.oversight.rules.papers import may_be_taken_out
from stafett.relay_log import queries as log_queries
from stafett.relay_log.enums import Arena, EvaluationOption
from stafett.relay_log.queries.parts import concern_parts
from stafett.relay_log.views import presenting


@page(
    Action.TAKE_OUT_CONCERN, of=reachable_shared_concern, facts=log_queries.facts_about, limit="data_export"
)
def care_plan_file(request, concern):
    """The CarePlan as a file. It is a plan, so none is made of what is kept from guardians (L-13)."""
    require(may_be_taken_out(Paper.PLAN, is_kept=bool(concern.kept_from_guardians)))
    source = _source(concern, author=request.actor.name)
    text = json.dumps(care_plan(source), ensure_ascii=False, indent=1)
    response = HttpResponse(text.encode(), content_type=FORMAT)
    response["Content-Disposition"] = 'attachment; filename="careplan.json"'
    return response


def _source(concern, *, author):
    parts, child = concern_parts(concern), concern.log.child.person
    return PlanSource(
        number=str(concern.pk),
        state=concern.state,
        title=concern.title,
        category=str(concern.category_label),
        description=concern.background,
        language=(get_language() or "nb")[:2],
        child_name=child.name,
        child_born=child.birth_date,
        author=author,
        shared_on=_day(concern.shared_at),
        ended_on=_day(concern.ended_at),
        goals=[_goal(each) for each in reversed(parts["goals"])],
        activities=[_activity(each) for each in parts["measures"]],
        notes=[concern.context, concern.child_view],
    )


def _goal(goal):
    return PlanGoal(
        goal.text,
        goal.success_indicator,
        _day(goal.created_at),
        goal.reached_on,
        goal.replaced_at is not None,
    )


def _activity(measure):
    outcome = measure.outcome
    return Activity(
        description=measure.description,
        where=str(Arena(measure.arena).label),
        kind=str(measure.get_type_display()),
        owners=presenting.owners(measure.shown_owners),
        start_by=measure.start_by,
        evaluate_by=measure.evaluate_by,
        state=measure.state,
        is_mistake=outcome == EvaluationOption.MISREGISTERED,
        outcome=str(EvaluationOption(outcome).label) if outcome else "",
        words=measure.outcome_words or "",
    )


def _day(moment):
    return local(moment).date() if moment else None
