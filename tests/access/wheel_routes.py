"""Who may what of the annual wheel, written by hand: a part of the table in who_may.py.

Route: what its address names, its methods, who gets it, who is told that it is not for them, and what an empty form gets.
Everybody else is told that there is no such thing; about nothing in particular, everybody else is told no (S000-01, S000-22).
The wheel is that of Kari's school: Elle leads it, Yusuf is its resource person, Torbjørn leads its area, Randi runs the system.
"""

from tests.access.who_may import GET, POST

READERS = {"kari", "jonas", "yusuf", "elle", "torbjorn", "randi"}
LEADER = {"elle"}
COMMON = {"randi", "gudveig", "torbjorn", "torfinn"}
OTHERS = READERS - LEADER
BOTH, ONE, LOOK = (GET, POST), (POST,), (GET,)

ROUTES = {
    "unit_wheel": ("unit", LOOK, READERS, (), None),
    "wheel_opening": ("unit", ONE, LEADER, OTHERS, 422),
    "wheel_calendar": ("unit", BOTH, READERS, (), 200),
    "wheel_calendar_end": ("unit", ONE, READERS, (), 302),
    "wheel_status": ("wheel", LOOK, LEADER, OTHERS, None),
    "wheel_file": ("wheel", LOOK, READERS, (), None),
    "new_wheel_task": ("wheel", BOTH, LEADER, OTHERS, 422),
    "wheel_task": ("task", LOOK, READERS, (), None),
    "wheel_task_done": ("task", BOTH, LEADER, OTHERS, 302),
    "wheel_task_undone": ("task", ONE, LEADER, OTHERS, 422),
    "edit_wheel_task": ("task", BOTH, LEADER, OTHERS, 422),
    "wheel_task_away": ("task", ONE, LEADER, OTHERS, 302),
    "wheel_task_return": ("task", ONE, LEADER, OTHERS, 302),
    "wheel_staff": ("staff_task", BOTH, LEADER, OTHERS, 302),
    "wheel_parent_meetings": ("meetings_task", BOTH, LEADER, OTHERS, 422),
    "parent_meeting_removal": ("meeting", ONE, LEADER, OTHERS, 302),
    "common_wheel_tasks": (None, LOOK, COMMON, (), None),
    "new_common_wheel_task": (None, BOTH, COMMON, (), 422),
    "edit_common_wheel_task": ("common", BOTH, {"randi", "torbjorn"}, "everybody here", 422),
    "common_wheel_task_withdrawal": ("common", ONE, {"randi", "torbjorn"}, "everybody here", 302),
}
# Whoever works among children in one unit is sent to its wheel, whatever kind of unit it is; whoever reaches several sees a list.
LIST = "wheels"
ONE_UNIT = {
    "kari", "jonas", "yusuf", "elle", "dag", "maja", "aslaug", "pernille", "ingeborg", "amal", "tove", "mina", "astrid",
    "henrik", "liv", "samira", "geir", "oddny", "torleiv", "sigrun", "idunn", "asbjorn", "arnfinn", "gunnvor", "torbjorg",
    "magnhild", "eirik", "aud", "dragana", "olav",
}  # fmt: skip
SEE_THE_LIST = COMMON
FEED = "wheel_feed"  # its address is the key: nobody has this one
