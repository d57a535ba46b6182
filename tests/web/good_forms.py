"""For every form of the product: fields that are carried out when Kari sends them in the active log (four_logs.py).

A form that is not here fails a test (test_bad_input.py), so that a new one is tried with bad input from its first day.
"""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stafett.access.models import Grant
from stafett.action_guide import forms as guide_forms
from stafett.administration import forms as register_forms
from stafett.administration.forms import ChildForm, GuardianForm, NoWordsForm
from stafett.audit import trail
from stafett.child_page import forms as child_forms
from stafett.consent import forms as consent_forms
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock, personal_number
from stafett.kernel.ids import new_id
from stafett.leadership import forms as leadership_forms
from stafett.log_meetings.forms import mode, planning
from stafett.log_meetings.forms.pulse import PulseForm
from stafett.messages.forms import PointersForm
from stafett.oversight.forms import ReviewForm
from stafett.overview.forms import OwnPageForm
from stafett.register.models import GuardianRelation, InformationRequest, ProtectedOpening
from stafett.register.tenancy import within
from stafett.relay_log.forms import analysis, concern, coordination, keeping, measure, outside, start
from stafett.relay_log.models import Measure
from stafett.user_guide.forms import TourEndForm
from tests import stage
from tests.access import asking
from tests.action_guide import at_work
from tests.administration import good_forms as staff_forms
from tests.annual_wheel import good_forms as wheel_forms
from tests.archive import good_forms as archive_forms
from tests.courses import good_forms as course_forms
from tests.insight import good_forms as insight_forms
from tests.integrations import good_forms as integration_forms
from tests.relay_log import good_forms as category_forms
from tests.retention import good_forms as retention_forms
from tests.self_assessment import good_forms as assessment_forms
from tests.system_meetings import good_forms as system_forms
from tests.toolbox import good_forms as toolbox_forms
from tests.transfers import good_forms as transfer_forms

FORMS = {
    **toolbox_forms.FORMS,
    **archive_forms.FORMS,
    **course_forms.FORMS,
    **insight_forms.FORMS,
    **retention_forms.FORMS,
    **category_forms.FORMS,
    **staff_forms.FORMS,
    **wheel_forms.FORMS,
    **assessment_forms.FORMS,
    **transfer_forms.FORMS,
    **system_forms.FORMS,
    "own_page": OwnPageForm,
    "pointers": PointersForm,
    "new_child": ChildForm,
    "guardians": GuardianForm,
    "guardian_confirmation": NoWordsForm,
    "blocking": register_forms.ReasonedForm,
    "block_lifting": register_forms.ReasonedForm,
    "responsibility": register_forms.ResponsibilityForm,
    "relation_ending": register_forms.EndForm,
    "guardian_number": register_forms.NumberForm,
    "child_number": register_forms.NumberForm,
    "protection": register_forms.ProtectionForm,
    "new_opening": register_forms.OpeningForm,
    "opening_answer": register_forms.AnswerOpeningForm,
    "consent_right": register_forms.ConsentRightForm,
    "information_request": register_forms.RequestForm,
    "request_answer": register_forms.AnswerForm,
    "note_keeping": keeping.NoteKeepingForm,
    "start_log": start.StartForm,
    "new_bright_spot": start.BrightSpotForm,
    "new_note": start.NoteForm,
    "level": start.LevelForm,
    "participants": start.ParticipantForm,
    "edit_coordination": coordination.CoordinationForm,
    "closure": start.ClosureForm,
    "consent": consent_forms.PaperForm,
    "consent_request": consent_forms.RequestForm,
    "oral_consent": consent_forms.OralForm,
    "recorded_withdrawal": consent_forms.WithdrawalRecordForm,
    "new_concern": concern.ConcernForm,
    "edit_concern": concern.ConcernForm,
    "activation": concern.ActivationForm,
    "ending": start.ReasonForm,
    "new_goal": concern.GoalForm,
    "new_factor": analysis.FactorForm,
    "new_concern_note": start.NoteForm,
    "new_measure": measure.MeasureForm,
    "edit_measure": measure.MeasureForm,
    "evaluation": measure.EvaluateForm,
    "new_ladder": measure.LadderForm,
    "reading_review": ReviewForm,
    "let_in_from_outside": outside.OutsiderForm,
    "new_organisation": outside.OrganisationForm,
    "last_day": outside.LastDayForm,
    "new_holder": leadership_forms.HolderForm,
    "look_with_reason": leadership_forms.LookForm,
    "holder_reminder": leadership_forms.ReminderForm,
    "child_goal": child_forms.ChildGoalForm,
    "child_bright_spot": child_forms.ChildBrightSpotForm,
    "child_wish": child_forms.WishForm,
    "new_meeting": planning.PlanForm,
    "change_meeting": planning.ChangeForm,
    "cancel_meeting": planning.CancelForm,
    "meeting_opening": mode.OpeningForm,
    "invitation_answer": planning.AnswerForm,
    "invitations": planning.RecordedAnswerForm,
    "guide_part": guide_forms.CommentForm,
    "guide_part_words": guide_forms.StepForm,
    "guide_new_step": guide_forms.NewStepForm,
    "guide_new_image": guide_forms.ImageForm,
    "guide_image_words": guide_forms.ImageWordsForm,
    "guide_order": guide_forms.MoveForm,
    "guide_decision": guide_forms.DecisionForm,
    "guide_publication": guide_forms.PublicationForm,
    "guide_borrowing": guide_forms.BorrowForm,
    "guide_borrowed": guide_forms.TakeForm,
    "guide_groups": guide_forms.MemberForm,
}

_OF_THE_LEADER = ("new_holder", "look_with_reason", "holder_reminder")
_OF_THE_GUIDE = {name for name in FORMS if name.startswith("guide_")}

# What a guardian or a youth answers about their own consent, and what other forms are made of: tests/consent.
# A meeting that is under way, and what it is confirmed by: tests/log_meetings. The guide's other parts and its buttons: tests/action_guide.
ELSEWHERE = {
    PulseForm,  # nobody answers for another how a meeting was: tests/child_page, tests/log_meetings
    *toolbox_forms.PARTS,
    *wheel_forms.PARTS,
    TourEndForm,  # nothing to fill in: tests/user_guide
    *archive_forms.PARTS,
    *integration_forms.PARTS,
    *retention_forms.PARTS,
    *insight_forms.PARTS,
    *staff_forms.PARTS,
    *assessment_forms.PARTS,
    *transfer_forms.ELSEWHERE,
    *system_forms.PARTS,
    mode.StepForm, mode.WriterForm, mode.ConfirmForm,
    guide_forms.PartForm, guide_forms.FrontForm, guide_forms.LevelForm, guide_forms.PlainForm, guide_forms._ImageWords,
    consent_forms.OwnConsentForm, consent_forms.WithdrawalForm, consent_forms.DeclineForm, start.GuardianReadingForm,
    consent_forms._Services, consent_forms._RecordForm,
}  # fmt: skip


def fields(name, things=None):
    """The fields of the form on route `name`, as a browser sends them, with a new submission id."""
    if name in toolbox_forms.FORMS:
        return {"submission": str(new_id()), **toolbox_forms.fields(name)}
    if name in archive_forms.FORMS:
        return {"submission": str(new_id()), **archive_forms.fields(name)}
    if name in transfer_forms.FORMS:
        return {"submission": str(new_id()), **transfer_forms.fields(name)}
    if name in system_forms.FORMS:
        return {"submission": str(new_id()), **system_forms.fields(name)}
    if of_learning := _of_learning(name):
        return {"submission": str(new_id()), **of_learning.fields(name)}
    own = at_work.good_fields(name) if name in _OF_THE_GUIDE else _FORMS[name](things)
    return {"submission": str(new_id()), **own}


def address(name, things):
    """Where the form is sent, for Kari in the active log."""
    if name in toolbox_forms.FORMS:
        return toolbox_forms.address(name)
    if name in archive_forms.FORMS:
        return archive_forms.address(name)
    if name in system_forms.FORMS:
        return system_forms.address(name)
    if of_learning := _of_learning(name):
        return of_learning.address(name)
    if name in _OF_THE_GUIDE:
        return at_work.address(name)
    if name in ("own_page", "new_child", "pointers"):
        return reverse(name)
    if name in ("guardians", "start_log"):
        return reverse(name, args=[cast.child("nils").id])
    if name == "guardian_confirmation":
        return reverse(name, args=[cast.relations_of("mateusz")[1].id])
    if name in _REGISTER:
        with within(cast.EKSEMPELVIK.id):
            return reverse(name, args=[_REGISTER[name]()])
    if name == "reading_review":
        with within(cast.EKSEMPELVIK.id):
            return reverse(name, args=_reading(things))
    if name == "last_day":
        with within(cast.EKSEMPELVIK.id):
            return reverse(name, args=[things.log.pk, _place_from_outside(things.log).pk])
    if name == "new_holder":
        with within(cast.EKSEMPELVIK.id):
            Grant.objects.filter(log=things.log, relation="baton_holder").update(ended_at=clock.now())
    if name == "holder_reminder":
        with within(cast.EKSEMPELVIK.id):
            late = stage.today() - timedelta(days=9)
            Measure.objects.filter(log=things.log).update(start_by=late, evaluate_by=late)
    if name in _OF_THE_LEADER:
        return reverse(name, args=[things.log.pk])
    return reverse(name, args=asking.address(name, things)) + query(name)


_WITH_A_SENDER = (
    course_forms,
    assessment_forms,
    wheel_forms,
    insight_forms,
    staff_forms,
    retention_forms,
    category_forms,
)


def _of_learning(name):
    """The forms of courses, self-assessment, the annual wheel, numbers, staff, retention or categories, if it is one."""
    return next(
        (each for each in _WITH_A_SENDER if name in each.FORMS),
        None,
    )


def _place_from_outside(log):
    """Sunniva's place in the log."""
    return Grant.objects.get_or_create(
        municipality_id=log.municipality_id, log=log, person_id=cast.person("sunniva").id, relation="external",
        defaults={
            "unit_id": cast.unit("eksempelvik_bup").id, "purpose": "Vurderer behandling", "ends_on": stage.today(),
            "given_by_id": cast.person("kari").id, "started_at": clock.now(),
        },
    )[0]  # fmt: skip


def sender(name):
    """Who sends the form: Kari, or the leader, administrator or personvernombud whose it is."""
    if name in toolbox_forms.FORMS:
        return toolbox_forms.SENDER
    if name in archive_forms.FORMS:
        return archive_forms.SENDER
    if name in system_forms.FORMS:
        return system_forms.SENDER
    if of_learning := _of_learning(name):
        return of_learning.sender(name)
    if name in _OF_THE_GUIDE:
        return at_work.SENDERS.get(name, "yusuf")
    if name == "reading_review":
        return "personvern"
    if name == "opening_answer":
        return "randi"
    if name in _OF_THE_LEADER:
        return "elle"
    return (
        "elle"
        if name in _REGISTER and name != "information_request" or name == "guardian_confirmation"
        else "kari"
    )


def _reading(things):
    """That Jonas has read the log today: child, reader and day."""
    trail.read(stage.actor("jonas"), "access.page_read", things.log, reason="view_log")
    return things.log.child_id, cast.person("jonas").id, stage.today().isoformat()


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


def relation_of(child, guardian):
    """The id of a relation of the cast."""
    return next(each.id for each in cast.relations_of(child) if each.guardian == guardian)


def opening():
    """An opening for Iben that the leader has said yes to."""
    at = clock.now()
    return ProtectedOpening.objects.get_or_create(
        municipality_id=cast.EKSEMPELVIK.id, child_id=cast.child("iben").id, ended_at=None, admin_id=None,
        defaults={
            "holder_id": cast.person("kari").id, "reason": "Tjenestene må se det samme.",
            "leader_id": cast.person("elle").id, "leader_at": at, "asked_at": at,
        },
    )[0]  # fmt: skip


def request():
    """What Mikkel's foster mother has asked for."""
    return InformationRequest.objects.get_or_create(
        municipality_id=cast.EKSEMPELVIK.id, relation_id=relation_of("mikkel", "gudrun"), answer="waiting",
        defaults={
            "asked_on": stage.today(), "registered_by_id": cast.person("kari").id, "registered_at": clock.now(),
        },
    )[0]  # fmt: skip


_REGISTER = {
    "blocking": lambda: relation_of("tiril", "hilde"),
    "block_lifting": lambda: relation_of("tiril", "ronny"),
    "responsibility": lambda: relation_of("tiril", "hilde"),
    "relation_ending": lambda: relation_of("tiril", "hilde"),
    "guardian_number": lambda: relation_of("tiril", "hilde"),
    "child_number": lambda: cast.child("nils").id,
    "protection": lambda: cast.child("nils").id,
    "new_opening": lambda: cast.child("iben").id,
    "opening_answer": lambda: opening().pk,
    "consent_right": lambda: cast.child("nils").id,
    "information_request": lambda: relation_of("mikkel", "gudrun"),
    "request_answer": lambda: request().pk,
}


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


def _guardian(things):
    rows = GuardianRelation.objects.filter(child=things.log.child_id, state="confirmed")
    return str(rows.filter(has_parental_responsibility=True).first().guardian_id)


def _paper_consent(things):
    return {
        "guardian_id": _guardian(things), "signed_on": _day(0), "valid_until": _day(200), "locale": "nb",
        "covered_unit_ids": [str(cast.unit("eksempelvik_ppt").id)], "limits": "Ikke om helse.", "file": paper(),
    }  # fmt: skip


def _person(_things):
    return {"given_name": "Ola", "family_name": "Oppspinn", "number": number()}


def _meeting_words(_things):
    return {
        "kind": "follow_up", "day": _day(20), "at": "14:00", "minutes": "45", "form": "in_person",
        "place": "Møterommet", "video_link": "", "invited_ids": [str(cast.person("hilde").id), str(cast.person("tiril").id)],
        "child_absent_reason": "", "interpreter": "booked", "interpreter_language": "somali",
        "writer_id": str(cast.person("kari").id),
    }  # fmt: skip


def _day(ahead):
    return (stage.today() + timedelta(days=ahead)).isoformat()


_FORMS = {
    "let_in_from_outside": lambda _: {
        **_person(_), "unit_id": str(cast.unit("eksempelvik_bup").id), "purpose": "Vurderer behandling", "ends_on": _day(60),
    },
    "guardian_reading": lambda _: {"may_read": "yes"},
    "child_goal": lambda _: {"text": "Jeg vil ut i friminuttet."},
    "child_bright_spot": lambda _: {"symbol": "mountain", "text": "Jeg hoppet fra femmeteren.", "was_dictated": "on"},
    "child_wish": lambda _: {
        "people": ["few", "home"], "people_words": "Farmor", "seat": "door", "ease": ["break"], "voice": "read_out",
        "talk_about": "Friminuttene.", "not_about": "Karakterene.",
    },
    "child_step": lambda _: {},
    "child_pulse": lambda _: {"heard": "3", "agreed": "2", "knows_next": "3"},
    "meeting_pulse": lambda _: {"heard": "3", "agreed": "2", "knows_next": "3"},
    "screen_handover": lambda _: {},
    "own_package": lambda _: {},
    "package_for_family": lambda _: {"receiver_id": str(cast.person("hilde").id)},
    "new_organisation": lambda _: {"name": "Legesenteret på kaia"},
    "last_day": lambda _: {"ends_on": _day(20)},
    "new_holder": lambda _: {"employment_id": str(made_id("post", "jonas-eksempelvik_school"))},
    "holder_reminder": lambda _: {},
    "look_with_reason": lambda _: {"reason": "Møtet på torsdag må forberedes."},
    "own_page": lambda _: {"locale": "nb", "email": "kari@eksempel.no", "phone": "900 00 000"},
    "pointers": lambda _: {"by_email": "on"},
    "new_child": lambda _: {
        **_person(_), "number": number(year=2015), "unit_id": str(cast.unit("eksempelvik_school").id),
        "group_name": "3A", "first_grade_year": "2021",
    },
    "guardians": lambda _: {
        **_person(_), "kind": "parent", "has_parental_responsibility": "on", "documentation": "agreement",
    },
    "guardian_confirmation": lambda _: {},
    "blocking": lambda _: {"reason": "Dommen er lagt i saksmappen."},
    "block_lifting": lambda _: {"reason": "Dommen er opphevet."},
    "responsibility": lambda _: {
        "has_parental_responsibility": "on", "responsibility_from": _day(-30), "documentation": "court",
    },
    "relation_ending": lambda _: {"end_kind": "lost_responsibility", "ended_on": _day(0)},
    "guardian_number": lambda _: {"number": number()},
    "child_number": lambda _: {"number": number(year=2016)},
    "protection": lambda _: {"person_id": str(cast.person("nils").id), "protection": "confidential"},
    "new_opening": lambda _: {"holder_id": str(cast.person("kari").id), "reason": "Tjenestene må se det samme."},
    "opening_answer": lambda _: {"approved": "yes"},
    "consent_right": lambda _: {
        "unit_id": str(cast.unit("eksempelvik_welfare").id), "documentation": "child_welfare",
    },
    "information_request": lambda _: {"asked_on": _day(-2)},
    "request_answer": lambda _: {"answer": "given", "letter": "Mikkel trives på skolen.", "refusal_reason": ""},
    "note_keeping": lambda _: {},  # to share it: keeping it back depends on how old the child is today
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
    "edit_coordination": lambda _: {
        "unit_id": str(cast.unit("eksempelvik_ppt").id), "child_view": "Det er greit.", "plan": "asked_for", "version": "1",
    },
    "closure": lambda _: {"summary": "Familien er godt i gang."},
    "discard_log": lambda _: {},
    "consent": _paper_consent,
    "consent_request": lambda things: {
        "person_ids": [_guardian(things)], "valid_until": _day(200), "locale": "nb", "about": "PPT skal være med.",
        "covered_unit_ids": [str(cast.unit("eksempelvik_ppt").id)],
    },
    "oral_consent": lambda things: {
        "guardian_id": _guardian(things), "signed_on": _day(0), "valid_until": _day(200), "locale": "so",
        "covered_unit_ids": [], "limits": "", "witness_id": str(made_id("post", "yusuf-eksempelvik_school")),
    },
    "recorded_withdrawal": lambda things: {
        "guardian_id": _guardian(things) if things else str(cast.person("lars").id), "signed_on": _day(0), "form": "oral",
    },
    "new_concern": _concern_words,
    "edit_concern": lambda things: {**_concern_words(things), "version": things.concern.version},
    "sharing": lambda _: {},
    "activation": lambda _: {"no_child_measure_reason": "Vil vente til etter ferien."},
    "achievement": lambda _: {},
    "ending": lambda _: {"reason": "Familien flytter."},
    "discard_concern": lambda _: {},
    "new_goal": lambda _: {"text": "Eleven har én venn.", "success_indicator": "", "kind": "sub", "smarte": ["s"]},
    "new_factor": lambda _: {"kind": "group", "text": "Mye uro i gruppen"},
    "analysis_sharing": lambda _: {},
    "factor_sharing": lambda _: {},
    "factor_reach": lambda _: {"is_within_reach": "on"},
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
    "new_meeting": _meeting_words,
    "change_meeting": lambda things: {**_meeting_words(things), "version": things.meeting.version},
    "cancel_meeting": lambda _: {"reason": "Jeg er blitt syk."},
    "meeting_opening": lambda things: {
        "there_ids": [str(cast.person(key).id) for key in ("kari", "hilde")],
        "writer_id": str(cast.person("kari").id), "child_absent_reason": "Er syk i dag",
    },
    "meeting_step": lambda _: {"go": "next", "at": "goal"},
    "meeting_words": lambda _: {"field": "goal.text", "text": "Leser mer", "version": "0"},
    "writer_change": lambda _: {"writer_id": str(cast.person("kari").id)},
    "meeting_stop": lambda _: {"reason": "Brannalarmen gikk."},
    "writing_end": lambda _: {},
    "confirmation": lambda _: {"agrees": "yes"},
    "confirmation_at_table": lambda _: {"agrees": "yes"},
    "minutes_closing": lambda _: {},
    "invitation_answer": lambda _: {"answer": "yes", "words": "Gleder meg."},
    "invitations": lambda _: {
        "person_id": str(cast.person("hilde").id), "answer": "no", "words": "Ringte i dag.",
    },
    "reading_review": lambda _: {"outcome": "in_order", "words": "Vikar den dagen."},
    "new_ladder": lambda _: {"title": "Til skolen", "steps": "Ut av døra\nTil porten\nInn", "shaped_with_child": "on"},
    "step_change": lambda _: {},
}  # fmt: skip
