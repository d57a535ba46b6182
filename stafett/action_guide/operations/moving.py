"""The steps of a level in another order: moved one place at a time, or taken in the order of another municipality."""

from stafett.action_guide.enums import Event, PartKind
from stafett.action_guide.models import GuidePart
from stafett.action_guide.rules import editions, order
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require


@operation(Event.STEP_MOVED, lock="edition")
def move_step(*, actor, edition, level, step, past, way=""):
    """Move a step of a draft past its neighbour on the same level; both are keys. `way` is up or down, empty for either. What the pages say is not touched.

    Raises Refused when they do not stand beside each other that way any more: somebody else was quicker. Source: issue D 5, ADR 0040.
    """
    require(editions.may_write(edition.state))
    rows = {row.key: row for row in steps_on(edition, level)}
    require(order.may_move(list(rows), step=step, past=past, way=way))
    _stand(actor, rows[step], rows[past].position)
    _stand(actor, rows[past], rows[step].position)
    return Outcome(rows[step], {"number": edition.number, "level": level})


def reorder(actor, edition, level, theirs):
    """Let the steps that both have stand in the order of `theirs` (keys). The edition must be locked."""
    rows = {row.key: row for row in steps_on(edition, level)}
    places = [row.position for row in rows.values()]
    for key, position in zip(order.as_theirs(list(rows), theirs), places, strict=True):
        if rows[key].position != position:
            _stand(actor, rows[key], position)


def steps_on(edition, level):
    """The steps of a level in order, hidden ones too."""
    rows = GuidePart.objects.filter(edition=edition, level=level, kind=PartKind.STEP)
    return list(rows.only("key", "position").order_by("position", "id"))


def _stand(actor, row, position):
    GuidePart.objects.filter(pk=row.pk).update(
        position=position, changed_by_id=actor.person_id, changed_at=clock.now()
    )
