"""Tasks that the municipality has for every unit of a kind (S000-01)."""

from stafett.access.guard import require_version
from stafett.annual_wheel import rules
from stafett.annual_wheel.content import library
from stafett.annual_wheel.enums import Event, Refusal, Rhythm
from stafett.annual_wheel.models import CommonTask, Wheel, WheelTask
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.dates import school_year_of
from stafett.kernel.verdict import no, require


@operation(Event.COMMON_TASK_ADDED)
def add_common_task(*, actor, unit_kind, title, text, rhythm, month, owner, today):
    """Put a task in every wheel of a kind of unit, this school year's and later ones. Raises Refused."""
    if not library.has_starter(unit_kind):
        require(no(Refusal.NO_WHEEL_HERE))
    _require_words(title, text, rhythm, month)
    common = CommonTask.objects.create(
        municipality_id=actor.municipality_id, unit_kind=unit_kind, title=title, text=text, rhythm=rhythm, month=month,
        owner=owner,
    )  # fmt: skip
    wheels = Wheel.objects.filter(unit__kind=unit_kind, year__gte=school_year_of(today))
    WheelTask.objects.bulk_create(
        WheelTask(municipality_id=actor.municipality_id, wheel=wheel, common=common, rhythm=Rhythm.ALWAYS)
        for wheel in wheels
    )
    return Outcome(common, {"unit_kind": str(unit_kind), "month": month})


@operation(Event.COMMON_TASK_CHANGED, lock="common")
def change_common_task(*, actor, common, version, title, text, month, owner):
    """Change its words, month and owner in every wheel at once; its rhythm stays, for the marks' sake.

    Raises Refused, and Conflict when somebody was quicker.
    """
    require_version(common, version)
    _require_words(title, text, common.rhythm, month)
    common.title, common.text, common.month, common.owner = title, text, month, owner
    common.version += 1
    common.save(update_fields=["title", "text", "month", "owner", "version"])
    return Outcome(common, {"month": month, "owner": str(owner)})


@operation(Event.COMMON_TASK_WITHDRAWN, lock="common")
def withdraw_common_task(*, actor, common):
    """Take it out of every wheel where nobody has done it. Again, it changes nothing."""
    common.withdrawn_at = common.withdrawn_at or clock.now()
    common.save(update_fields=["withdrawn_at"])
    return common


def _require_words(title, text, rhythm, month):
    require(rules.may_place(rhythm, month))
    require(rules.may_write(title, text))
