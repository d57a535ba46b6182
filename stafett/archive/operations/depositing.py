"""Making a whole period's deposit: for an order from the archivist, or for the operator at the command line."""

from datetime import date
from pathlib import Path
from uuid import UUID

from django.conf import settings

from stafett.archive.content.noark import depositing, schemas, writing
from stafett.archive.content.noark.depositing import Made
from stafett.archive.models import PeriodDeposit
from stafett.archive.operations.setup import finish_period
from stafett.archive.queries.period import archive_of, closed_between, folders_of
from stafett.register.actor import Actor
from stafett.register.models import Municipality
from stafett.register.tenancy import within

PLACE = "avleveringer"
NOTHING = "Ingen logger ble avsluttet i perioden."


def make(municipality_id: UUID, order_id: UUID) -> int:
    """Make what an order asks for, in the archive's folder; gives how many logs. Whatever stops it stands in the order."""
    with within(municipality_id):
        order = PeriodDeposit.objects.get(pk=order_id)
        slug = Municipality.objects.get(pk=municipality_id).slug
    name = f"{order.first:%Y%m%d}-{order.last:%Y%m%d}-{order.pk.hex[-6:]}"
    target = Path(settings.ARCHIVE_FOLDER or "/nonexistent") / slug / PLACE / name
    try:
        made = deposit_period(municipality_id, first=order.first, last=order.last, target=target)
    except (schemas.NoSchemas, OSError) as fault:
        made = Made(
            target, faults=[getattr(fault, "strerror", None) or "Skjemaene fra Nasjonalarkivet mangler."]
        )
    except writing.Empty:
        made = Made(target, faults=[NOTHING])
    actor = Actor(person_id=None, municipality_id=municipality_id, name="Stafett")
    with within(municipality_id):
        finish_period(actor=actor, order=order, made=made)
    return made.logs


def deposit_period(municipality_id: UUID, *, first: date, last: date, target: Path) -> Made:
    """Make the deposit in `target`, which is not there yet. Raises schemas.NoSchemas, writing.Empty, OSError."""
    official = schemas.schemas_in(Path(settings.ARCHIVE_SCHEMAS or "/nonexistent"))
    log_ids = closed_between(municipality_id, first=first, last=last)
    with within(municipality_id):
        archive = archive_of(municipality_id, first=first, last=last)
    return depositing.make(target, archive, folders_of(municipality_id, log_ids), official)
