"""Whether the process lives, and whether it can serve."""

from django.db import connection
from django.http import JsonResponse

from stafett.access.enums import Action
from stafett.access.guard import page


@page(Action.CHECK_HEALTH, public=True)
def live(request):
    """The process answers."""
    return JsonResponse({"status": "ok"})


@page(Action.CHECK_HEALTH, public=True)
def ready(request):
    """The process and its database answer; 503 otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # any reason at all means not ready; the reason is in the log
        return JsonResponse({"status": "database"}, status=503)
    return JsonResponse({"status": "ok"})
