"""Tables of the annual wheel: a unit's year, its tasks, and what was done. Nothing here is about a child."""

from stafett.annual_wheel.models.feed import CalendarFeed
from stafett.annual_wheel.models.marks import Completion, ParentMeeting
from stafett.annual_wheel.models.wheel import CommonTask, Wheel, WheelTask

__all__ = ["CalendarFeed", "CommonTask", "Completion", "ParentMeeting", "Wheel", "WheelTask"]
