"""Who may what of courses and self-assessment, written by hand: a part of the table in who_may.py.

Route: what its address names, its methods, who gets it, who is told that it is not for them, and what an empty form gets.
Everybody else is told that there is no such thing; about nothing in particular, everybody else is told no (S000-15..19).
"""

from tests.access import who_may
from tests.access.who_may import GET, POST

EVERYBODY_HERE, EMPLOYEES = "everybody here", "employees"
ADMINISTRATORS, LEADERS = who_may.ADMINISTRATORS, who_may.ROLE_ROUTES["unit_logs"]
AREA = {"torbjorn", "torfinn"}
BOTH, ONE = (GET, POST), (POST,)
TWO_LEADERS = {"elle", "torbjorn"}

ROUTES = {
    "courses": (None, (GET,), EMPLOYEES, (), None),
    "course_slides": (None, (GET,), EMPLOYEES, (), None),
    "slide_deck": ("deck", (GET,), EMPLOYEES, (), None),
    "slide": ("slide", (GET,), EMPLOYEES, (), None),
    "training_needs": (None, (GET,), LEADERS, (), None),
    "new_course": (None, BOTH, ADMINISTRATORS, (), 422),
    "refresher": (None, BOTH, ADMINISTRATORS, (), 422),
    "course": ("course", (GET,), EMPLOYEES, EVERYBODY_HERE, None),
    "course_calendar": ("course", (GET,), EMPLOYEES, EVERYBODY_HERE, None),
    "edit_course": ("course", BOTH, {"randi"}, EVERYBODY_HERE, 422),
    "course_cancellation": ("course", ONE, {"randi"}, EVERYBODY_HERE, 302),
    "course_sign_up": ("course", BOTH, LEADERS, EVERYBODY_HERE, 422),
    "attendance": ("held", BOTH, {"randi", "yusuf"}, EVERYBODY_HERE, 302),
    "sign_up_withdrawal": ("place", ONE, {"kari", "elle", "randi"}, (), 302),
    "self_assessments": (None, (GET,), LEADERS, (), None),
    "area_assessments": (None, (GET,), AREA, (), None),
    "assessment_comparison": (None, (GET,), AREA, (), None),
    "assessment_start": ("unit", ONE, {"elle"}, (), 302),
    "assessment": ("sent", (GET,), TWO_LEADERS, (), None),
    "assessment_pdf": ("sent", (GET,), TWO_LEADERS, (), None),
    "assessment_remark": ("sent", BOTH, TWO_LEADERS, (), 422),
    "assessment_read": ("sent", ONE, {"torbjorn"}, {"elle"}, 302),
    "assessment_correction": ("sent", ONE, {"elle"}, {"torbjorn"}, 302),
    "assessment_answers": ("draft", BOTH, {"aslaug"}, (), 409),
    "assessment_submission": ("draft", ONE, {"aslaug"}, (), 302),
}
