"""What a directory says of an employee or a unit: read from its document, checked, and written as a document again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stafett.integrations.content.scim import EMAIL_TYPES, ENTERPRISE, GROUP, USER
from stafett.kernel.ids import parse_id
from stafett.kernel.protocol import Fault

LONGEST_UNIT_NAME = 120
MOST_MEMBERS = 5000
_ADDRESS = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class UserSaid:
    """What the directory says of an employee. Empty text: it says nothing."""

    user_name: str
    external_id: str = ""
    display_name: str = ""
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    email: str = ""
    email_type: str = ""
    email_is_primary: bool | None = None
    department: str = ""
    is_active: bool | None = None  # not said: works here


@dataclass(frozen=True)
class GroupSaid:
    """What the directory says of a unit: its name and the ids of its members."""

    display_name: str
    external_id: str = ""
    members: tuple[UUID, ...] = ()


def read_user(document: object) -> UserSaid:
    """An employee's document as values; what we do not keep is passed over. Raises Fault 400 invalidValue."""
    top = lowered(document)
    name, work = lowered(top.get("name") or {}), lowered(top.get(ENTERPRISE.lower()) or {})
    email = _email(top.get("emails"))
    return UserSaid(
        user_name=text_in(top, "username", 254, required=True),
        external_id=text_in(top, "externalid", 254),
        display_name=text_in(top, "displayname", 200),
        given_name=text_in(name, "givenname", 100),
        family_name=text_in(name, "familyname", 100),
        title=text_in(top, "title", 100),
        email=text_in(email, "value", 254),
        email_type=text_in(email, "type", 20).lower(),
        email_is_primary=truth(email["primary"]) if email.get("primary") is not None else None,
        department=text_in(work, "department", 200),
        is_active=truth(top["active"]) if top.get("active") is not None else None,
    )


def user_document(said: UserSaid) -> dict:
    """What is kept of an employee, as the part of a document that a directory may change."""
    name = _filled({"familyName": said.family_name, "givenName": said.given_name})
    email = _filled({"value": said.email, "type": said.email_type})
    if email and said.email_is_primary is not None:
        email["primary"] = said.email_is_primary
    return {
        "schemas": [USER, ENTERPRISE] if said.department else [USER],
        **_filled({"externalId": said.external_id}),
        "userName": said.user_name,
        **_filled({"name": name, "displayName": said.display_name, "title": said.title}),
        **({} if said.is_active is None else {"active": said.is_active}),
        **_filled({"emails": [email] if email else []}),
        **({ENTERPRISE: {"department": said.department}} if said.department else {}),
    }


def read_group(document: object) -> GroupSaid:
    """A unit's document as values. Raises Fault 400 invalidValue."""
    top = lowered(document)
    given = top.get("members") or []
    if not isinstance(given, list) or len(given) > MOST_MEMBERS:
        raise _wrong("members")
    members = [parse_id(text_in(lowered(each), "value", 64)) for each in given]
    if None in members:
        raise _wrong("members")
    return GroupSaid(
        display_name=text_in(top, "displayname", LONGEST_UNIT_NAME, required=True),
        external_id=text_in(top, "externalid", 254),
        members=tuple(dict.fromkeys(members)),
    )


def group_document(said: GroupSaid) -> dict:
    """A unit as the part of a document that a directory may change."""
    return {
        "schemas": [GROUP],
        **_filled({"externalId": said.external_id}),
        "displayName": said.display_name,
        **_filled({"members": [{"value": str(each)} for each in said.members]}),
    }


def read_end(document: Mapping) -> date:
    """The last day in `{"ends_on": "2026-12-31"}`, and nothing beside it. Raises Fault 400."""
    told = document.get("ends_on")
    try:
        if set(document) == {"ends_on"} and isinstance(told, str) and _DAY.fullmatch(told):
            return date.fromisoformat(told)
    except ValueError:
        pass
    raise Fault(400, "Say the last day, as in 2026-12-31, and nothing else.")


def lowered(value: object) -> dict:
    """An object with its names in small letters: to SCIM they are the same. Raises Fault when it is no object."""
    if not isinstance(value, Mapping):
        raise Fault(400, "An object was expected.", code="invalidValue")
    return {str(name).lower(): each for name, each in value.items()}


def text_in(values: Mapping, name: str, longest: int, *, required: bool = False) -> str:
    """One line of text without marks that cannot be stored; empty when it is not there. Raises Fault 400."""
    value = values.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or not is_line(value) or len(value) > longest:
        raise _wrong(name)
    if required and not value.strip():
        raise _wrong(name)
    return value.strip()


def is_storable(text: str) -> bool:
    """Whether the database can hold a text: no NUL, and no half of a character."""
    return "\0" not in text and not any("\ud800" <= mark <= "\udfff" for mark in text)


def is_line(text: str) -> bool:
    """Whether a text is one line that can be stored and shown."""
    return is_storable(text) and not any(mark < " " or mark == "\x7f" for mark in text)


def truth(value: object) -> bool:
    """Yes or no; Entra ID sends them as words (INT-01). Raises Fault 400."""
    words = {"true": True, "false": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in words:
        return words[value.strip().lower()]
    raise _wrong("active")


def _email(value):
    """The one address that is kept: the primary one, else one for work, else the first."""
    if value is None or value == []:
        return {}
    if not isinstance(value, list):
        raise _wrong("emails")
    found = [each for each in map(lowered, value) if each.get("value")]
    primary = [each for each in found if each.get("primary") is not None and truth(each["primary"])]
    work = [each for each in found if str(each.get("type", "")).lower() == EMAIL_TYPES[0]]
    chosen = next(iter([*primary, *work, *found]), {})
    if chosen and not _ADDRESS.fullmatch(str(chosen["value"])):
        raise _wrong("emails")
    return chosen


def _filled(values):
    return {name: value for name, value in values.items() if value}


def _wrong(name):
    return Fault(400, f"The value of {name} cannot be used.", code="invalidValue")
