"""The one way a word about consent is kept: rows are only ever added, and say who wrote them down and when."""

from stafett.consent.models import Consent
from stafett.kernel import clock


def keep_word(log, actor, **said) -> Consent:
    """Keep what somebody has said about a log. `said` are the columns of Consent that the word itself decides."""
    return Consent.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        recorded_by_id=actor.person_id,
        recorded_at=clock.now(),
        **said,
    )


def keep_withdrawal(log, actor, before, *, form, signed_on, asks_to_end) -> Consent:
    """Keep a no after `before`, a yes of the same person, from now on (L-08)."""
    return keep_word(
        log,
        actor,
        guardian_id=before.guardian_id,
        for_unit_id=before.for_unit_id,
        form=form,
        locale=before.locale,
        signed_on=signed_on,
        valid_until=None,
        asks_to_end=asks_to_end,
    )
