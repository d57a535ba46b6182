"""What may be amiss in a log, as conditions on rows: late evaluations, whether something is planned, and consent that ends.

`of_log` says which logs a measure is asked about, as filters on it (often `log_id=OuterRef("pk")`).
"""

from datetime import date, timedelta

from django.db.models import Case, Exists, Max, OuterRef, Q, QuerySet, Subquery, Value, When

from stafett.access.enums import LogState
from stafett.consent.models import Consent
from stafett.leadership import rules
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.models import Measure
from stafett.relay_log.rules.whats_next import MEETING_IS_A_PLAN_DAYS


def overdue(today: date, **of_log) -> QuerySet[Measure]:
    """Measures under way that should have been evaluated before today. Drafts are the holder's own. Source: S000-13."""
    return _shared(**of_log).filter(state=MeasureState.ACTIVE, evaluate_by__lt=today)


def waiting(**of_log) -> QuerySet[Measure]:
    """Measures that are planned or under way: as long as there is one, something is planned. Source: W-02."""
    return _shared(**of_log).exclude(state=MeasureState.EVALUATED)


def meets_soon(today: date, *, to: str = "") -> Q:
    """That people meet soon enough for it to count as a plan; `to` is the way to the log. Source: W-02, ADR 0024.

    Said so that a log without any meeting answers no, not nothing: what is not nothing can be asked for its opposite.
    """
    at, soon = f"{to}next_meeting_at", today + timedelta(days=MEETING_IS_A_PLAN_DAYS)
    return Q(**{f"{at}__isnull": False, f"{at}__date__range": (today, soon)})


def idle(today: date) -> Case:
    """Whether nothing is planned in a log that is in use, so that it has no next date. Source: W-02, S000-13."""
    nothing_planned = ~Exists(waiting(log_id=OuterRef("pk"))) & ~meets_soon(today)
    in_use = Q(state=LogState.ACTIVE) & nothing_planned
    return Case(When(in_use, then=Value(True)), default=Value(False))


def consent_ends(today: date) -> Q:
    """Whether a log is in use, and the newest word of somebody who has consented runs out within a month, or has run out.
    Source: L-09, W-18."""
    newest = Consent.objects.filter(log_id=OuterRef("log_id"), guardian_id=OuterRef("guardian_id"))
    last_at = newest.values("guardian_id").annotate(last=Max("recorded_at")).values("last")
    words = Consent.objects.filter(log_id=OuterRef("pk"), recorded_at=Subquery(last_at))
    return Exists(words.filter(valid_until__lte=today + rules.SOON)) & Q(state=LogState.ACTIVE)


def _shared(**of_log):
    return Measure.objects.filter(**of_log).exclude(concern__state=ConcernState.DRAFT)
