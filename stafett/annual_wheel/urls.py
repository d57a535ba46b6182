"""Routes of the annual wheel."""

from django.urls import path, re_path

from stafett.annual_wheel.views import calendar, for_everybody, lists, task, wheel

UNIT, WHEEL, TASK, COMMON = (
    "arshjul/enheter/<uuid:pk>/",
    "arshjul/<uuid:pk>/",
    "arshjul/oppgaver/<uuid:pk>/",
    "arshjul/felles/",
)
LETTERS = "[-_A-Za-z0-9]{43}"  # 256 bits

urlpatterns = [
    path("arshjul/", wheel.wheels_in_reach, name="wheels"),
    path(UNIT, wheel.unit_wheel, name="unit_wheel"),
    path(UNIT + "apning/", wheel.wheel_opening, name="wheel_opening"),
    path(UNIT + "kalender/", calendar.wheel_calendar_page, name="wheel_calendar"),
    path(UNIT + "kalender/stenging/", calendar.wheel_calendar_end, name="wheel_calendar_end"),
    path(WHEEL + "status/", wheel.wheel_status, name="wheel_status"),
    path(WHEEL + "kalenderfil/", calendar.wheel_file, name="wheel_file"),
    path(WHEEL + "ny-oppgave/", task.new_task, name="new_wheel_task"),
    path(TASK, task.wheel_task, name="wheel_task"),
    path(TASK + "gjort/", task.task_done, name="wheel_task_done"),
    path(TASK + "ikke-gjort/", task.task_undone, name="wheel_task_undone"),
    path(TASK + "endring/", task.edit_task, name="edit_wheel_task"),
    path(TASK + "bortlegging/", task.task_away, name="wheel_task_away"),
    path(TASK + "framtaking/", task.task_return, name="wheel_task_return"),
    path(TASK + "ansatte/", lists.staff_list, name="wheel_staff"),
    path(TASK + "foreldremoter/", lists.parent_meetings, name="wheel_parent_meetings"),
    path(
        TASK + "foreldremoter/<uuid:meeting>/fjerning/",
        lists.parent_meeting_removal,
        name="parent_meeting_removal",
    ),
    path(COMMON, for_everybody.common_tasks, name="common_wheel_tasks"),
    path(COMMON + "ny/", for_everybody.new_common_task, name="new_common_wheel_task"),
    path(COMMON + "<uuid:pk>/", for_everybody.edit_common_task, name="edit_common_wheel_task"),
    path(
        COMMON + "<uuid:pk>/fjerning/",
        for_everybody.common_task_withdrawal,
        name="common_wheel_task_withdrawal",
    ),
    re_path(
        rf"^kalender/(?P<municipality>[-a-z0-9]+)/(?P<token>{LETTERS})\.ics$",
        calendar.wheel_feed,
        name="wheel_feed",
    ),
]
