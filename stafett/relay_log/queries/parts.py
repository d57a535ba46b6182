"""What the pages of one concern, one measure and one ladder show besides the thing itself."""

from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.models import Concern, Goal, MeasureLadder
from stafett.relay_log.queries.analysis import factors_of
from stafett.relay_log.queries.page import measures_of, visible_concerns
from stafett.relay_log.queries.sight import factors_seen


def concern_parts(concern):
    """Goals (current first), the factors this reader sees, and ladders with steps of one concern, as a dict."""
    return {
        "goals": list(Goal.objects.filter(concern=concern).order_by("-created_at", "-id")),
        "factors": factors_of(concern),
        "ladders": list(
            MeasureLadder.objects.filter(concern=concern)
            .prefetch_related("steps")
            .order_by("created_at", "id")
        ),
        "measures": measures_of(concern.log, [concern]),
    }


def concerns_to_limit(log):
    """(id, title) of the shared concerns that a guardian may hold back from a service, oldest first (L-07, L-13)."""
    shared = Concern.objects.filter(log_id=log.pk, kept_from_guardians="").exclude(state=ConcernState.DRAFT)
    return list(shared.order_by("created_at", "id").values_list("id", "title"))


def evaluated_measures(log):
    """Evaluated measures of every concern the reader may see, newest first."""
    measures = measures_of(log, list(visible_concerns(log)))
    return [measure for measure in reversed(measures) if measure.state == MeasureState.EVALUATED]


def measure_parts(measure):
    """The measure as lists show it, its evaluation or None, what it was followed by, the goal, and what in the analysis
    it aims at as far as this reader sees it, as a dict."""
    shown = next(row for row in measures_of(measure.log, [measure.concern]) if row.pk == measure.pk)
    return {
        "row": shown,
        "evaluation": evaluation_of(measure),
        "successors": list(measure.successors.order_by("created_at")),
        "goal": current_goal(measure.concern),
        "factor": factor_of(measure),
    }


def factor_of(measure):
    """What in the analysis a measure aims at; None when it is nothing, or nothing that all who see the measure see: the
    page stands on screens in meetings, also the holder's (S001-23)."""
    if measure.factor_id is None:
        return None
    seen = factors_seen(measure.log.sight, measure.log_id).filter(pk=measure.factor_id).first()
    is_for_all = seen is not None and (seen.shared_at or measure.concern.state == ConcernState.DRAFT)
    return seen if is_for_all else None


def evaluation_of(measure):
    """The measure's one evaluation, or None."""
    return getattr(measure, "evaluation", None)


def current_goal(concern):
    """The concern's current goal, or None."""
    return Goal.objects.filter(concern=concern, replaced_at__isnull=True).first()


def owners_of(measure):
    """(kind, person id) of each owner."""
    return list(measure.owners.values_list("kind", "person_id"))


def steps_of(ladder):
    """The ladder's steps, easiest first."""
    return list(ladder.steps.order_by("position"))


def concern_in(log, pk):
    """One concern of a log by its id, or None. Whoever asks says themselves who may see it: a meeting shows a draft to
    those at the table before it is shared (X5)."""
    return Concern.objects.filter(pk=pk, log_id=log.pk).first()
