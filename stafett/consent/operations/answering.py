"""What somebody says themselves, logged in: yes to a request, no to it, less than before, no more."""

from stafett.audit.trail import Outcome, operation
from stafett.consent import rules
from stafett.consent.enums import Answer, ConsentForm, Event, QuietEvent, Refusal
from stafett.consent.models import ConsentRequest
from stafett.consent.operations.places import renew_places, tell_holder, tell_of_withdrawal
from stafett.consent.operations.texts import said_to
from stafett.consent.operations.words import keep_withdrawal, keep_word
from stafett.consent.queries import entitlement_of, newest_word_of, standing_of
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind


@operation(Event.SIGNED, lock="log")
def answer_request(
    *, actor, log, asked, covered_unit_ids, restrictions, limits, valid_until, locale, today
):  # fmt: skip
    """Say yes to a request, or to a part of it, having read the text in `locale` (L-03, L-06, L-07, W-18).

    `asked` is the ConsentRequest; `covered_unit_ids` some of its services; `restrictions` maps a service's id to the
    ids of the only concerns it may see. Raises Refused.
    """
    asked = ConsentRequest.objects.get(pk=asked.pk)
    units = [str(unit) for unit in covered_unit_ids]
    entitled = _require_may_answer(actor, log, asked, units, valid_until, today)
    consent = keep_word(
        log,
        actor,
        guardian_id=actor.person_id,
        for_unit_id=entitled.for_unit_id,
        form=ConsentForm.DIGITAL,
        locale=locale,
        signed_on=today,
        valid_until=valid_until,
        covered_unit_ids=units,
        restrictions=_as_stored(restrictions, units),
        limits=limits,
        request=asked,
        **said_to(log, locale=locale, unit_ids=covered_unit_ids, until=valid_until),
    )
    _close(asked, Answer.YES)
    renew_places(log, today=today)
    tell_holder(log, Kind.CONSENT_GIVEN, today=today, besides=actor.person_id)
    return Outcome(consent, {"guardian": actor.name, "valid_until": valid_until.isoformat(), "units": units})


@operation(QuietEvent.DECLINED, lock="log")
def decline_request(*, actor, log, asked, today):
    """Say no to a request. What was said before stands: a no to more is not a no to what is."""
    asked = ConsentRequest.objects.get(pk=asked.pk)
    if asked.answer:
        require(no(Refusal.REQUEST_ANSWERED))
    _close(asked, Answer.NO)
    tell_holder(log, Kind.CONSENT_DECLINED, today=today, besides=actor.person_id)
    return asked


@operation(Event.CHANGED, lock="log")
def narrow_consent(*, actor, log, covered_unit_ids, restrictions, limits, valid_until, today):
    """Say yes to less than before: fewer services, fewer concerns for a service, a nearer end (L-07, L-08).

    Arguments as for `answer_request`. A service that is left out loses its access with the next request. Raises Refused.
    """
    before = _standing_yes(actor, log, today)
    units = [str(unit) for unit in covered_unit_ids]
    after = _as_stored(restrictions, units)
    require(
        rules.may_narrow(
            before_units=before.covered_unit_ids,
            after_units=units,
            before_restrictions=before.restrictions,
            after_restrictions=after,
            before_until=before.valid_until,
            after_until=valid_until,
            today=today,
        )
    )
    consent = _following(
        before, actor, log, units=units, restrictions=after, limits=limits, until=valid_until, today=today
    )
    renew_places(log, today=today)
    if set(units) < set(before.covered_unit_ids):
        tell_of_withdrawal(log, today=today, besides=actor.person_id)
    else:
        tell_holder(log, Kind.CONSENT_CHANGED, today=today, besides=actor.person_id)
    return Outcome(consent, {"valid_until": valid_until.isoformat(), "units": units})


@operation(Event.WITHDRAWN, lock="log")
def withdraw_consent(*, actor, log, asks_to_end, today):
    """Take one's consent back, wholly and from now on (L-08, W-19). `asks_to_end`: also asks to close the log (W-28).

    What was shared stays documented. Raises Refused when there is nothing to take back.
    """
    before = _standing_yes(actor, log, today)
    consent = keep_withdrawal(
        log, actor, before, form=ConsentForm.DIGITAL, signed_on=today, asks_to_end=asks_to_end
    )
    renew_places(log, today=today)
    tell_of_withdrawal(log, today=today, besides=actor.person_id)
    return Outcome(consent, {"asks_to_end": asks_to_end})


def _require_may_answer(actor, log, asked, units, valid_until, today):
    log.standing = standing_of(log, today=today)
    entitled = entitlement_of(log, actor.person_id, today=today)
    require(
        rules.may_record(
            **entitled.as_terms(),
            signed_on=today,
            valid_until=valid_until,
            max_months=log.municipality.consent_months,
            today=today,
        )
    )
    require(
        rules.may_answer(
            answer=asked.answer,
            asked_unit_ids=asked.unit_ids,
            said_unit_ids=units,
            asked_until=asked.valid_until,
            said_until=valid_until,
            today=today,
        )
    )
    return entitled


def _standing_yes(actor, log, today):
    """The actor's newest word, which must be a yes that has not run out."""
    before = newest_word_of(log, actor.person_id)
    if before is None or before.is_no or before.valid_until < today:
        require(no(Refusal.NOTHING_TO_WITHDRAW))
    return before


def _following(before, actor, log, *, units, restrictions, limits, until, today):
    """A narrower word after `before`, said to the same text."""
    filled = said_to(log, locale=before.locale, unit_ids=units, until=until)["filled"]
    return keep_word(
        log,
        actor,
        guardian_id=before.guardian_id,
        for_unit_id=before.for_unit_id,
        form=ConsentForm.DIGITAL,
        locale=before.locale,
        signed_on=today,
        valid_until=until,
        covered_unit_ids=units,
        restrictions=restrictions,
        limits=limits,
        missing_facts=before.missing_facts,
        text_id=before.text_id,
        filled=filled if before.text_id else {},
        request_id=before.request_id,
    )


def _as_stored(restrictions, units):
    """Ids as text, and only for services that are named."""
    stored = {str(unit): sorted(str(each) for each in seen) for unit, seen in restrictions.items()}
    return {unit: seen for unit, seen in stored.items() if unit in units}


def _close(asked, answer):
    asked.answer, asked.answered_at = answer, clock.now()
    asked.save(update_fields=["answer", "answered_at"])
