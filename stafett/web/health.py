"""Whether the process lives, and whether it can serve."""

from django.conf import settings
from django.http import JsonResponse

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.identity.oidc.checking import ending_keys
from stafett.kernel import clock
from stafett.web.starting import role_faults


@page(Action.CHECK_HEALTH, public=True, at_the_table=True)
def live(request):
    """The process answers."""
    return JsonResponse({"status": "ok"})


@page(Action.CHECK_HEALTH, public=True, at_the_table=True)
def ready(request):
    """The process and its database answer, as a role that is fenced; 503 otherwise."""
    try:
        is_fenced = not role_faults()
    except Exception:  # any reason at all means not ready; the reason is in the log
        return JsonResponse({"status": "database"}, status=503)
    warnings = ["login_key_ends"] if ending_keys(settings.LOGIN_FILE, now=clock.now()) else []  # OIDC-11
    told = {"status": "ok" if is_fenced else "role", "warnings": warnings}
    return JsonResponse(told, status=200 if is_fenced else 503)
