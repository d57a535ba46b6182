"""The API for other systems: a token for a secret, what may be read with it, and that somebody leaves. Nothing about a
child is here."""

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.integrations import operations
from stafett.integrations.content.openapi import DOCUMENT
from stafett.integrations.queries import fetching
from stafett.integrations.rules import cursors, documents
from stafett.integrations.rules.keys import TOKEN_LIVES
from stafett.integrations.views import doors, tongues
from stafett.kernel.ids import parse_id
from stafett.kernel.protocol import Fault

LANGUAGES = ("nb", "nn")


@page(Action.READ_API_DESCRIPTION, public=True, read=False)
def description(request):
    """How the API is spoken with, as OpenAPI 3.1."""
    return tongues.answer(DOCUMENT)


def give_token(request):
    """A token that lasts a quarter of an hour, for a client that has shown its secret (RFC 6749 4.4)."""
    if request.POST.get("grant_type") != "client_credentials":
        raise Fault(400, "The grant type is client_credentials.", code="unsupported_grant_type")
    wanted = request.POST.get("scope", "").split()
    system = operations.give_token(actor=request.actor, wanted=wanted, now=request.now)
    return tongues.answer(
        {
            "access_token": system.token,
            "token_type": "Bearer",
            "expires_in": int(TOKEN_LIVES.total_seconds()),
            "scope": " ".join(system.token_scopes),
        }
    )


def list_units(request):
    """The municipality's units."""
    return tongues.answer(fetching.units(**_part(request)))


def see_unit(request, pk):
    """One unit."""
    return _shown(fetching.unit(parse_id(pk)))


def list_staff(request):
    """Employments that hold today."""
    asked = request.GET.get("unit")
    unit_id = parse_id(asked)
    if asked is not None and unit_id is None:
        raise Fault(400, "The unit is an id.")
    return tongues.answer(fetching.posts(unit_id=unit_id, today=request.today, **_part(request)))


def see_post(request, pk):
    """One employment."""
    return _shown(fetching.post(parse_id(pk), today=request.today))


def end_post(request, pk):
    """Write the last day of an employment."""
    post = fetching.post_row(parse_id(pk), today=request.today)
    if post is None:
        raise Fault(404, "There is nothing at this address.")
    ends_on = documents.read_end(tongues.object_in(request))
    ended = operations.end_post(actor=request.actor, post=post, ends_on=ends_on, today=request.today)
    return tongues.answer(fetching.end_of(ended))


def see_guide(request):
    """The guide as it holds now."""
    return tongues.answer(fetching.guide(request.actor.municipality_id, _language(request)))


def see_step(request, level, step):
    """One step of it."""
    return _shown(fetching.step(request.actor.municipality_id, _language(request), level, step))


def see_statistics(request):
    """Published numbers."""
    return tongues.answer(fetching.statistics(today=request.today))


def see_archive_status(request):
    """How many deposits are in each state."""
    return tongues.answer(fetching.archive_status())


def list_deposits(request):
    """What has been handed in to the archive."""
    return tongues.answer(fetching.deposits(**_part(request)))


def see_nothing(request, rest=""):
    """Any other address."""
    raise Fault(404, "There is nothing at this address.")


token = doors.tokens(Action.ASK_FOR_TOKEN, views={"POST": give_token})
units = doors.api(Action.FETCH_UNITS, views={"GET": list_units})
unit = doors.api(Action.FETCH_UNITS, views={"GET": see_unit})
staff = doors.api(Action.FETCH_STAFF, views={"GET": list_staff}, read=True)
post = doors.api(Action.FETCH_STAFF, views={"GET": see_post}, read=True)
post_end = doors.api(Action.END_POST, views={"PUT": end_post})
guide = doors.api(Action.FETCH_GUIDE, views={"GET": see_guide})
guide_step = doors.api(Action.FETCH_GUIDE, views={"GET": see_step})
statistics = doors.api(Action.FETCH_NUMBERS, views={"GET": see_statistics})
archive_status = doors.api(Action.FETCH_ARCHIVE_STATUS, views={"GET": see_archive_status})
archive_deposits = doors.api(Action.FETCH_ARCHIVE_STATUS, views={"GET": list_deposits})
elsewhere = doors.api(
    Action.ASK_THE_API, views=dict.fromkeys(("GET", "POST", "PUT", "PATCH", "DELETE"), see_nothing)
)


def _part(request):
    """Which page of a list is asked for."""
    return {
        "after": cursors.read(request.GET.get("after")),
        "limit": cursors.limit_of(request.GET.get("limit")),
    }


def _language(request):
    asked = request.GET.get("language", LANGUAGES[0])
    if asked not in LANGUAGES:
        raise Fault(400, "The language is nb or nn.")
    return asked


def _shown(found):
    if found is None:
        raise Fault(404, "There is nothing at this address.")
    return tongues.answer(found)
