"""Brings Nils's history from Eksempelvik to Dømesund, where Oddny has a new log: the child there has Nils's number.

Everything through the product's own operations, in the two municipalities one after the other.
"""

import json

from stafett.demo import cast
from stafett.register import people
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.models import RelayLog
from stafett.transfers import operations, rules
from stafett.transfers.models import CarriedPart
from tests import stage
from tests.transfers import handing

AWAY = "eksempelvik_bup"  # outside the municipality, as another municipality is
THERE = cast.DOMESUND.id
ODD = "Leser sakte 🧑‍🎄 áčđŋšŧž ÆØÅ مرحبا 𝔘𠜎 «sitat» <b>&"


def log_to_send():
    """Nils's log with something of most kinds in it; must run within Eksempelvik."""
    log = stage.open_log("nils", units=[handing.unit(AWAY)])
    kari = {"actor": stage.actor("kari"), "log": log}
    concern = stage.active_concern(log, title=ODD, background=f"Bakgrunn. {ODD}")
    for arena, outcome in (("service", "effect_continued"), ("home", "no_effect")):
        stage.evaluate(log, stage.measure_in(concern, arena), outcome, words=f"{outcome} {ODD}")
    log_operations.share_bright_spot(text=f"Leste høyt! {ODD}", **kari)
    log_operations.write_note(text=f"Et notat. {ODD}", **kari)
    return log


def packed(log) -> bytes:
    """The package of a log, taken out by its holder."""
    transfer = operations.offer_to_municipality(
        actor=stage.actor("kari"), log=log, unit_id=handing.unit(AWAY), today=stage.today()
    )
    return handing.answer(operations.take_out_package, transfer, "kari", language="nb").package


def log_there(number=None):
    """A log in Dømesund about a child with Nils's number (or another), with a consent of its own; within Dømesund."""
    number = number or cast.person("nils").number
    people.change_number(Person.objects.get(pk=cast.person("vetle").id), number)
    log = stage.started_log("vetle", "oddny", leader_id=cast.person("torleiv").id)
    stage.consent_from(log, cast.person("jorunn").id, holder="oddny")
    log_operations.open_log(actor=stage.actor("oddny"), log=log)
    return stage.reached(log, "oddny")


def changed(package: bytes, *, cover=None, **parts) -> bytes:
    """The same package with other content, sealed anew as anybody could."""
    found = rules.opened(package)
    data = json.dumps({**found.log, **parts}).encode()
    return rules.packed(data, cover={**found.cover, **(cover or {})}, beside=())


def opened(log, package, by="oddny"):
    """A package opened for a log by its holder; within the log's municipality."""
    return operations.open_package(actor=stage.actor(by), log=log, file=rules.opened(package))


def taken_in(log, package, choices=None, by="oddny"):
    """A package opened, and what is chosen of it taken in; everything when nothing is said."""
    row = opened(log, package, by)
    chosen = {part.choice for part in rules.parts_of(row.content)} if choices is None else choices
    return operations.take_in(
        actor=stage.actor(by),
        log=RelayLog.objects.get(pk=log.pk),
        package=row,
        choices=chosen,
        is_same_child=True,
    )


def contents(log):
    """What stands in the history of a log, by kind, in its order."""
    found = {}
    for row in CarriedPart.objects.filter(log_id=log.pk).order_by("taken_in_at", "position"):
        found.setdefault(row.kind, []).append(row.content)
    return found


def there(function, *args, **given):
    """Run something within Dømesund, whatever municipality one is in."""
    with within(THERE):
        return function(*args, **given)
