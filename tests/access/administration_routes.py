"""Who may what of units, staff lists and settings, written by hand: a part of the table in who_may.py.

Route: what its address names, its methods, who gets it, who is told that it is not for them, and what an empty form gets.
Everybody else is told that there is no such thing; about nothing in particular, everybody else is told no (domain 3.2, S000-07).
Elle leads Kari's school, Randi runs the system. Nobody changes their own post, and leaders appoint no leaders.
"""

from tests.access import who_may
from tests.access.who_may import GET, POST

ADMINISTRATORS = who_may.ADMINISTRATORS
KEEPERS = {"elle", "randi"}
ASSESSORS = who_may.KEEP_THE_RECORD  # personvernombudet gives advice on it
BOTH, ONE, LOOK = (GET, POST), (POST,), (GET,)

ROUTES = {
    "new_unit": (None, BOTH, ADMINISTRATORS, (), 422),
    "edit_unit": ("school", BOTH, {"randi"}, {"elle"}, 422),
    "unit_staff": ("school", LOOK, KEEPERS, (), None),
    "new_employee": ("school", BOTH, KEEPERS, (), 422),
    "employment": ("karis", LOOK, KEEPERS, (), None),
    "edit_employment": ("karis", BOTH, KEEPERS, (), 422),
    "employment_move": ("karis", BOTH, KEEPERS, (), 422),
    "employment_end": ("karis", BOTH, KEEPERS, (), 422),
    "employment_reopening": ("karis", ONE, KEEPERS, (), 422),
    "employee_number": ("karis", BOTH, KEEPERS, (), 422),
    "staff_imports": (None, BOTH, ADMINISTRATORS, (), 422),
    "staff_import": ("list", LOOK, {"randi"}, (), None),
    "staff_import_order": ("list", ONE, {"randi"}, (), 302),
    "staff_import_cancelling": ("list", ONE, {"randi"}, (), 302),
    "staff_import_undoing": ("list", ONE, {"randi"}, (), 422),
    "municipality_settings": (None, LOOK, ADMINISTRATORS, (), None),
    "edit_names": (None, BOTH, ADMINISTRATORS, (), 422),
    "edit_contacts": (None, BOTH, ADMINISTRATORS, (), 302),
    "edit_consent_rules": (None, BOTH, ADMINISTRATORS, (), 422),
    "edit_working_rules": (None, BOTH, ADMINISTRATORS, (), 422),
    "readiness": (None, BOTH, ADMINISTRATORS, (), 422),
    "risk_assessment": (None, LOOK, ASSESSORS, (), None),
    "risk_assessment_approval": (None, ONE, ADMINISTRATORS, (), 422),
    "risk_assessment_pdf": (None, LOOK, ASSESSORS, (), None),
    "risk_assessment_text": (None, LOOK, ASSESSORS, (), None),
}
# A leader's own post, and that of another leader: seen on the list, and changed by the administrator.
OWN = {
    "employment": (LOOK, KEEPERS, ()),
    "edit_employment": (BOTH, {"randi"}, {"elle"}),
    "employment_end": (BOTH, {"randi"}, {"elle"}),
    "employee_number": (BOTH, {"randi"}, {"elle"}),
}
# The list of lists: a leader of one unit is sent straight to it.
LISTS = "staff_lists"
LISTS_STATUS = dict.fromkeys(who_may.ROLE_ROUTES["unit_logs"], 302) | dict.fromkeys(ADMINISTRATORS, 200)
