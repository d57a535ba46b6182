"""Other systems at the door of the invented municipality: connected by its administrator, with a key to show."""

import json
from datetime import timedelta

from django.test import Client

from stafett.demo import cast
from stafett.identity import sessions
from stafett.integrations import operations
from stafett.integrations.enums import KeyKind
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.tenancy import within

PLACE = cast.EKSEMPELVIK
ADMINISTRATOR = "randi"
SCIM_JSON = "application/scim+json"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"


def connected(*scopes, name="Katalogen", login_provider="", place=PLACE, by=ADMINISTRATOR):
    """A system that is let in to these scopes; gives it with `.shown_keys`."""
    with within(place.id):
        actor = sessions.actor_of(cast.person(by).id, today=today_in_norway(clock.now()))
        return operations.connect(actor=actor, name=name, scopes=list(scopes), login_provider=login_provider)


class Machine(Client):
    """A system that speaks with the site: it shows its key in every request and sends JSON."""

    def __init__(self, key="", root=""):
        super().__init__(raise_request_exception=False)
        self.root = root
        if key:
            self.defaults["HTTP_AUTHORIZATION"] = f"Bearer {key}"

    def ask(self, method, path, body=None, **headers):
        """Send a request; the answer has `.said`, its JSON or None."""
        content = json.dumps(body) if body is not None else ""
        answer = self.generic(method, self.root + path, content, content_type=SCIM_JSON, **headers)
        answer.said = json.loads(answer.content) if answer.content else None
        return answer

    def look(self, path, query=None, **headers):
        """GET with a query."""
        answer = self.get(self.root + path, query or {}, **headers)
        answer.said = json.loads(answer.content) if answer.content else None
        return answer


def directory(**given):
    """The municipality's directory, by SCIM."""
    return Machine(connected("scim", **given).shown_keys[KeyKind.BEARER], root="/scim/v2")


def client(*scopes, **given):
    """A client of the API with a token for its scopes."""
    system = connected(*scopes, **given)
    return Machine(token_of(system), root="/api/v1")


def token_of(system, **asked):
    """A token for a system's secret."""
    given = {
        "grant_type": "client_credentials",
        "client_id": str(system.pk),
        "client_secret": system.shown_keys[KeyKind.SECRET],
        **asked,
    }
    return Client().post("/api/v1/token", given).json()["access_token"]


def days(count):
    """So many days."""
    return timedelta(days=count)


def patch(*changes):
    """The body of a PATCH."""
    return {"schemas": [PATCH], "Operations": list(changes)}
