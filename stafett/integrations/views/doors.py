"""The doors that other systems knock on, each with its way to show who one is and its way to be told no."""

import base64
import binascii

from stafett.access.machine_door import bearer_of, machine_page
from stafett.integrations.operations import knowing
from stafett.integrations.views import tongues


def scim(action, **given):
    """A view of SCIM."""
    return machine_page(action, knows=by_bearer, tongue=tongues.scim, **given)


def api(action, **given):
    """A view of the API."""
    return machine_page(action, knows=by_bearer, tongue=tongues.problem, **given)


def tokens(action, **given):
    """The view where a client shows its secret."""
    return machine_page(
        action, knows=by_client, tongue=tongues.oauth, challenge="Basic", limit="machine_unknown", **given
    )


def by_bearer(request):
    """The machine whose key or token stands in the Authorization header, or None."""
    token = bearer_of(request)
    return knowing.known_by(token, now=request.now) if token else None


def by_client(request):
    """The machine whose id and secret stand in the Authorization header or in the form (RFC 6749 2.3.1), or None."""
    client_id, secret = _basic(request) or (
        request.POST.get("client_id", ""),
        request.POST.get("client_secret", ""),
    )
    return knowing.client_called(client_id, secret, now=request.now) if secret else None


def _basic(request):
    kind, _space, coded = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        text = base64.b64decode(coded.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        return ("", "")
    client_id, _colon, secret = text.partition(":")
    return client_id, secret
