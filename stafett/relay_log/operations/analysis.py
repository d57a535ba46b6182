"""The analysis of a concern: adding, sharing, marking and taking out what keeps the challenge alive (S001-22..25)."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import Event, NamedBy, Refusal
from stafett.relay_log.models import Concern, MaintainingFactor
from stafett.relay_log.operations.holding import require_not_held
from stafett.relay_log.rules import analysis


@operation(Event.FACTOR_ADDED, lock="log")
def add_factor(
    *, actor, log, concern, kind, text, named_by=NamedBy.STAFF, is_within_reach=False, in_family_round=True
):
    """Add something that keeps the challenge alive (S001-23, S003-27).

    In the family's round of a shared concern everyone who sees the concern sees it at once; in a draft, or in the
    staff's own round, the holder alone until it is shared. `named_by` is a NamedBy. Raises Refused.
    """
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require(
        analysis.may_add(
            concern.state, kind=kind, text=text, named_by=named_by, in_family_round=in_family_round
        )
    )
    now = clock.now()
    is_shared = analysis.is_shared_at_once(concern.state, in_family_round=in_family_round)
    factor = MaintainingFactor.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        concern=concern,
        kind=kind,
        text=text,
        named_by=named_by,
        is_within_reach=is_within_reach,
        shared_at=now if is_shared else None,
        created_by_id=actor.person_id,
        created_at=now,
    )
    return _outcome(factor, factor)


@operation(Event.FACTORS_SHARED, lock="log")
def share_factors(*, actor, log, concern, factor_ids=None):
    """Show what staff thought of to everyone who sees the concern: these (ids), or all when None (S001-25).

    Raises Refused when the concern is a draft, or when nothing of it is left to share.
    """
    concern = Concern.objects.get(pk=concern.pk, log=log)
    unshared = MaintainingFactor.objects.filter(concern=concern, shared_at__isnull=True)
    if factor_ids is not None:
        unshared = unshared.filter(pk__in=factor_ids)
    require(analysis.may_share(concern.state, unshared=unshared.count()))
    shared = unshared.update(shared_at=clock.now())
    return Outcome(concern, {"factors": shared})


@operation(Event.FACTOR_MARKED, lock="log")
def mark_factor(*, actor, log, concern, factor_id, is_within_reach):
    """Say whether this is something we can influence (issue C 3). Raises Refused."""
    factor = _factor(log, concern, factor_id)
    require(analysis.may_mark(factor.concern.state))
    factor.is_within_reach = is_within_reach
    factor.save(update_fields=["is_within_reach"])
    return _outcome(factor, factor)


@operation(Event.FACTOR_REMOVED, lock="log")
def remove_factor(*, actor, log, concern, factor_id):
    """Take something out of the analysis; the trail shows that it was there. Raises Refused while a measure aims at it."""
    factor = _factor(log, concern, factor_id)
    require(analysis.may_remove(factor.concern.state, measures=factor.measures.count()))
    require_not_held(log)
    gone = MaintainingFactor(pk=factor.pk, log_id=log.pk, municipality_id=log.municipality_id)
    factor.delete()
    return _outcome(gone, factor)


def _factor(log, concern, factor_id):
    rows = MaintainingFactor.objects.select_related("concern")
    factor = rows.filter(pk=factor_id, concern_id=concern.pk, log=log).first()
    if factor is None:
        require(no(Refusal.WRONG_STATE))
    return factor


def _outcome(thing, factor):
    """What is done in the staff's own round is told as that, to the holder alone (S001-23)."""
    event = Event.OWN_ROUND if factor.shared_at is None else None
    return Outcome(thing, {"concern": str(factor.concern_id)}, event=event)
