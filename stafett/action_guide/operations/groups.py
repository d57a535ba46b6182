"""The municipal administrator says who is in the project group and the steering group (S004-14)."""

from stafett.action_guide.enums import Event, Refusal
from stafett.action_guide.models import GroupMember
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import YES, no, require
from stafett.register.models import Employment
from stafett.register.staff import holding_on


@operation(Event.MEMBER_ADDED)
def add_member(*, actor, employment_id, group, today):
    """Give somebody who is employed today a place in a group. Raises Refused when they have one. Source: S004-14."""
    found = Employment.objects.filter(holding_on(today), pk=employment_id).first()
    require(YES if found else no(Refusal.NOT_EMPLOYED))
    member, is_new = GroupMember.objects.get_or_create(
        municipality_id=actor.municipality_id, person_id=found.person_id, group=group, ended_at=None,
        defaults={"given_by_id": actor.person_id, "given_at": clock.now()},
    )  # fmt: skip
    require(YES if is_new else no(Refusal.ALREADY_MEMBER))
    return Outcome(member, {"group": str(group)})


@operation(Event.MEMBER_ENDED, lock="member")
def end_membership(*, actor, member):
    """End a place in a group; what the person has written stays. Source: S004-14."""
    if member.ended_at is None:
        member.ended_at = clock.now()
        member.save(update_fields=["ended_at"])
    return Outcome(member, {"group": member.group})
