"""What the baton holder records on somebody's behalf: a signed form, an oral yes with a witness, a withdrawal."""

from django.conf import settings

from stafett.audit.trail import Outcome, operation
from stafett.consent import rules
from stafett.consent.enums import ConsentForm, Event, Refusal
from stafett.consent.models import ConsentDocument
from stafett.consent.operations.places import renew_places, tell_of_withdrawal
from stafett.consent.operations.texts import said_to
from stafett.consent.operations.words import keep_withdrawal, keep_word
from stafett.consent.queries import entitlement_of, newest_word_of, said_otherwise_on, standing_of
from stafett.kernel.crypto import KeyRing, sha256_hex
from stafett.kernel.verdict import no, require
from stafett.register import staff


@operation(Event.RECORDED, lock="log")
def record_paper_consent(
    *,
    actor,
    log,
    guardian_id,
    signed_on,
    valid_until,
    locale,
    covered_unit_ids,
    limits,
    file,
    today,
    missing_facts=(),
):
    """Keep a signed paper consent: who, when, language, services, and a copy of the form (S001-13, L-03, X10).

    `file` is (name, content bytes); `covered_unit_ids` are units besides the one that holds the baton; `missing_facts`
    are those of the seven that the form does not tell, which make it not valid. Raises Refused when the guardian may not
    consent or the form is not acceptable.
    """
    entitled = _require_may_record(
        log, guardian_id, signed_on, valid_until, today=today, has_document=file is not None
    )
    name, content = file
    require(rules.may_keep_file(size=len(content), head=content[:16]))
    require(rules.may_keep_content(content))
    consent = _keep(
        log, entitled, actor,
        guardian_id=guardian_id, form=ConsentForm.PAPER, locale=locale, signed_on=signed_on, valid_until=valid_until,
        covered_unit_ids=covered_unit_ids, limits=limits, missing_facts=list(missing_facts),
    )  # fmt: skip
    _keep_file(log, consent, name, content)
    renew_places(log, today=today)
    return Outcome(consent, _told(consent))


@operation(Event.RECORDED_ORAL, lock="log")
def record_oral_consent(
    *, actor, log, guardian_id, signed_on, valid_until, locale, covered_unit_ids, limits, witness_id, today
):
    """Keep that somebody said yes aloud, having had the text read to them in `locale`: who, when, and who heard (L-05).

    `witness_id` is the id of an employment that holds today, of another person than the actor. Raises Refused.
    """
    entitled = _require_may_record(log, guardian_id, signed_on, valid_until, today=today)
    witness = staff.employment_on(witness_id, day=today)
    require(
        rules.may_witness(
            is_employed=witness is not None,
            is_recorder=witness is not None and witness.person_id == actor.person_id,
        )
    )
    consent = _keep(
        log, entitled, actor,
        guardian_id=guardian_id, form=ConsentForm.ORAL, locale=locale, signed_on=signed_on, valid_until=valid_until,
        covered_unit_ids=covered_unit_ids, limits=limits, witness_id=witness.person_id,
        **said_to(log, locale=locale, unit_ids=covered_unit_ids, until=valid_until),
    )  # fmt: skip
    renew_places(log, today=today)
    return Outcome(consent, _told(consent))


@operation(Event.WITHDRAWN, lock="log")
def register_withdrawal(*, actor, log, guardian_id, signed_on, form, asks_to_end, today):
    """Record that somebody has taken their consent back, aloud or in writing: it holds from now (L-08, W-19).

    `form` is a ConsentForm; `signed_on` the day they said so. Raises Refused.
    """
    before = newest_word_of(log, guardian_id)
    if before is None or before.is_no or before.signed_on > signed_on:
        require(no(Refusal.NOTHING_TO_WITHDRAW))
    if signed_on > today:
        require(no(Refusal.SIGNED_IN_THE_FUTURE))
    consent = keep_withdrawal(log, actor, before, form=form, signed_on=signed_on, asks_to_end=asks_to_end)
    renew_places(log, today=today)
    tell_of_withdrawal(log, today=today, besides=actor.person_id)
    return Outcome(consent, {"guardian": consent.guardian.name, "asks_to_end": asks_to_end})


def _require_may_record(log, guardian_id, signed_on, valid_until, *, today, has_document=True):
    log.standing = standing_of(log, today=today)
    entitled = entitlement_of(log, guardian_id, today=today)
    require(
        rules.may_record(
            **entitled.as_terms(),
            signed_on=signed_on,
            valid_until=valid_until,
            max_months=log.municipality.consent_months,
            today=today,
            has_document=has_document,
            said_otherwise_on=said_otherwise_on(log, guardian_id),
        )
    )
    return entitled


def _keep(log, entitled, actor, *, covered_unit_ids, **fields):
    return keep_word(
        log,
        actor,
        for_unit_id=entitled.for_unit_id,
        covered_unit_ids=[str(unit) for unit in covered_unit_ids],
        **fields,
    )


def _told(consent):
    return {"guardian": consent.guardian.name, "valid_until": consent.valid_until.isoformat()}


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
