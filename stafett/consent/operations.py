"""Verbs of consent."""

from django.conf import settings

from stafett.access.models import Grant
from stafett.audit.trail import Outcome, operation
from stafett.consent import queries, rules
from stafett.consent.enums import ConsentForm, Event
from stafett.consent.models import Consent, ConsentDocument
from stafett.kernel import clock
from stafett.kernel.crypto import KeyRing, sha256_hex
from stafett.kernel.verdict import require
from stafett.register.models import GuardianRelation


@operation(Event.RECORDED, lock="log")
def record_paper_consent(
    *, actor, log, guardian_id, signed_on, valid_until, locale, covered_unit_ids, limits, file, today
):
    """Keep a signed paper consent: who, when, language, services, and a copy of the form (S001-13, L-03, X10).

    `file` is (name, content bytes); `covered_unit_ids` are units besides the one that holds the baton. Raises
    Refused when the guardian may not consent or the form is not acceptable.
    """
    relation = GuardianRelation.objects.filter(child_id=log.child_id, guardian_id=guardian_id).first()
    require(
        rules.may_record(
            relation_state=relation.state if relation else "",
            has_parental_responsibility=bool(relation and relation.has_parental_responsibility),
            signed_on=signed_on,
            valid_until=valid_until,
            max_months=log.municipality.consent_months,
            today=today,
            has_document=file is not None,
        )
    )
    name, content = file
    require(rules.may_keep_file(size=len(content), head=content[:16]))
    consent = Consent.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        guardian_id=guardian_id,
        form=ConsentForm.PAPER,
        locale=locale,
        signed_on=signed_on,
        valid_until=valid_until,
        covered_unit_ids=[str(unit) for unit in covered_unit_ids],
        limits=limits,
        recorded_by_id=actor.person_id,
        recorded_at=clock.now(),
    )
    _keep_file(log, consent, name, content)
    renew_places(log, today=today)
    return Outcome(consent, {"guardian": relation.guardian.name, "valid_until": valid_until.isoformat()})


def renew_places(log, *, today):
    """Write on each place in a log how long consent covers it, after anything that consent rests on has changed.

    That is what lists and look-ups ask (access.scope), so that a withdrawal holds from the next request (L-06, L-08).
    Call it within the transaction of the change; `log` carries its municipality.
    """
    standing = queries.standing_of(log, today=today)
    for grant in Grant.objects.filter(log_id=log.pk, ended_at__isnull=True).exclude(unit_id=log.unit_id):
        until = standing.covers_until(grant.unit_id, today=today)
        if until != grant.consent_until:
            Grant.objects.filter(pk=grant.pk).update(consent_until=until)


def _keep_file(log, consent, name, content):
    ConsentDocument.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        consent=consent,
        file_name=name[:120],
        content_type=rules.file_kind(content[:16]),
        size=len(content),
        sha256=sha256_hex(content),
        cipher=KeyRing.from_setting(settings.KEY_RING).encrypt(content, context=consent.pk.bytes),
    )
