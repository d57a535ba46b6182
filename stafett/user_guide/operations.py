"""The one verb of the help: a tour is over."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.user_guide.enums import Event
from stafett.user_guide.models import Tour


@operation(Event.TOUR_ENDED)
def end_tour(*, actor, role, is_whole):
    """Remember that somebody has seen a role's tour to its end (`is_whole`), or has left it. Source: W-03."""
    tour, _made = Tour.objects.update_or_create(
        municipality_id=actor.municipality_id, person_id=actor.person_id, role=role,
        defaults={"ended_at": clock.now()}, create_defaults={"ended_at": clock.now(), "is_whole": is_whole},
    )  # fmt: skip
    if is_whole and not tour.is_whole:
        tour.is_whole = True
        tour.save(update_fields=["is_whole"])
    return Outcome(tour, {"role": str(role), "is_whole": is_whole})
