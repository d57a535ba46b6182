"""For every form of staff lists and settings: fields that are carried out, who sends them, and where to."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stafett.administration.forms import lists, setup, staff
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import personal_number
from tests import stage

FORMS = {
    "new_unit": staff.UnitForm,
    "new_employee": staff.EmployeeForm,
    "edit_employment": staff.EmploymentForm,
    "employment_move": staff.MoveForm,
    "employment_end": staff.LastDayForm,
    "employee_number": staff.EmployeeNumberForm,
    "edit_names": setup.NamesForm,
    "edit_contacts": setup.ContactsForm,
    "edit_consent_rules": setup.ConsentRulesForm,
    "edit_working_rules": setup.WorkingRulesForm,
    "risk_assessment_approval": setup.AssessmentForm,
}
PARTS = {staff._RoleForm, lists.ListForm, lists.TakeInForm}  # parts, and files: test_lists.py
SCHOOL, KINDERGARTEN = cast.unit("eksempelvik_school").id, cast.unit("eventyrskogen").id
MAJAS = made_id("post", "maja-fabelasen_school")
_ABOUT = {
    "new_employee": SCHOOL, "edit_employment": MAJAS, "employment_move": MAJAS, "employment_end": MAJAS,
    "employee_number": MAJAS,
}  # fmt: skip


def sender(name):
    """Who sends it: the administrator, who keeps every list."""
    return "randi"


def address(name):
    """Where the form is sent."""
    return reverse(name, args=[_ABOUT[name]] if name in _ABOUT else [])


def fields(name):
    """The fields of the form on a route."""
    return _FIELDS[name]()


def number(serial=0):
    """A number that nobody has."""
    born = stage.today().replace(year=1990, month=6, day=6)
    serials = (personal_number.synthetic(born, each) for each in range(serial * 20, serial * 20 + 20))
    return next(each for each in serials if each)


def file(text, name="liste.csv"):
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def _ahead(days=3):
    return (stage.today() + timedelta(days=days)).isoformat()


_FIELDS = {
    "new_unit": lambda: {"name": "Solbakken skole", "kind": "school", "area_id": "none"},
    "new_employee": lambda: {
        "given_name": "Ola", "family_name": "Oppspinn", "number": number().digits, "position": "Lærer", "role": "staff",
        "starts_on": _ahead(),
    },
    "edit_employment": lambda: {"position": "Kontaktlærer", "role": "resource_person", "from_on": _ahead()},
    "employment_move": lambda: {"unit_id": str(KINDERGARTEN), "from_on": _ahead()},
    "employment_end": lambda: {"ends_on": _ahead()},
    "employee_number": lambda: {"number": number(1).digits},
    "edit_names": lambda: {"name": "Eksempelvik kommune", "locale": "nb", "model_alias": "BTI"},
    "edit_contacts": lambda: {
        "support_contact": "hjelp@eksempelvik.example", "information_url": "", "privacy_contact": "Ombudet, 00 00 00 08",
        "accessibility_contact": "", "accessibility_url": "",
    },
    "edit_consent_rules": lambda: {
        "consent_policy": "all", "own_consent_age": "16", "guardian_access_age": "16",
    },
    "edit_working_rules": lambda: {"consent_months": "12", "one_measure_per_actor": "warn"},
    "risk_assessment_approval": lambda: {"assessed_on": stage.today().isoformat()},
}  # fmt: skip
