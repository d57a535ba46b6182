"""What the archivist does: sets the archive up, sends anew, and orders a deposit of a period."""

from django.conf import settings
from procrastinate.contrib.django import app

from stafett.access.guard import require_version
from stafett.archive import rules
from stafett.archive.enums import DepositState, Event, OrderState, Refusal
from stafett.archive.models import PeriodDeposit
from stafett.archive.operations.handing_in import defer
from stafett.archive.queries.setup import setup_of
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require


@operation(Event.SETTINGS_CHANGED)
def change_setup(*, actor, version, **words):
    """Change how the archive is set up. `words` are the fields of `SetupForm`; `version` that one began from.

    Raises Conflict when somebody was quicker.
    """
    setup = setup_of(actor.municipality_id)
    require_version(setup, version)
    for name, value in words.items():
        setattr(setup, name, value)
    setup.version += 1
    setup.save(force_insert=version == 0)
    return Outcome(setup, {"adapter": setup.adapter, "access_days": setup.access_days})


@operation(Event.SENT_ANEW, lock="deposit")
def send_anew(*, actor, deposit):
    """Send once more what the archive said no to, or has had for a day without a receipt. Raises Refused for the rest."""
    require(rules.may_send_anew(deposit.state, sent_at=deposit.sent_at, now=clock.now()))
    deposit.state, deposit.due_at, deposit.settled_at = DepositState.WAITING, clock.now(), None
    deposit.attempts += 1  # a new message, about the same key
    deposit.save(update_fields=["state", "due_at", "settled_at", "attempts"])
    defer(deposit)
    return deposit


@operation(Event.PERIOD_ORDERED)
def order_period(*, actor, first, last, today):
    """Order a deposit of the logs closed from `first` to `last`. Raises Refused when it is not over, or one is made."""
    require(rules.may_order(first, last, today=today))
    if not settings.ARCHIVE_SCHEMAS:
        require(no(Refusal.NO_SCHEMAS))
    if not settings.ARCHIVE_FOLDER:
        require(no(Refusal.NO_FOLDER))
    if PeriodDeposit.objects.filter(state=OrderState.ORDERED).exists():
        require(no(Refusal.ALREADY_ORDERED))
    order = PeriodDeposit.objects.create(
        municipality_id=actor.municipality_id, first=first, last=last, ordered_by_id=actor.person_id,
        ordered_at=clock.now(),
    )  # fmt: skip
    app.configure_task("archive.make_period").defer(
        municipality_id=str(order.municipality_id), order_id=str(order.pk)
    )
    return Outcome(order, {"first": first.isoformat(), "last": last.isoformat()})


@operation(Event.PERIOD_MADE, lock="order")
def finish_period(*, actor, order, made):
    """Store what came of an order: `made` is a `content.noark.depositing.Made`."""
    order.state = OrderState.FAULTY if made.faults else OrderState.MADE
    order.made_at, order.place = clock.now(), made.folder.name
    order.logs, order.files, order.size = made.logs, made.files, made.size
    order.sha256, order.faults = made.sha256, made.faults[:50]
    order.save()
    return Outcome(order, {"logs": order.logs, "files": order.files, "sha256": order.sha256})
