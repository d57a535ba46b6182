"""Verbs of oversight. What is only handed out (a list, a package) is a reading in the trail, not an act."""

from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.oversight.enums import Event, Refusal
from stafett.oversight.models import ReadingReview
from stafett.oversight.queries.unusual import reading_of


@operation(Event.REVIEWED)
def review_reading(*, actor, child, reader_id, read_on, many_children, outcome, words):
    """Write down that the actor has looked at somebody's reading about a child on a day (SEC-08). Raises Refused."""
    if reading_of(reader_id=reader_id, child_id=child.pk, day=read_on, many_children=many_children) is None:
        require(no(Refusal.NOTHING_TO_REVIEW))
    review = ReadingReview.objects.create(
        municipality_id=actor.municipality_id,
        reader_id=reader_id,
        child_id=child.pk,
        read_on=read_on,
        outcome=outcome,
        words=words,
        reviewed_by_id=actor.person_id,
        reviewed_at=clock.now(),
    )
    return Outcome(
        review, {"reader": str(reader_id), "read_on": read_on.isoformat(), "outcome": str(outcome)}
    )


@operation(Event.LOOKED_UP, kind=EntryKind.READ)
def look_up(*, actor, children, employees):
    """Record that the actor was shown these people's names in a search."""
    found = {
        "children": [str(each.pk) for each in children],
        "employees": [str(each.pk) for each in employees],
    }
    return Outcome(None, found)


@operation(Event.EXPORTED, kind=EntryKind.READ)
def export_trail(*, actor, search, child, rows):
    """Record that the actor took out a list of so many rows. `child` is whom the search was about, or None (L-60)."""
    period = search.period
    facts = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "kind": search.kind,
        "rows": rows,
    }
    return Outcome(child, facts | ({"employee": str(search.employee_id)} if search.employee_id else {}))


@operation(Event.PACKAGE_MADE, kind=EntryKind.READ)
def make_package(*, actor, child, receiver_id, relation, logs, kept):
    """Record that a package about a child was made for somebody in the family (L-50). Raises Refused when they reach
    none of the child's logs. `relation` is the actor's own, empty when made for another; `kept` parts were left out."""
    if not logs:
        require(no(Refusal.NO_LOG_FOR_THEM))
    facts = {"receiver": str(receiver_id), "logs": [str(log) for log in logs], "kept": kept}
    return Outcome(child, facts | ({"relation": str(relation)} if relation else {}))
