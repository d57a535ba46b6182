"""What a person does with their own messages: read one, read all, choose how to be told."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.messages.enums import Event
from stafett.messages.models import Message, Preference


@operation(Event.MESSAGE_READ, lock="message")
def mark_read(*, actor, message):
    """Mark one of the actor's messages as read; the first time counts."""
    if message.read_at is None:
        message.read_at = clock.now()
        message.save(update_fields=["read_at"])
    return message


@operation(Event.ALL_READ)
def mark_all_read(*, actor):
    """Mark all of the actor's messages as read."""
    unread = Message.objects.filter(recipient_id=actor.person_id, read_at__isnull=True)
    return Outcome(None, {"messages": unread.update(read_at=clock.now())})


@operation(Event.PREFERENCES_CHANGED)
def change_preferences(*, actor, by_email, by_sms):
    """Choose how to be told that a message has come (W-17)."""
    preference, _made = Preference.objects.update_or_create(
        person_id=actor.person_id,
        defaults={"by_email": by_email, "by_sms": by_sms},
        create_defaults={"municipality_id": actor.municipality_id, "by_email": by_email, "by_sms": by_sms},
    )
    return Outcome(preference, {"by_email": by_email, "by_sms": by_sms})
