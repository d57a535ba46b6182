"""A directory tells of a unit as a group, who is in it, and that it is there no more. A unit with a history stays."""

from django.db.models import ProtectedError

from stafett.administration import operations as register
from stafett.administration.enums import Refusal
from stafett.audit.trail import Outcome, operation
from stafett.integrations.enums import Basis, Event
from stafett.integrations.models import DirectoryGroup, DirectoryPlace, DirectoryUser
from stafett.integrations.operations import settling
from stafett.integrations.rules.documents import GroupSaid
from stafett.kernel import clock
from stafett.kernel.protocol import Fault
from stafett.kernel.verdict import Refused
from stafett.register.enums import UnitKind


@operation(Event.GROUP_ADDED)
def add_group(*, actor, said: GroupSaid, today):
    """Enter a unit as the directory tells, as "another service" until the administrator says what it is; gives the Unit.

    Raises Fault 409 when a unit has the name already: a directory looks for it first, and then changes that one.
    """
    unit = _named(
        register.add_unit,
        actor=actor,
        name=said.display_name,
        kind=UnitKind.OTHER,
        is_private=False,
        area_id=None,
    )
    _tell(unit, said, is_ours=True)
    return Outcome(unit, _set_members(actor, unit, said.members, today))


@operation(Event.GROUP_CHANGED, lock="unit")
def change_group(*, actor, unit, said: GroupSaid, today):
    """Let a unit's name and members be as the directory tells now; gives the Unit. Raises Fault 400, 409."""
    if said.display_name != unit.name:
        unit = _named(
            register.change_unit, actor=actor, unit=unit, name=said.display_name, kind=unit.kind,
            is_private=unit.is_private, area_id=unit.area_id,
        )  # fmt: skip
    _tell(unit, said)
    return Outcome(unit, _set_members(actor, unit, said.members, today))


@operation(Event.GROUP_REMOVED, lock="unit")
def remove_group(*, actor, unit, today):
    """The directory has the group no more: its members leave the unit. A unit the directory made, and that nothing has been
    about, goes with it. Raises Fault 409 for any other: those are looked after in Stafett."""
    told = DirectoryGroup.objects.filter(unit=unit).first()
    if told is None or not told.unit_is_ours:
        raise Fault(409, "This unit was made in Stafett, and is taken away there.")
    facts = _set_members(actor, unit, (), today)
    told.delete()
    row_id = unit.pk
    try:
        unit.delete()
    except ProtectedError:
        raise Fault(409, "This unit has a history, and stays.") from None
    unit.pk = row_id  # the trail names what is gone
    return Outcome(unit, facts)


def _named(verb, **given):
    """Two units do not bear one name; other refusals of the register do not arise from a name."""
    try:
        return verb(**given)
    except Refused as refused:
        code = "uniqueness" if refused.refusal == Refusal.UNIT_EXISTS else "invalidValue"
        raise Fault(409, "A unit with this name is there already.", code=code) from None


def _tell(unit, said, *, is_ours=False):
    now = clock.now()
    told, is_new = DirectoryGroup.objects.get_or_create(
        unit=unit, municipality_id=unit.municipality_id,
        defaults={"external_id": said.external_id, "unit_is_ours": is_ours, "made_at": now, "changed_at": now},
    )  # fmt: skip
    if not is_new:
        told.external_id, told.changed_at = said.external_id, now
        told.save(update_fields=["external_id", "changed_at"])


def _set_members(actor, unit, members, today):
    """Who the directory has in the unit as a group; those who come begin, and those who go have left it."""
    places = DirectoryPlace.objects.filter(unit=unit, basis=Basis.GROUP)
    held = set(places.values_list("user_id", flat=True))
    coming, going = set(members) - held, held - set(members)
    users = {
        user.pk: user for user in DirectoryUser.objects.filter(pk__in=coming | going).select_related("person")
    }
    if coming - users.keys():
        raise Fault(400, "A member is not known here.", code="invalidValue")
    DirectoryPlace.objects.bulk_create(
        DirectoryPlace(municipality_id=unit.municipality_id, user_id=pk, unit=unit, basis=Basis.GROUP)
        for pk in sorted(coming)
    )
    places.filter(user_id__in=going).delete()
    for pk in sorted(coming):
        settling.settle(actor, users[pk], today=today)
    for pk in sorted(going):
        settling.leave(users[pk], [unit.pk], today=today)
    return {"came": len(coming), "went": len(going)} if coming or going else {}
