"""Asking for consent: one request to each person whose yes counts."""

from stafett.audit.trail import Outcome, operation
from stafett.consent import rules
from stafett.consent.enums import Answer, QuietEvent
from stafett.consent.models import ConsentRequest
from stafett.consent.queries import givers_of, standing_of
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff


@operation(QuietEvent.REQUESTED, lock="log")
def request_consent(*, actor, log, person_ids, unit_ids, valid_until, locale, about, today):
    """Ask people for consent to the unit with the baton and these services, in a language (L-03, L-06, W-18).

    A request that waits already is replaced. `person_ids` are some of those in `givers_of`; `about` says in a few words
    what it is about; `locale` is empty when each reads in their own language. Raises Refused.
    """
    log.standing = standing_of(log, today=today)
    may_give = {giver.person_id: giver for giver in givers_of(log, today=today) if giver.may_answer}
    require(
        rules.may_request(
            asked=person_ids,
            may_give=may_give,
            valid_until=valid_until,
            max_months=log.municipality.consent_months,
            today=today,
        )
    )
    open_before = ConsentRequest.objects.filter(log_id=log.pk, person_id__in=person_ids, answer="")
    open_before.update(answer=Answer.REPLACED, answered_at=clock.now())
    units = [str(unit.pk) for unit in staff.units_named(unit_ids) if unit.pk != log.unit_id]
    made = ConsentRequest.objects.bulk_create(
        ConsentRequest(
            municipality_id=log.municipality_id,
            log_id=log.pk,
            person_id=person,
            unit_ids=units,
            valid_until=valid_until,
            locale=locale or may_give[person].locale or log.municipality.locale,
            about=about,
            asked_by_id=actor.person_id,
            asked_at=clock.now(),
        )
        for person in dict.fromkeys(person_ids)
    )
    for each in made:
        tell(
            log.municipality_id,
            [each.person_id],
            Kind.CONSENT_REQUESTED,
            log=log,
            link=("consent_answer", each.pk),
        )
    return Outcome(log, {"asked": len(made), "units": units, "valid_until": valid_until.isoformat()})
