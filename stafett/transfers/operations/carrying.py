"""History from another municipality: a package opened for a log, and chosen parts of it taken in (S001-45, ADR 0044)."""

import functools
import json
from datetime import timedelta
from uuid import UUID

from stafett.archive.content import log_data
from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import personal_number
from stafett.kernel.clock import now
from stafett.kernel.text import clean_line
from stafett.kernel.verdict import no, require
from stafett.register import people
from stafett.register.rules import is_protected
from stafett.transfers import rules
from stafett.transfers.enums import Event, QuietEvent, Refusal
from stafett.transfers.models import ArrivedPackage, CarriedPart

ORIGIN_LIMIT = 200


@operation(QuietEvent.PACKAGE_OPENED, lock="log", kind=EntryKind.READ)
def open_package(*, actor, log, file):
    """Open a package for a log; gives the ArrivedPackage that its holder chooses among. `file` is a Package that is whole.
    The same package opened again is the same row. Nothing stands in the log yet. Raises Refused."""
    require(rules.may_be_read(file.log, schema=_schema()))
    child = log.child.person
    number_is_theirs = _number_is_theirs(file.cover.get("child_number"), child)
    require(
        rules.may_be_about(
            number_is_theirs=number_is_theirs,
            born=child.birth_date,
            born_there=file.log["child"]["birth_date"],
        )
    )
    known = _fingerprints(log)
    wanting = [part for part in rules.parts_of(file.log) if part.fingerprint not in known]
    require(
        rules.may_come_in(
            is_protected=is_protected(child.protection), is_own=file.log["id"] == str(log.pk), wanting=wanting
        )
    )
    row, _made = ArrivedPackage.objects.update_or_create(
        log=log,
        sha256=file.sha256,
        defaults={
            "municipality_id": log.municipality_id, "origin": clean_line(file.log["municipality"])[:ORIGIN_LIMIT],
            "matched_by_number": bool(number_is_theirs), "content": file.log, "opened_by_id": actor.person_id,
            "opened_at": now(), "settled_at": None,
        },
    )  # fmt: skip
    return Outcome(row, {"sha256": file.sha256})


@operation(Event.CARRIED_IN, lock="log")
def take_in(*, actor, log, package, choices, is_same_child):
    """Take chosen parts of an opened package into the log as history, and put the rest away. A part that is there already is
    left as it is. `is_same_child`: the holder has said that it is. Raises Refused."""
    row = ArrivedPackage.objects.select_for_update().get(pk=package.pk, log=log)
    if row.content is None:
        require(no(Refusal.PACKAGE_PUT_AWAY))
    require(
        rules.may_come_in(
            is_protected=is_protected(log.child.person.protection), is_own=False, wanting=choices
        )
    )
    if not is_same_child:
        require(no(Refusal.OTHER_CHILD))
    known = _fingerprints(log)
    chosen = [
        part
        for part in rules.chosen_among(rules.parts_of(row.content), choices)
        if part.fingerprint not in known
    ]
    at = now()  # one moment for all of it, so that the parts stand in the package's order
    CarriedPart.objects.bulk_create(_carried(row, part, actor, at) for part in chosen)
    row.content, row.settled_at = None, at
    row.save(update_fields=["content", "settled_at"])
    return Outcome(row, {"parts": len(chosen), "sha256": row.sha256})


def put_away_unused(municipality_id: UUID) -> int:
    """Put away what holders opened more than a day ago and never chose among; gives how many. Must run within the
    municipality. Source: ADR 0044."""
    before = now() - timedelta(days=rules.DAYS_OPEN)
    lying = ArrivedPackage.objects.filter(
        municipality_id=municipality_id, settled_at__isnull=True, opened_at__lt=before
    )
    return lying.update(content=None, settled_at=now())


def _number_is_theirs(said, person) -> bool | None:
    """Whether the number a package says is this person's; None when one of the sides has none."""
    if not said or not person.personal_number_index:
        return None
    try:
        number = personal_number.parse(str(said), allow_synthetic=True)
    except personal_number.InvalidPersonalNumber:
        return False
    found = people.find(number, municipality_id=person.municipality_id)
    return found is not None and found.pk == person.pk


def _fingerprints(log):
    return set(CarriedPart.objects.filter(log=log).values_list("fingerprint", flat=True))


def _carried(package, part, actor, at):
    return CarriedPart(
        municipality_id=package.municipality_id,
        log_id=package.log_id,
        package=package,
        kind=part.kind,
        position=part.position,
        content=part.content,
        fingerprint=part.fingerprint,
        taken_in_by_id=actor.person_id,
        taken_in_at=at,
    )


@functools.cache
def _schema():
    return json.loads(log_data.schema())
