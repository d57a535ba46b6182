"""For every form of the product: fields that are carried out when Kari sends them in the active log (four_logs.py).

A form that is not here fails a test (test_bad_input.py), so that a new one is tried with bad input from its first day.
"""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stafett.administration.forms import ChildForm, GuardianForm, NoWordsForm
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import personal_number
from stafett.kernel.ids import new_id
from stafett.overview.forms import OwnPageForm
from stafett.register.models import GuardianRelation
from stafett.relay_log.forms import concern, measure, start
from tests import stage
from tests.access import asking

FORMS = {
    "own_page": OwnPageForm,
    "new_child": ChildForm,
    "guardians": GuardianForm,
    "guardian_confirmation": NoWordsForm,
    "start_log": start.StartForm,
    "new_bright_spot": start.BrightSpotForm,
    "new_note": start.NoteForm,
    "level": start.LevelForm,
    "participants": start.ParticipantForm,
    "closure": start.ClosureForm,
    "consent": start.ConsentForm,
    "new_concern": concern.ConcernForm,
    "edit_concern": concern.ConcernForm,
    "activation": concern.ActivationForm,
    "ending": start.ReasonForm,
    "new_goal": concern.GoalForm,
    "new_factor": concern.FactorForm,
    "new_concern_note": start.NoteForm,
    "new_measure": measure.MeasureForm,
    "edit_measure": measure.MeasureForm,
    "evaluation": measure.EvaluateForm,
    "new_ladder": measure.LadderForm,
}


def fields(name, things=None):
    """The fields of the form on route `name`, as a browser sends them, with a new submission id."""
    return {"submission": str(new_id()), **_FORMS[name](things)}


def address(name, things):
    """Where the form is sent, for Kari in the active log."""
    if name in ("own_page", "new_child"):
        return reverse(name)
    if name in ("guardians", "start_log"):
        return reverse(name, args=[cast.child("nils").id])
    if name == "guardian_confirmation":
        return reverse(name, args=[cast.relations_of("mateusz")[1].id])
    return reverse(name, args=asking.address(name, things)) + query(name)


def query(name):
    """The query that must stand in the address for the form to be whole."""
    return {"participants": "?q=Yusuf"}.get(name, "")


def paper():
    """A signed form as a file."""
    return SimpleUploadedFile("samtykke.pdf", stage.PDF, content_type="application/pdf")


def number(year=1990, serial=200):
    """A personal number that nobody in the cast has."""
    born = stage.today().replace(year=year, month=5, day=14)
    return next(n.digits for s in range(serial, serial + 10) if (n := personal_number.synthetic(born, s)))


def _concern_words(_things):
    return {
        "title": "Eleven kommer ofte for sent", "category": "wellbeing", "subcategory": "", "background": "Siden jul.",
        "context": "Lang skolevei.", "goal_text": "Eleven er på plass når det ringer inn fire dager i uken.",
        "goal_kind": "main", "success_indicator": "Sitter på plassen sin kl. 8.30.", "smarte": ["s", "m"],
        "informed": ["guardians"], "talked_with_guardians_on": _day(0), "talked_with_child_on": _day(-1),
        "no_child_talk_reason": "", "child_view": "Jeg vil rekke bussen.",
    }  # fmt: skip


def _measure_words(_things):
    return {
        "arena": "service", "type": "group", "description": "Vente ved porten", "owner_kinds": ["participant"],
        "chosen_ids": [str(cast.person("henrik").id)], "start_by": _day(1), "evaluate_by": _day(40), "accept_second": "on",
    }  # fmt: skip


def _paper_consent(things):
    guardian = (
        GuardianRelation.objects.filter(child=things.log.child_id, state="confirmed").first().guardian_id
    )
    return {
        "guardian_id": str(guardian), "signed_on": _day(0), "valid_until": _day(200), "locale": "nb",
        "covered_unit_ids": [str(cast.unit("eksempelvik_ppt").id)], "limits": "Ikke om helse.", "file": paper(),
    }  # fmt: skip


def _person(_things):
    return {"given_name": "Ola", "family_name": "Oppspinn", "number": number()}


def _day(ahead):
    return (stage.today() + timedelta(days=ahead)).isoformat()


_FORMS = {
    "own_page": lambda _: {"locale": "nb", "email": "kari@eksempel.no", "phone": "900 00 000"},
    "new_child": lambda _: {
        **_person(_), "number": number(year=2015), "unit_id": str(cast.unit("eksempelvik_school").id),
        "group_name": "3A", "first_grade_year": "2021",
    },
    "guardians": lambda _: {**_person(_), "kind": "parent", "has_parental_responsibility": "on"},
    "guardian_confirmation": lambda _: {},
    "start_log": lambda _: {
        "criteria": ["over_time"], "simple_measures_tried": "on", "leader_id": str(cast.person("elle").id),
        "leader_agreed_on": _day(0),
    },
    "new_bright_spot": lambda _: {"text": "Hun lo hele veien hjem."},
    "new_note": lambda _: {"text": "Vi snakkes igjen på mandag."},
    "level": lambda _: {"level": "3", "reason": "Barnevernet skal være med."},
    "participants": lambda _: {
        "employment_id": str(made_id("post", "yusuf-eksempelvik_school")), "purpose": "Støtter i friminuttene.",
    },
    "end_participation": lambda _: {},
    "closure": lambda _: {"summary": "Familien er godt i gang."},
    "discard_log": lambda _: {},
    "consent": _paper_consent,
    "new_concern": _concern_words,
    "edit_concern": lambda things: {**_concern_words(things), "version": things.concern.version},
    "sharing": lambda _: {},
    "activation": lambda _: {"no_child_measure_reason": "Vil vente til etter ferien."},
    "achievement": lambda _: {},
    "ending": lambda _: {"reason": "Familien flytter."},
    "discard_concern": lambda _: {},
    "new_goal": lambda _: {"text": "Eleven har én venn.", "success_indicator": "", "kind": "sub", "smarte": ["s"]},
    "new_factor": lambda _: {"kind": "group", "text": "Mye uro i gruppen"},
    "factor_removal": lambda _: {},
    "new_concern_note": lambda _: {"text": "Mor ringte."},
    "new_measure": _measure_words,
    "edit_measure": lambda things: {**_measure_words(things), "version": things.measure.version},
    "measure_start": lambda _: {},
    "discard_measure": lambda _: {},
    "evaluation": lambda _: {
        "option": "effect", "took_part": ["guardians", "child"], "form": "meeting", "words": "Det gikk fint.",
        "new_evaluate_by": "", "reason": "",
    },
    "new_ladder": lambda _: {"title": "Til skolen", "steps": "Ut av døra\nTil porten\nInn", "shaped_with_child": "on"},
    "step_change": lambda _: {},
}  # fmt: skip
