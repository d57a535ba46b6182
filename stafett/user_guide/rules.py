"""Whom the help speaks to, when a tour is offered, and which address leads back."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from stafett.kernel.dates import age_on
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole, UnitKind
from stafett.user_guide.enums import Role

OF_AGE = 18
OFFERED_FOR = timedelta(minutes=2)  # after logging in: the first page, and not every page of the day
_FROM_A_DISTANCE = (
    EmploymentRole.AREA_LEADER,
    EmploymentRole.MUNICIPAL_ADMIN,
    EmploymentRole.PRIVACY_OFFICER,
    EmploymentRole.ARCHIVIST,
)
_HELPING_SERVICES = (UnitKind.PPT, UnitKind.CHILD_WELFARE, UnitKind.OTHER)


def role_of(actor: Actor | None) -> Role:
    """Whom the help speaks to. It opens nothing: help is for everybody. Source: S003-24, W-03."""
    if actor is None:
        return Role.ANYBODY
    if actor.led_unit_ids:
        return Role.LEADER
    if actor.works_with_children:
        kinds = {post.unit_kind for post in actor.posts}
        return Role.PARTICIPANT if kinds <= set(_HELPING_SERVICES) else Role.STAFF
    if any(actor.has_role(role) for role in _FROM_A_DISTANCE):
        return Role.MUNICIPALITY
    if actor.is_external:
        return Role.PARTICIPANT
    return Role.YOUTH if _is_young(actor) else Role.GUARDIAN


def is_just_in(started_at: datetime, *, now: datetime) -> bool:
    """Whether somebody has logged in just now, so that a tour may be offered quietly. Source: W-03, ADR 0030."""
    return timedelta() <= now - started_at < OFFERED_FOR


def way_back(referer: str, *, host: str, elsewhere: tuple[str, ...]) -> str:
    """The page of ours that somebody came from, as path and query; empty when it was none of ours.

    `host` is the site's own; `elsewhere` begins the paths that are no way back: the help itself. What the browser says is
    believed only as far as an address on this site, so no link here ever leads out. Source: S003-24, ADR 0030.
    """
    try:
        parts = urlsplit(referer)
    except ValueError:
        return ""
    own = parts.scheme in ("http", "https") and parts.netloc == host
    path = parts.path
    if not own or not path.startswith("/") or path.startswith("//") or "\\" in referer:
        return ""
    if any(start in path for start in elsewhere):
        return ""
    return f"{path}?{parts.query}" if parts.query else path


def _is_young(actor: Actor) -> bool:
    if actor.birth_date is None or actor.on is None:
        return False
    return age_on(actor.birth_date, actor.on) < OF_AGE
