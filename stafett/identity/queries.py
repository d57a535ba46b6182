"""Who somebody at a provider is here, where they are known, and which logins a person has open."""

import base64
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from stafett.identity import rules
from stafett.identity.models import Identity, Known, LoginSession
from stafett.kernel import clock
from stafett.kernel.crypto import blind_index
from stafett.register.models import Municipality


@dataclass(frozen=True)
class Place:
    """A municipality one may log in to."""

    id: UUID
    slug: str
    name: str
    locale: str


def places(*, provider=None) -> list[Place]:
    """The municipalities by name; those the provider serves, when one is given."""
    rows = Municipality.objects.order_by("name").values_list("id", "slug", "name", "locale")
    found = [Place(*row) for row in rows]
    return [place for place in found if provider is None or provider.serves(place.slug)]


def place(slug: str) -> Place | None:
    """The municipality with that short name."""
    row = Municipality.objects.filter(slug=storable(slug)).values_list("id", "slug", "name", "locale").first()
    return Place(*row) if row else None


def known_by_number(digits: str, *, municipality_ids) -> dict[UUID, UUID]:
    """Municipality -> person, where this personal number is known.

    Each municipality's index is made with its own context (register/people.py), so one question asks for them all.
    """
    key = base64.b64decode(settings.INDEX_KEY)
    indexes = [blind_index(digits, key=key, context=str(each)) for each in municipality_ids]
    return dict(Known.objects.filter(index__in=indexes).values_list("municipality_id", "person_id"))


def linked(issuer: str, subject: str) -> dict[UUID, UUID]:
    """Municipality -> person, for the provider's subject (OIDC-09)."""
    rows = Identity.objects.filter(issuer=issuer, subject=subject) if subject else Identity.objects.none()
    return dict(rows.values_list("municipality_id", "person_id"))


def promised(issuer: str, handle: str, *, subject: str) -> dict[UUID, UUID]:
    """Municipality -> person, where access was given to this handle and it is not another subject's already."""
    rows = Identity.objects.filter(Q(subject="") | Q(subject=subject), issuer=issuer, handle=handle)
    return dict(rows.values_list("municipality_id", "person_id")) if handle else {}


def promised_to(issuer: str, handle: str, *, municipality_id: UUID) -> UUID | None:
    """The person whom the municipality has given access under this handle, whether or not they have come."""
    rows = Identity.objects.filter(issuer=issuer, handle=handle, municipality_id=municipality_id)
    return rows.values_list("person_id", flat=True).first() if handle else None


def handles_of(person_id: UUID, *, issuer: str, municipality_id: UUID) -> set[str]:
    """The handles under which the municipality has given somebody access at a provider."""
    rows = Identity.objects.filter(person_id=person_id, issuer=issuer, municipality_id=municipality_id)
    return set(rows.exclude(handle="").values_list("handle", flat=True))


def have_logged_in(person_ids, *, municipality_id: UUID) -> set[UUID]:
    """Those of these persons who have logged in here at least once: so their number, or name at the provider, is right (W-16)."""
    ids = {"person_id__in": list(person_ids), "municipality_id": municipality_id}
    linked_ones = Identity.objects.filter(**ids).exclude(subject="").values_list("person_id", flat=True)
    return {*linked_ones, *LoginSession.objects.filter(**ids).values_list("person_id", flat=True)}


def open_sessions(actor, *, now) -> list[LoginSession]:
    """The actor's live logins here, last used first."""
    return list(_open(actor, now).order_by("-seen_at", "-id"))


def open_session(actor, session_id) -> LoginSession | None:
    """One of the actor's own live logins."""
    return _open(actor, clock.now()).filter(pk=session_id).first()


def sessions_at(issuer: str, *, sid: str = "", subject: str = "") -> list[LoginSession]:
    """Logins that a provider means: by its session, else all of the subject's."""
    sid, subject = storable(sid), storable(subject)
    if not sid and not subject:
        return []
    rows = LoginSession.objects.filter(issuer=issuer)
    return list(rows.filter(sid=sid) if sid else rows.filter(subject=subject))


def storable(text: str) -> str:
    """The text, or nothing where it holds the one character that the database cannot be asked about."""
    return "" if "\x00" in text else text


def _open(actor, now):
    return LoginSession.objects.filter(
        municipality_id=actor.municipality_id,
        person_id=actor.person_id,
        seen_at__gte=now - rules.IDLE_LIMIT,
        lasts_until__gte=now,
    )
