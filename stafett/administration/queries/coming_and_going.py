"""What whoever keeps a staff list is reminded of: those who leave with a baton in hand, and those who have begun and not come in."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.identity.queries import have_logged_in
from stafett.register.models import Employment
from stafett.register.staff import holding_on

AHEAD = timedelta(days=30)
BEGUN = timedelta(days=60)
MOST = 8


@dataclass(frozen=True)
class Prompts:
    """Posts that end soon, each with `.batons`; and posts whose person has never logged in."""

    leaving: list
    not_in_yet: list


def prompts_about(unit, *, today, leads):
    """What to look at in a unit. Batons are for its leader alone (`leads`): others learn nothing about logs (L-61)."""
    rows = Employment.objects.filter(holding_on(today), unit=unit).select_related("person")
    ordered = rows.order_by("person__sort_key", "id")
    begun = list(ordered.filter(starts_on__gte=today - BEGUN))
    seen = have_logged_in([post.person_id for post in begun], municipality_id=unit.municipality_id)
    return Prompts(
        leaving=_with_batons(unit, ordered.filter(ends_on__lte=today + AHEAD)) if leads else [],
        not_in_yet=[post for post in begun if post.person_id not in seen][:MOST],
    )


def _with_batons(unit, rows):
    held = Grant.objects.filter(unit=unit, relation=Relation.BATON_HOLDER, ended_at__isnull=True)
    counts = dict(held.values_list("person_id").order_by("person_id").annotate(Count("id")))
    posts = [post for post in rows if post.person_id in counts]
    for post in posts:
        post.batons = counts[post.person_id]
    return posts[:MOST]
