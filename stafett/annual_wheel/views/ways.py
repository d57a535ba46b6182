"""Where each task leads, and what is waiting there, in one sentence (S000-06..13)."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.annual_wheel.enums import Opens
from stafett.annual_wheel.queries import counts
from stafett.annual_wheel.queries.counts import LogCounts
from stafett.leadership.enums import Shown

ROUTES = {
    Opens.OVERDUE: "unit_logs",
    Opens.FLOW: "unit_logs",
    Opens.LOGS: "unit_logs",
    Opens.TRAINING: "training_needs",
    Opens.COURSES: "courses",
    Opens.SLIDES: "course_slides",
    Opens.GUIDE: "guide",
    Opens.STARTERS: "school_starters",
    Opens.SELF_ASSESSMENT: "self_assessments",
}
NARROWED = {Opens.OVERDUE: Shown.OVERDUE, Opens.FLOW: Shown.WITHOUT_DATE}  # of the unit's logs
OF_THE_TASK = {Opens.STAFF_LIST: "wheel_staff", Opens.PARENT_MEETINGS: "wheel_parent_meetings"}
FOR_LEADERS = frozenset(
    {Opens.OVERDUE, Opens.FLOW, Opens.LOGS, Opens.TRAINING, Opens.STARTERS, Opens.SELF_ASSESSMENT, Opens.STAFF_LIST,
     Opens.PARENT_MEETINGS, Opens.STATUS}
)  # fmt: skip


@dataclass(frozen=True)
class Way:
    """The page where a task is done."""

    href: str
    label: str


def of(task, wheel, *, leads: bool) -> Way | None:
    """The way to where a task is done; None when it leads nowhere, or to a page that is only the leader's."""
    if not task.opens or (task.opens in FOR_LEADERS and not leads):
        return None
    label = str(Opens(task.opens).label)
    if task.opens in OF_THE_TASK:
        return Way(reverse(OF_THE_TASK[task.opens], args=[task.id]), label)
    if task.opens == Opens.STATUS:
        return Way(reverse("wheel_status", args=[wheel.id]), label)
    if task.opens == Opens.CALENDAR:
        return Way(reverse("wheel_calendar", args=[wheel.unit_id]), label)
    return Way(reverse(ROUTES[task.opens]) + _narrowed(task.opens), label)


def _narrowed(opens):
    return f"?vis={NARROWED[opens].value}" if opens in NARROWED else ""


def waiting_there(task, wheel, logs: LogCounts, *, today) -> str:
    """What is waiting where a task leads, for the unit's leader; "" when there is nothing to count."""
    if task.opens == Opens.OVERDUE:
        return _overdue(logs.overdue)
    if task.opens == Opens.FLOW:
        return _without_plan(logs.without_plan)
    if task.opens == Opens.PARENT_MEETINGS:
        held = counts.ticked_groups(wheel.id)
        return ngettext("%(num)s foreldremøte er huket av.", "%(num)s foreldremøter er huket av.", held) % {
            "num": held
        }
    return ""


def _overdue(count):
    if not count:
        return _("Ingen logger har evaluering over tiden.")
    return ngettext(
        "%(num)s logg har evaluering over tiden.", "%(num)s logger har evaluering over tiden.", count
    ) % {"num": count}


def _without_plan(count):
    if not count:
        return _("Alle loggene har en neste dato.")
    return ngettext("%(num)s logg har ingen neste dato.", "%(num)s logger har ingen neste dato.", count) % {
        "num": count
    }


def consents_sentence(count: int) -> str:
    """How many logs have a consent to renew."""
    if not count:
        return _("Ingen samtykker går ut den neste måneden.")
    return ngettext(
        "%(num)s logg har et samtykke som må fornyes.",
        "%(num)s logger har et samtykke som må fornyes.",
        count,
    ) % {"num": count}


def training_sentence(count: int) -> str:
    """How many want training and are not signed up."""
    if not count:
        return _("Ingen venter på opplæring.")
    return ngettext(
        "%(num)s ansatt trenger opplæring og er ikke meldt på.",
        "%(num)s ansatte trenger opplæring og er ikke meldt på.",
        count,
    ) % {"num": count}
