"""The directory of services (W-07, W-08, S003-12)."""

from stafett.access.guard import require_version
from stafett.audit.trail import operation
from stafett.kernel import clock
from stafett.kernel.sort_key import sort_key
from stafett.kernel.verdict import require
from stafett.toolbox import rules
from stafett.toolbox.enums import Event
from stafett.toolbox.models import Service

KEY_LIMIT = 240


@operation(Event.SERVICE_ADDED)
def add_service(*, actor, **words):
    """Put a service in the directory. `words` are the fields of `ServiceForm`. Raises Refused when nobody can reach it."""
    _require_reachable(words)
    return Service.objects.create(
        municipality_id=actor.municipality_id, sort_key=sort_key(words["name"])[:KEY_LIMIT], **words
    )


@operation(Event.SERVICE_CHANGED, lock="service")
def change_service(*, actor, service, version, **words):
    """Change what stands about a service. Raises Refused, and Conflict when somebody was quicker."""
    require_version(service, version)
    _require_reachable(words)
    for name, value in words.items():
        setattr(service, name, value)
    service.sort_key = sort_key(words["name"])[:KEY_LIMIT]
    service.version += 1
    service.save(update_fields=[*words, "sort_key", "version"])
    return service


@operation(Event.SERVICE_REMOVED, lock="service")
def remove_service(*, actor, service):
    """Take a service out of the directory. Again, it changes nothing."""
    service.removed_at = service.removed_at or clock.now()
    service.save(update_fields=["removed_at"])
    return service


def _require_reachable(words):
    reach = {name: words[name] for name in ("phone", "email", "link", "how")}
    require(rules.may_show_service(**reach))
    if words["link"]:
        require(rules.may_link(words["link"]))
