"""The one place that says which concerns, factors, notes and bright spots a reader sees. Every page, list, story,
package and piece of news asks here; the rules are in `rules/sight.py`.
"""

from django.db.models import Q

from stafett.consent import queries as consent_queries
from stafett.relay_log.enums import ConcernState
from stafett.relay_log.models import BrightSpot, Concern, MaintainingFactor, Measure, MeasureLadder, Note
from stafett.relay_log.rules.sight import FROM_OTHER_SERVICES, Sight, sight_of


def give_sight(log, actor):
    """The log that `actor` has reached, with what they see of it as `.sight`."""
    log.sight = look(log, reader_id=actor.person_id, today=actor.on)
    return log


def look(log, *, reader_id, today) -> Sight:
    """The sight of somebody who has reached `log` (with `.relation` and `.place_unit_id`).

    Asks about consent, and keeps it as the log's `.standing`, only for those from another unit than the holder's.
    """
    if _is_from_another_unit(log) and not hasattr(log, "standing"):
        log.standing = consent_queries.standing_of(log, today=today)
    return sight_in(log, getattr(log, "standing", None), reader_id=reader_id)


def sight_in(log, standing, *, reader_id=None) -> Sight:
    """The same where the standing of the log is known already."""
    only = standing.only_concerns_for(log.place_unit_id) if _is_from_another_unit(log) else None
    return sight_of(relation=log.relation, reader_id=reader_id, only=only)


def concerns_seen(sight: Sight, log_id):
    """Concerns of a log that this reader sees, as a queryset."""
    seen = Concern.objects.filter(log_id=log_id)
    if not sight.drafts:
        seen = seen.exclude(state=ConcernState.DRAFT)
    if not sight.kept:
        seen = seen.filter(kept_from_guardians="")
    return seen if sight.only is None else seen.filter(pk__in=sight.only)


def factors_seen(sight: Sight, log_id):
    """Factors of the analysis that this reader sees: those shared, in concerns seen; the holder's own too (S001-23)."""
    seen = MaintainingFactor.objects.filter(concern__in=concerns_seen(sight, log_id), log_id=log_id)
    return seen if sight.drafts else seen.filter(shared_at__isnull=False)


def notes_seen(sight: Sight, log_id):
    """Notes that this reader sees: those of concerns seen, and those to the whole log."""
    in_seen = Q(concern__in=concerns_seen(sight, log_id)) if _hides(sight) else Q(concern__isnull=False)
    seen = Note.objects.filter(in_seen | Q(concern__isnull=True) & _to_all(sight), log_id=log_id)
    return seen if sight.kept else seen.filter(kept_from_guardians="")


def bright_spots_seen(sight: Sight, log_id):
    """Bright spots that this reader sees."""
    return BrightSpot.objects.filter(_to_all(sight), log_id=log_id)


def ids_seen(sight: Sight, log_id, *, among) -> set[str]:
    """Those `among` these ids (text) of concerns, measures, ladders, notes and bright spots that the reader sees. One
    query."""
    concerns = concerns_seen(sight, log_id)
    parts = [
        concerns,
        *(kind.objects.filter(concern_id__in=concerns.values("id")) for kind in (Measure, MeasureLadder)),
        notes_seen(sight, log_id),
        bright_spots_seen(sight, log_id),
    ]
    first, *rest = (part.filter(pk__in=among).order_by().values_list("id") for part in parts)
    return {str(pk) for (pk,) in first.union(*rest, all=True)}


def _hides(sight):
    return not (sight.drafts and sight.kept) or sight.only is not None


def _to_all(sight):
    return Q() if sight.only is None else Q(author_id=sight.reader_id)


def _is_from_another_unit(log):
    return log.relation in FROM_OTHER_SERVICES and log.place_unit_id != log.unit_id
