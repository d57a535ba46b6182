"""The municipality's own contact cards, as its administrator looks after them."""

from stafett.action_guide.enums import ContactKind
from stafett.action_guide.models import Contact


def own_contacts() -> dict[str, Contact | None]:
    """Each kind in its order, with the municipality's own card or None. Must run within a municipality. Source: S003-12."""
    own = {contact.kind: contact for contact in Contact.objects.all()}
    return {kind.value: own.get(kind.value) for kind in ContactKind}
