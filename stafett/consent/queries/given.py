"""What has been said and signed in a log."""

from django.conf import settings
from django.db.models import Q

from stafett.consent.content import library
from stafett.consent.enums import ConsentForm
from stafett.consent.models import Consent, ConsentDocument
from stafett.kernel.crypto import KeyRing


def consents_of(log):
    """Words in a log with who said them, and the signed form, newest first."""
    return list(
        Consent.objects.filter(log_id=log.pk)
        .select_related("guardian", "document", "witness", "for_unit", "recorded_by")
        .defer("document__cipher")
        .order_by("-signed_on", "-recorded_at")
    )


def newest_word_of(log, person_id):
    """What a person said last in a log, on their own behalf or a unit's; None when they said nothing."""
    return _words_of(log, person_id).order_by("-signed_on", "-recorded_at").first()


def said_otherwise_on(log, person_id):
    """The day a person last said no, or answered themselves; None when neither. A paper from before undoes neither."""
    own = _words_of(log, person_id).filter(Q(valid_until__isnull=True) | Q(form=ConsentForm.DIGITAL))
    return own.order_by("-signed_on").values_list("signed_on", flat=True).first()


def document_of(consent_id):
    """The signed form of a consent, or None."""
    return ConsentDocument.objects.filter(consent_id=consent_id).first()


def content_of(document) -> bytes:
    """The content of a signed form, decrypted. Raises kernel.crypto.DecryptionFailed when it was tampered with."""
    ring = KeyRing.from_setting(settings.KEY_RING)
    return ring.decrypt(document.cipher, context=document.consent_id.bytes)


def kept_text(consent) -> dict | None:
    """The text somebody said yes to, as it was filled in; None when only the signed form tells."""
    return library.filled(consent.text.content, consent.filled) if consent.text_id else None


def _words_of(log, person_id):
    """A service's word is its own, whichever of its leaders said it."""
    held_by = log.child.consent_held_by_unit_id if person_id != log.child.person_id else None
    own = Q(guardian_id=person_id, for_unit__isnull=True)
    return Consent.objects.filter(own | Q(for_unit_id=held_by) if held_by else own, log_id=log.pk)
