"""What our SCIM server says it can do (RFC 7643 5-7): schemas, resource types, configuration. Only what is kept is listed."""

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
_CORE = "urn:ietf:params:scim:schemas:core:2.0:"
CONFIG, KIND, SCHEMA = f"{_CORE}ServiceProviderConfig", f"{_CORE}ResourceType", f"{_CORE}Schema"
LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"
MOST = 200  # resources in one answer
EMAIL_TYPES = ("work", "home", "other")


def attribute(name, description, *, kind="string", required=False, many=False, changes="readWrite", exact=False,
              unique="none", choices=(), subs=(), refers=()):  # fmt: skip
    """One attribute of a schema, as RFC 7643 7 writes it."""
    made = {
        "name": name, "type": kind, "multiValued": many, "description": description, "required": required,
        "mutability": changes, "returned": "default",
    }  # fmt: skip
    if kind in ("string", "reference"):
        made |= {"caseExact": exact, "uniqueness": unique}
    if kind == "reference":
        made["referenceTypes"] = list(refers)
    if choices:
        made["canonicalValues"] = list(choices)
    if subs:
        made["subAttributes"] = list(subs)
    return made


_USER = (
    attribute("userName", "The directory's own name for the employee.", required=True, unique="server"),
    attribute("name", "The employee's name.", kind="complex", subs=(
        attribute("familyName", "Family name."),
        attribute("givenName", "Given name."),
    )),
    attribute("displayName", "The name as the directory shows it."),
    attribute("title", "The employee's position."),
    attribute("active", "Whether the employee works in the municipality now.", kind="boolean"),
    attribute("emails", "The employee's address at work; one is kept.", kind="complex", many=True, subs=(
        attribute("value", "The address."),
        attribute("type", "What it is for.", choices=EMAIL_TYPES),
        attribute("primary", "Whether it is the one to use.", kind="boolean"),
    )),
    attribute("groups", "The units the employee is in.", kind="complex", many=True, changes="readOnly", subs=(
        attribute("value", "The unit's id.", changes="readOnly", exact=True),
        attribute("$ref", "The unit's address.", kind="reference", changes="readOnly", exact=True, refers=("Group",)),
        attribute("display", "The unit's name.", changes="readOnly"),
    )),
)  # fmt: skip
_ENTERPRISE = (
    attribute("department", "The name of the unit the employee works in, as the unit is called in Stafett."),
)
_GROUP = (
    attribute("displayName", "The unit's name.", required=True),
    attribute("members", "Employees the directory has in the unit.", kind="complex", many=True, subs=(
        attribute("value", "The employee's id.", changes="immutable", exact=True),
        attribute("$ref", "The employee's address.", kind="reference", changes="immutable", exact=True, refers=("User",)),
        attribute("type", "What kind of member.", changes="immutable", choices=("User",)),
    )),
)  # fmt: skip
_TEXT_RO = {"changes": "readOnly"}
_CONFIG = (
    attribute("documentationUri", "Where to read more.", kind="reference", changes="readOnly", refers=("external",)),
    *(
        attribute(name, "Whether it can be done.", kind="complex", required=True, changes="readOnly", subs=(
            attribute("supported", "Yes or no.", kind="boolean", required=True, changes="readOnly"), *more,
        ))
        for name, more in (
            ("patch", ()),
            ("bulk", (
                attribute("maxOperations", "How many.", kind="integer", required=True, changes="readOnly"),
                attribute("maxPayloadSize", "How large.", kind="integer", required=True, changes="readOnly"),
            )),
            ("filter", (attribute("maxResults", "How many.", kind="integer", required=True, changes="readOnly"),)),
            ("changePassword", ()), ("sort", ()), ("etag", ()),
        )
    ),
    attribute("authenticationSchemes", "How to show who one is.", kind="complex", many=True, required=True,
              changes="readOnly", subs=tuple(
                  attribute(name, "Words about it.", required=name in ("type", "name", "description"), **_TEXT_RO)
                  for name in ("type", "name", "description"))),
)  # fmt: skip
_KIND = (
    attribute("id", "Its id.", **_TEXT_RO),
    attribute("name", "Its name.", required=True, **_TEXT_RO),
    attribute("description", "What it is.", **_TEXT_RO),
    attribute("endpoint", "Its address.", kind="reference", required=True, changes="readOnly", refers=("uri",)),
    attribute("schema", "Its schema.", kind="reference", required=True, changes="readOnly", refers=("uri",)),
    attribute("schemaExtensions", "What is added to it.", kind="complex", many=True, required=True, changes="readOnly", subs=(
        attribute("schema", "The schema.", kind="reference", required=True, changes="readOnly", refers=("uri",)),
        attribute("required", "Whether it must be there.", kind="boolean", required=True, changes="readOnly"),
    )),
)  # fmt: skip
_FACETS = (
    attribute("name", "Its name.", required=True, **_TEXT_RO),
    attribute("type", "Its type.", required=True, **_TEXT_RO),
    attribute("multiValued", "Whether there are many.", kind="boolean", required=True, changes="readOnly"),
    attribute("description", "What it is.", **_TEXT_RO),
    attribute("required", "Whether it must be there.", kind="boolean", changes="readOnly"),
    attribute("canonicalValues", "What it may be.", many=True, **_TEXT_RO),
    attribute("caseExact", "Whether case matters.", kind="boolean", changes="readOnly"),
    attribute("mutability", "Whether it changes.", **_TEXT_RO),
    attribute("returned", "When it is returned.", **_TEXT_RO),
    attribute("uniqueness", "Whether it is unique.", **_TEXT_RO),
    attribute("referenceTypes", "What it refers to.", many=True, **_TEXT_RO),
)
_SCHEMA = (
    attribute("id", "Its URN.", required=True, **_TEXT_RO),
    attribute("name", "Its name.", **_TEXT_RO),
    attribute("description", "What it is.", **_TEXT_RO),
    attribute("attributes", "Its attributes.", kind="complex", many=True, required=True, changes="readOnly", subs=(
        *_FACETS,
        attribute("subAttributes", "Attributes inside it.", kind="complex", many=True, changes="readOnly", subs=_FACETS),
    )),
)  # fmt: skip
SCHEMAS = tuple(
    {"schemas": [SCHEMA], "id": urn, "name": name, "description": description, "attributes": list(attributes)}
    for urn, name, description, attributes in (
        (USER, "User", "An employee of the municipality.", _USER),
        (ENTERPRISE, "EnterpriseUser", "Where the employee works.", _ENTERPRISE),
        (GROUP, "Group", "A unit: a school, a kindergarten, a service.", _GROUP),
        (CONFIG, "ServiceProviderConfig", "What this server can do.", _CONFIG),
        (KIND, "ResourceType", "A kind of resource.", _KIND),
        (SCHEMA, "Schema", "A schema.", _SCHEMA),
    )
)
RESOURCE_TYPES = (
    {
        "schemas": [KIND], "id": "User", "name": "User", "description": "Employees", "endpoint": "/Users",
        "schema": USER, "schemaExtensions": [{"schema": ENTERPRISE, "required": False}],
    },
    {
        "schemas": [KIND], "id": "Group", "name": "Group", "description": "Units", "endpoint": "/Groups",
        "schema": GROUP, "schemaExtensions": [],
    },
)  # fmt: skip
CONFIGURATION = {
    "schemas": [CONFIG],
    "patch": {"supported": True},
    "bulk": {"supported": False, "maxOperations": 0, "maxPayloadSize": 0},
    "filter": {"supported": True, "maxResults": MOST},
    "changePassword": {"supported": False},
    "sort": {"supported": True},
    "etag": {"supported": True},
    "authenticationSchemes": [
        {
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "A key made in Stafett, shown in the Authorization header.",
        }
    ],
}
