"""Everything the child's side shows, in a fixed number of queries."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from stafett.access.enums import Relation
from stafett.child_page.models import BrightSpotPicture, ChildGoal
from stafett.log_meetings.queries import pulse, wish
from stafett.relay_log.queries import childs_side

SPOTS = 6


@dataclass(frozen=True)
class ChildPage:
    """The child's side of a log. `ladders` have `.shown_steps`, `climbed` are titles of those that led to a goal, `spots` have `.symbol` (empty without) and `.is_own`;
    `meeting` is one that has been held and that the child may say something about."""

    goal: ChildGoal | None
    ladders: list
    climbed: list
    spots: list
    wish: object
    meeting: object


def child_page(log) -> ChildPage:
    """The child's side of a reached log, with nothing on it that is kept from those who read along."""
    return ChildPage(
        goal=current_goal(log),
        ladders=childs_side.ladders_of(log),
        climbed=childs_side.climbed_in(log),
        spots=_spots(log),
        wish=wish.current_wish(log),
        meeting=pulse.last_to_answer(log.pk, log.child.person_id),
    )


def current_goal(log) -> ChildGoal | None:
    """The goal in the child's words as it stands."""
    return ChildGoal.objects.filter(log_id=log.pk, replaced_at__isnull=True).first()


def goals_of(log) -> list[ChildGoal]:
    """The goals in the child's words, the newest first, those that have been replaced too (L-50)."""
    return list(ChildGoal.objects.filter(log_id=log.pk).order_by("-written_at", "id"))


def step_of(log, step_id):
    """A step on a staircase that stands on the child's side of this log; None when there is no such step."""
    return childs_side.step_of(log, step_id)


def said_in_words(said) -> str:
    """How the words came, for a small line below them; empty for those the child wrote at home."""
    return {
        "at_the_table": _("Skrevet ved bordet"),
        "dictated": _("Sagt til en voksen"),
    }.get(said, "")


def is_child(log) -> bool:
    """Whether the reader is the one the log is about."""
    return log.relation == Relation.CHILD


def _spots(log):
    """The newest bright spots of the log, each with its picture and whether it is the child's own."""
    spots = childs_side.bright_spots_of(log, limit=SPOTS)
    pictures = BrightSpotPicture.objects.filter(bright_spot__in=[spot.pk for spot in spots])
    known = {picture.bright_spot_id: picture for picture in pictures}
    for spot in spots:
        picture = known.get(spot.pk)
        spot.symbol = picture.symbol if picture else ""
        spot.is_own = picture is not None or spot.author_id == log.child.person_id
        spot.said = said_in_words(picture.said) if picture else ""
    return spots
