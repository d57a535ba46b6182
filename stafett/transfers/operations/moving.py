"""How the baton goes from one hand to the next: one place ends and the other begins in the same moment. No verb of its own."""

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.consent import operations as consent_operations
from stafett.consent import queries as consent_queries
from stafett.kernel import clock
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.transfers.enums import TransferKind, TransferState
from stafett.transfers.models import Transfer


def pass_baton(log, *, actor, to_person_id, unit_id, stays, today):
    """Let somebody have the baton of a log on behalf of a unit, in place of whoever has it; call it inside an operation.

    `stays`: the former holder goes on as participant. In another unit than before, the places of every other service are
    reckoned anew: consent covers the unit that has the log, and the services it names (L-04, L-06).
    """
    holder = Grant.objects.get(log=log, relation=Relation.BATON_HOLDER, ended_at__isnull=True)
    open_places = Grant.objects.filter(log=log, ended_at__isnull=True)
    open_places.filter(person_id__in=[holder.person_id, to_person_id]).update(ended_at=clock.now())
    _give(log, actor, to_person_id, unit_id, Relation.BATON_HOLDER)
    if stays:
        _give(log, actor, holder.person_id, holder.unit_id, Relation.PARTICIPANT)
    log.unit_id = unit_id
    log.baton_offered_until = None
    log.save(update_fields=["unit", "baton_offered_until"])
    consent_operations.renew_places(log, today=today)
    _tell_everyone(log, besides={actor.person_id, holder.person_id, to_person_id}, today=today)


def end_deputies(log):
    """Write down that nobody stands in for anybody in a log any more: the baton has gone on, and what was agreed before must
    not bring it back past whoever has it now (W-04)."""
    standing_in = Transfer.objects.filter(log=log, kind=TransferKind.DEPUTY, state=TransferState.ACCEPTED)
    standing_in.update(state=TransferState.RETURNED, returned_at=clock.now())


def _give(log, actor, person_id, unit_id, relation):
    Grant.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        person_id=person_id,
        unit_id=unit_id,
        relation=relation,
        given_by_id=actor.person_id,
        started_at=clock.now(),
    )


def _tell_everyone(log, *, besides, today):
    """The family and whoever takes part, as far as each reaches the log today (W-04)."""
    log.standing = consent_queries.standing_of(log, today=today)
    family = [each.person_id for each in consent_queries.givers_of(log, today=today) if each.may_answer]
    taking_part = Grant.objects.filter(log=log, ended_at__isnull=True, relation=Relation.PARTICIPANT)
    covered = [
        each.person_id
        for each in taking_part
        if each.unit_id == log.unit_id or each.consent_until is not None
    ]
    told = [person for person in (*family, *covered) if person not in besides]
    tell(log.municipality_id, told, Kind.BATON_PASSED, log=log)
