"""The municipality's own numbers on the guide's exit (L-32, S003-12)."""

from stafett.action_guide.enums import Event
from stafett.action_guide.models import Contact
from stafett.audit.trail import Outcome, operation


@operation(Event.CONTACT_SET)
def set_contact(*, actor, kind, name, phone, note):
    """Say whom to ring in this municipality, a service's number and never a person's own. `kind` is a ContactKind."""
    contact, _made = Contact.objects.update_or_create(
        municipality_id=actor.municipality_id,
        kind=kind,
        defaults={"name": name, "phone": phone, "note": note},
    )
    return Outcome(contact, {"kind": str(kind)})


@operation(Event.CONTACT_REMOVED)
def remove_contact(*, actor, kind):
    """Let the exit show the nation's number again. Does nothing when the municipality has none of this kind."""
    contact = Contact.objects.filter(municipality_id=actor.municipality_id, kind=kind).first()
    if contact:
        contact.delete()
    return Outcome(None, {"kind": str(kind)})
