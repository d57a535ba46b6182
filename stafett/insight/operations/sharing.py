"""Sharing the municipality's numbers with the others that share theirs: yes, no more, and new numbers after a count."""

from datetime import date

from stafett.audit.trail import Outcome, operation
from stafett.insight import rules
from stafett.insight.enums import Event, Refusal
from stafett.insight.models import SharedNumber, Sharing
from stafett.insight.queries.sharing import fingerprint, to_share
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.register.tenancy import current_municipality


@operation(Event.SHARING_BEGAN)
def share_numbers(*, actor, seen: str, today: date):
    """Share what the administrator has seen; `seen` is its fingerprint. Raises Refused when the numbers are others, when
    there are none, or when they are shared already. Source: ADR 0042."""
    numbers = to_share(today=today)
    now, own = fingerprint(numbers), {"municipality_id": actor.municipality_id}
    require(rules.may_share(is_shared=Sharing.objects.filter(**own).exists(), now=now, seen=seen))
    sharing, is_new = Sharing.objects.get_or_create(**own, defaults={"agreed_at": clock.now()})
    require(
        rules.may_share(is_shared=not is_new, now=now, seen=seen)
    )  # somebody else pressed at the same time
    _put_out(sharing, numbers)
    return Outcome(sharing, {"numbers": len(numbers), "fingerprint": now})


@operation(Event.SHARING_ENDED)
def stop_sharing(*, actor):
    """Take the numbers back: none of them is left, and nobody reads them from now on. Raises Refused when none are shared.

    The row is locked, so that a count under way at the same time either is taken back too, or finds no yes.
    """
    sharing = _held(actor.municipality_id)
    if sharing is None:
        require(no(Refusal.NOT_SHARED))
    taken_back, _models = SharedNumber.objects.filter(sharing=sharing).delete()
    facts = {"since": sharing.agreed_at.isoformat(), "numbers": taken_back}
    Sharing.objects.filter(pk=sharing.pk).delete()
    return Outcome(sharing, facts)


def publish(*, today: date) -> int:
    """Put new numbers where the former ones were, when the municipality shares; gives how many. Must run within it."""
    sharing = _held(current_municipality())
    if sharing is None:
        return 0
    SharedNumber.objects.filter(sharing=sharing).delete()
    return _put_out(sharing, to_share(today=today))


def _held(municipality_id):
    return Sharing.objects.select_for_update().filter(municipality_id=municipality_id).first()


def _put_out(sharing, numbers):
    common = {"municipality_id": sharing.municipality_id, "sharing": sharing}
    rows = [
        SharedNumber(counted_on=each.counted_on, table=each.table, key=each.key, value=each.value, **common)
        for each in numbers
    ]
    return len(SharedNumber.objects.bulk_create(rows))
