"""What follows from a word about consent: how long each place in the log is covered, and who is told."""

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.consent.queries import standing_of
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff


def renew_places(log, *, today):
    """Write on each place in a log how long consent covers it, after anything that consent rests on has changed.

    That is what lists and look-ups ask (access.scope), so that a withdrawal holds from the next request (L-06, L-08).
    Call it within the transaction of the change; `log` carries its municipality. Gives the standing.
    """
    standing = standing_of(log, today=today)
    for grant in Grant.objects.filter(log_id=log.pk, ended_at__isnull=True).exclude(unit_id=log.unit_id):
        until = standing.covers_until(grant.unit_id, today=today)
        if until != grant.consent_until:
            Grant.objects.filter(pk=grant.pk).update(consent_until=until)
    return standing


def tell_holder(log, kind, *, leaders=False, today, besides=None):
    """Tell whoever holds the baton, and where it matters the leaders of the unit, what somebody has answered.

    `besides` is the id of a person who need not be told: the one who did it.
    """
    holders = Grant.objects.filter(log_id=log.pk, ended_at__isnull=True, relation=Relation.BATON_HOLDER)
    told = list(holders.values_list("person_id", flat=True))
    if leaders:
        told += [post.person_id for post in staff.leaders_of([log.unit_id], day=today)]
    told = [person for person in dict.fromkeys(told) if person != besides]
    tell(log.municipality_id, told, kind, log=log, link=("consent", log.pk) if not leaders else None)


def tell_of_withdrawal(log, *, today, besides):
    """Alert the holder and the unit's leaders at once (L-08, W-19)."""
    tell_holder(log, Kind.CONSENT_WITHDRAWN, leaders=True, today=today, besides=besides)
