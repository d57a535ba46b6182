"""How far the roll-out has come."""

from stafett.toolbox.models import Phase

KEPT = 30


def phases() -> list[Phase]:
    """What has been said of the roll-out, newest first, with who said it; at most 30. The first counts. Source: S004-04."""
    return list(Phase.objects.select_related("set_by").order_by("-set_at", "-id")[:KEPT])
