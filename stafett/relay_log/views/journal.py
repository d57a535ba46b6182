"""What health staff may copy into the journal that they have a duty to keep themselves; the log does not replace it."""

from django.utils.translation import gettext as _

from stafett.register.enums import UnitKind
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.views import presenting


def for_health_staff(actor, shown, log, *, today) -> str:
    """The log in a few lines, as plain text to copy; empty for everybody who has no journal to keep (L-15)."""
    if not any(post.unit_kind == UnitKind.HEALTH_STATION for post in actor.posts):
        return ""
    active = [concern for concern in shown.concerns if concern.state == ConcernState.ACTIVE]
    head = _("Stafettlogg, nivå %(level)s: %(name)s.") % {
        "level": log.level,
        "name": presenting.LEVEL_NAMES[log.level],
    }
    return "\n".join([head, *(line for concern in active for line in _lines(concern, today=today))])


def _lines(concern, *, today):
    yield ""
    yield _("Oppmerksomhet: %(text)s") % {"text": concern.title}
    if concern.goal_text:
        yield _("Mål: %(text)s") % {"text": concern.goal_text}
    for row in concern.shown_measures:
        if row.state == MeasureState.ACTIVE:
            yield _("Tiltak: %(text)s Evalueres innen %(date)s.") % {
                "text": f"{row.description.removesuffix('.')}.",
                "date": presenting.spoken(row.evaluate_by, today),
            }
