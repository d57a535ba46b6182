"""Lists of logs to dispose of, what became of them, and their certificates: for the archivist and personvernombudet."""

from django.db.models import Count, QuerySet

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.retention_rules import DisposalFacts
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment
from stafett.register.staff import holding_on
from stafett.retention.enums import DisposalState
from stafett.retention.models import Certificate, Disposal, DisposalItem
from stafett.retention.queries.due import due_among

PAGE = 30


def disposals_shown(actor, *, page=1) -> tuple[list[Disposal], bool]:
    """(a page of lists, the newest first, whether there are more), each with `.logs`, how many were on it. One query."""
    start = (page - 1) * PAGE
    rows = _all(actor).annotate(logs=Count("items")).order_by("-proposed_at", "-id")
    found = list(rows[start : start + PAGE + 1])
    return found[:PAGE], len(found) > PAGE


def waiting_disposals(actor) -> int:
    """How many lists wait for an answer. One query."""
    return _all(actor).filter(state=DisposalState.PROPOSED).count()


def reachable_disposal(actor, pk) -> Disposal | None:
    """One list, with `.lines`, `.proof` (its certificate or None) and, while it waits, on each line what stops the log now
    (`.due`). None for anybody else than the archivist and personvernombudet."""
    row = _all(actor).filter(pk=pk).first()
    if row is None:
        return None
    row.lines = list(DisposalItem.objects.filter(disposal=row).order_by("due_on", "log_hash"))
    row.proof = Certificate.objects.filter(disposal=row).first()
    waits = row.state == DisposalState.PROPOSED
    due = (
        due_among([each.log_id for each in row.lines], actor, today=actor.on, but_list=row.pk)
        if waits
        else {}
    )
    for each in row.lines:
        each.due = due.get(each.log_id)
    return row


def facts_about(disposal, *, today):
    """What the policy needs to know of a list."""
    return DisposalFacts(disposal.proposed_by_id)


def keepers_but(person_id, *, day) -> list:
    """Ids of archivists and personvernombud on a day, but for one person: who may answer that person's proposal."""
    roles = (EmploymentRole.ARCHIVIST, EmploymentRole.PRIVACY_OFFICER)
    rows = Employment.objects.filter(holding_on(day), role__in=roles).exclude(person_id=person_id)
    return sorted(set(rows.values_list("person_id", flat=True)))


def _all(actor) -> QuerySet:
    rows = Disposal.objects.select_related("proposed_by", "decided_by")
    return rows if policy.may(actor, Action.SEE_RETENTION) else rows.none()
