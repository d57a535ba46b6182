"""Reads about consent. The log has been reached through access.scope before any of these is called."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from stafett.consent import rules
from stafett.consent.models import Consent, ConsentDocument
from stafett.consent.standing import GivenConsent, Standing
from stafett.kernel.crypto import KeyRing
from stafett.register.enums import ConsentPolicy, RelationState
from stafett.register.models import GuardianRelation


def standing_of(log, *, today: date) -> Standing:
    """Guardians of the log's child with their consents, and what that amounts to today. One query."""
    return standings_of([log], today=today)[log.pk]


def standings_of(logs, *, today: date) -> dict:
    """The standing of each log by its id, in one query however many logs there are.

    Each log must carry its municipality (select_related), which decides whether all or one must consent (L-10).
    """
    given = (
        Consent.objects.filter(log_id__in=[log.pk for log in logs], guardian_id=OuterRef("guardian_id"))
        .order_by("signed_on", "recorded_at")
        .values(json=JSONObject(
            id="id", log_id="log_id", guardian_id="guardian_id", signed_on="signed_on", valid_until="valid_until",
            covered_unit_ids="covered_unit_ids", locale="locale", limits="limits",
        ))
    )  # fmt: skip
    relations = list(
        GuardianRelation.objects.filter(child_id__in={log.child_id for log in logs})
        .exclude(state=RelationState.BLOCKED)
        .select_related("guardian")
        .annotate(given=ArraySubquery(given))
        .order_by("guardian__sort_key", "id")
    )
    return {log.pk: _standing(log, relations, today=today) for log in logs}


def _standing(log, all_relations, *, today):
    relations = [relation for relation in all_relations if relation.child_id == log.child_id]
    consents = [
        GivenConsent.from_json(item)
        for relation in relations
        for item in relation.given
        if item["log_id"] == str(log.pk)
    ]
    responsible = [relation for relation in relations if relation.has_parental_responsibility]
    needed = {r.guardian_id for r in responsible if r.state == RelationState.CONFIRMED}
    everyone_is_known = all(r.state == RelationState.CONFIRMED for r in responsible)
    policy = log.municipality.consent_policy
    terms = {"policy": policy, "guardians_with_responsibility": needed, "consents": consents, "today": today}
    is_valid = rules.is_covered(**terms) and (everyone_is_known or policy == ConsentPolicy.ONE)
    return Standing(
        relations=relations,
        consents=consents,
        needed=needed,
        policy=policy,
        is_valid=is_valid,
        ends_on=rules.ends_on(**terms) if is_valid else None,
    )


def document_of(consent_id):
    """The signed form of a consent, or None."""
    return ConsentDocument.objects.filter(consent_id=consent_id).first()


def consents_of(log):
    """Consents in a log with their guardian and document, newest first."""
    return list(
        Consent.objects.filter(log_id=log.pk)
        .select_related("guardian", "document")
        .defer("document__cipher")
        .order_by("-recorded_at")
    )


def content_of(document) -> bytes:
    """The content of a signed form, decrypted. Raises kernel.crypto.DecryptionFailed when it was tampered with."""
    ring = KeyRing.from_setting(settings.KEY_RING)
    return ring.decrypt(document.cipher, context=document.consent_id.bytes)
