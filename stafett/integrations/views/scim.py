"""SCIM 2.0 for the municipality's directory: employees, units, and what this server can do (RFC 7644)."""

from functools import partial

from stafett.access.enums import Action
from stafett.integrations import operations
from stafett.integrations.content import scim as published
from stafett.integrations.queries import directory
from stafett.integrations.queries.directory import Asked
from stafett.integrations.rules import documents, patching, showing
from stafett.integrations.views import doors, tongues
from stafett.kernel.ids import parse_id
from stafett.kernel.protocol import Fault

ROOT = "/scim/v2"
door = partial(doors.scim, Action.PROVISION_STAFF)


def list_of(kinds, request):
    """A page of resources of some kinds, as the query asks."""
    return _found(request, kinds, {name: request.GET.get(name) for name in request.GET})


def search_of(kinds, request):
    """The same, asked for in the body (RFC 7644 3.4.3)."""
    return _found(request, kinds, tongues.object_in(request))


def add_user(request):
    """Enter an employee."""
    said = documents.read_user(tongues.object_in(request))
    user = operations.add_user(actor=request.actor, said=said, today=request.today)
    return _resource(request, directory.user_resource(directory.user(user.pk), _base(request)), status=201)


def see_user(request, pk):
    """One employee."""
    return _seen(request, directory.user_resource(_user(pk), _base(request)))


def replace_user(request, pk):
    """Put what the directory says now in place of what it said."""
    user = _user(pk, held=True)
    _require_match(request, directory.user_resource(user, _base(request)))
    return _changed_user(request, user, documents.read_user(tongues.object_in(request)))


def patch_user(request, pk):
    """Change parts of what the directory says."""
    user = _user(pk, held=True)
    _require_match(request, directory.user_resource(user, _base(request)))
    before = documents.user_document(directory.said_of_user(user))
    return _changed_user(request, user, documents.read_user(_patched(request, before, published.USER)))


def remove_user(request, pk):
    """The employee has left."""
    user = _user(pk, held=True)
    _require_match(request, directory.user_resource(user, _base(request)))
    operations.remove_user(actor=request.actor, user=user, today=request.today)
    return tongues.answer_nothing()


def add_group(request):
    """Enter a unit."""
    said = documents.read_group(tongues.object_in(request))
    unit = operations.add_group(actor=request.actor, said=said, today=request.today)
    return _resource(request, directory.group_resource(directory.group(unit.pk), _base(request)), status=201)


def see_group(request, pk):
    """One unit with its members."""
    return _seen(request, directory.group_resource(_group(pk), _base(request)))


def replace_group(request, pk):
    """Put a unit's name and members in place of what they were."""
    unit = _group(pk, held=True)
    _require_match(request, directory.group_resource(unit, _base(request)))
    return _changed_group(request, unit, documents.read_group(tongues.object_in(request)))


def patch_group(request, pk):
    """Change a unit's name or members."""
    unit = _group(pk, held=True)
    _require_match(request, directory.group_resource(unit, _base(request)))
    before = documents.group_document(directory.said_of_group(unit))
    answer = _changed_group(request, unit, documents.read_group(_patched(request, before, published.GROUP)))
    return answer if "attributes" in request.GET else _emptied(answer)


def remove_group(request, pk):
    """The directory has the unit no more."""
    unit = _group(pk, held=True)
    _require_match(request, directory.group_resource(unit, _base(request)))
    operations.remove_group(actor=request.actor, unit=unit, today=request.today)
    return tongues.answer_nothing()


def see_configuration(request):
    """What this server can do."""
    return _published(request, published.CONFIGURATION, "ServiceProviderConfig", "ServiceProviderConfig")


def see_published(things, kind, place, request):
    """Every schema or resource type; a filter is refused there (RFC 7644 4)."""
    if "filter" in request.GET:
        raise Fault(403, "What this server publishes is not filtered.")
    shown = [_located(request, each, kind, f"{place}/{each['id']}") for each in things]
    return tongues.answer(_list(len(shown), 1, shown), kind=tongues.SCIM)


def see_one_published(things, kind, place, request, key):
    """One schema or resource type by its id."""
    found = next((each for each in things if each["id"] == key), None)
    if found is None:
        raise Fault(404, "There is nothing at this address.")
    return _published(request, found, kind, f"{place}/{key}")


def see_nothing(request, rest=""):
    """Any other address."""
    raise Fault(404, "There is nothing at this address.")


BOTH = (published.USER, published.GROUP)
users = door(views={"GET": partial(list_of, (published.USER,)), "POST": add_user}, read=True)
user = door(
    views={"GET": see_user, "PUT": replace_user, "PATCH": patch_user, "DELETE": remove_user}, read=True
)
groups = door(views={"GET": partial(list_of, (published.GROUP,)), "POST": add_group}, read=True)
group = door(
    views={"GET": see_group, "PUT": replace_group, "PATCH": patch_group, "DELETE": remove_group},
    read=True,
)
user_search = door(views={"POST": partial(search_of, (published.USER,))}, read=True)
group_search = door(views={"POST": partial(search_of, (published.GROUP,))}, read=True)
search = door(views={"POST": partial(search_of, BOTH)}, read=True)
configuration = door(views={"GET": see_configuration})
resource_types = door(
    views={"GET": partial(see_published, published.RESOURCE_TYPES, "ResourceType", "ResourceTypes")}
)
resource_type = door(
    views={"GET": partial(see_one_published, published.RESOURCE_TYPES, "ResourceType", "ResourceTypes")}
)
schemas = door(views={"GET": partial(see_published, published.SCHEMAS, "Schema", "Schemas")})
schema = door(views={"GET": partial(see_one_published, published.SCHEMAS, "Schema", "Schemas")})
elsewhere = door(views=dict.fromkeys(("GET", "POST", "PUT", "PATCH", "DELETE"), see_nothing))


def _found(request, kinds, asked):
    given = documents.lowered(asked)
    total, start, resources = directory.found(
        kinds,
        Asked(
            given.get("filter"),
            documents.text_in(given, "sortby", 200) or None,
            documents.text_in(given, "sortorder", 20) or None,
            given.get("startindex"),
            given.get("count"),
        ),
        base=_base(request),
    )
    only, without = _named(given, "attributes"), _named(given, "excludedattributes")
    return tongues.answer(
        _list(total, start, [showing.shown(each, only=only, without=without) for each in resources]),
        kind=tongues.SCIM,
    )


def _named(given, name):
    value = given.get(name) or ()
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, list | tuple) or not all(isinstance(each, str) for each in words):
        raise Fault(400, "Attributes are a list of names.", code="invalidValue")
    return tuple(each.strip() for each in words if each.strip())


def _list(total, start, resources):
    return {
        "schemas": [published.LIST],
        "totalResults": total,
        "startIndex": start,
        "itemsPerPage": len(resources),
        "Resources": resources,
    }


def _seen(request, document):
    if document["meta"]["version"] in showing.tags_in(request.headers.get("If-None-Match", "")):
        unchanged = tongues.answer_nothing(status=304)
        unchanged["ETag"] = document["meta"]["version"]
        return unchanged
    return _resource(request, document)


def _resource(request, document, *, status=200):
    only = _named(dict(request.GET.items()), "attributes")
    without = _named(dict(request.GET.items()), "excludedAttributes")
    made = tongues.answer(
        showing.shown(document, only=only, without=without), status=status, kind=tongues.SCIM
    )
    made["ETag"], made["Location"] = document["meta"]["version"], document["meta"]["location"]
    return made


def _changed_user(request, user, said):
    operations.change_user(actor=request.actor, user=user, said=said, today=request.today)
    return _resource(request, directory.user_resource(directory.user(user.pk), _base(request)))


def _changed_group(request, unit, said):
    operations.change_group(actor=request.actor, unit=unit, said=said, today=request.today)
    return _resource(request, directory.group_resource(directory.group(unit.pk), _base(request)))


def _emptied(answer):
    """The same answer without its body (RFC 7644 3.5.2): a large unit has many members, and nobody asked for them."""
    empty = tongues.answer_nothing()
    empty["ETag"] = answer["ETag"]
    return empty


def _patched(request, before, kind):
    given = documents.lowered(tongues.object_in(request))
    return patching.patched(before, given.get("operations"), kind=kind)


def _require_match(request, document):
    wanted = showing.tags_in(request.headers.get("If-Match", ""))
    if wanted and "*" not in wanted and document["meta"]["version"] not in wanted:
        raise Fault(412, "The resource has changed since then.", code="invalidVers")


def _user(pk, *, held=False):
    return _there(directory.user(parse_id(pk), held=held))


def _group(pk, *, held=False):
    return _there(directory.group(parse_id(pk), held=held))


def _there(found):
    if found is None:
        raise Fault(404, "There is nothing at this address.")
    return found


def _published(request, thing, kind, place):
    return tongues.answer(_located(request, thing, kind, place), kind=tongues.SCIM)


def _located(request, thing, kind, place):
    return thing | {"meta": {"resourceType": kind, "location": f"{_base(request)}/{place}"}}


def _base(request):
    return request.build_absolute_uri(ROOT)
