"""Places in a log from outside the municipality, and the organisations that consent lets in."""

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.register import staff


def organisations_for(log, *, today):
    """(covered, others): organisations outside the municipality that consent covers in this log, and those it does not.

    `log` carries its `.standing`.
    """
    covered, others = [], []
    for unit in staff.organisations():
        is_covered = log.standing.covers_until(unit.pk, today=today) is not None
        (covered if is_covered else others).append(unit)
    return covered, others


def place_from_outside(log, grant_id):
    """An open place from outside in a log, with person and unit; None when there is no such place."""
    rows = Grant.objects.filter(pk=grant_id, log_id=log.pk, relation=Relation.EXTERNAL, ended_at__isnull=True)
    return rows.select_related("person", "unit").first()
