"""For every form before and after a system meeting: fields that are carried out when Elle sends them, and where to."""

from datetime import timedelta

from django.urls import reverse

from stafett.demo import cast
from stafett.live.forms import WordsForm
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.system_meetings.forms import after, before, people, running
from stafett.system_meetings.forms.nameless import NamelessForm
from stafett.system_meetings.models import MeasureIdea, SystemMeasure
from tests import stage
from tests.system_meetings import around, at_the_table

FORMS = {
    "new_topic": before.ProposalForm,
    "proposal_setting_aside": before.AsideForm,
    "new_system_meeting": before.TimeForm,
    "change_system_meeting": before.ChangeTimeForm,
    "cancel_system_meeting": before.CancelForm,
    "topic_choice": before.ChooseForm,
    "system_topic": before.TopicForm,
    "system_people": people.ColleaguesForm,
    "system_services": people.EmployeeForm,
    "system_outsider": people.OutsiderForm,
    "system_tasks": people.TasksForm,
    "system_information": people.InformationForm,
    "system_answer": people.AnswerForm,
    "system_preparation": people.PreparationForm,
    "system_opening": running.OpeningForm,
    "system_roles": running.RolesForm,
    "system_stop": running.StopForm,
    "system_evaluation": after.LookBackForm,
    "system_signing": after.MinutesForm,
    "system_correction": after.CorrectionForm,
    "measure_outcome": after.OutcomeForm,
    "next_measure": after.NextMeasureForm,
}
PARTS = {  # what forms are made of, and what is pressed or written at the table (test_running_pages.py)
    before._Challenge, NamelessForm, WordsForm, running.StepForm, running.OwnForm, running.PresenceForm, running.CardForm,
    running.SaidForm,
}  # fmt: skip
SENDER = "elle"


def fields(name):
    """The fields of the form on a route."""
    return _FIELDS[name]()


def address(name):
    """Where the form is sent."""
    if name == "new_topic":
        return reverse(name)
    found = "?q=kari" if name == "system_services" else ""
    return reverse(name, args=[_THINGS[name]()]) + found


def _planned():
    return _the("planned", around.a_meeting).pk


def _invited():
    return _the("invited", lambda: around.an_invited_meeting("kari", informed=False)).pk


def _without_topic():
    return _the("without topic", lambda: around.a_meeting(topic=False)).pk


def _over():
    return _the("over", around.a_talked_through_meeting).pk


def _done():
    return _the("done", around.a_done_meeting).pk


def _measure():
    with within(around.HERE):
        return SystemMeasure.objects.get(meeting_id=_done()).pk


def _idea():
    meeting = _the("next", lambda: around.a_done_meeting(is_evaluated=True))
    with within(around.HERE):
        return MeasureIdea.objects.get(meeting=meeting, measure__isnull=True).pk


def _proposal():
    return _the("proposal", around.a_proposal).pk


def _the(name, make):
    """The one thing of a kind that a test needs, made when it is first asked for; gone with the test's database."""
    found = _made.get(name)
    if found is None or not _is_there(found):
        found = _made[name] = make()
    return found


def _is_there(row):
    with within(around.HERE):
        return type(row).objects.filter(pk=row.pk).exists()


def _employment():
    with within(around.HERE):
        return str(Employment.objects.get(person_id=cast.person("kari").id).pk)


def _day(ahead):
    return (stage.today() + timedelta(days=ahead)).isoformat()


def _time():
    return {"day": _day(20), "at": "14:00", "minutes": "90", "place": "Personalrommet", "video_link": ""}


def _challenge():
    return {
        "topic": "", "title": "Overganger", "challenge": "Det ropes mye i gangene.", "sources": ["observations"],
    }  # fmt: skip


def _tasks():
    meeting = around.reached(_the("invited", lambda: around.an_invited_meeting("kari", informed=False)))
    kari = next(seat for seat in meeting.seats if seat.name.startswith("Kari"))
    return {
        "presenter_id": str(kari.pk),
        "writer_id": str(kari.person_id),
        "track_keeper_id": str(kari.pk),
    }


def _minutes():
    return around.minutes_words(evaluate_on=_day(60))


def _next():
    return {
        "form": "own", "partner_id": str(around.PPT), "plan": "Vi begynner mandag.", "evaluate_on": _day(40),
        "evaluator_id": str(cast.person("kari").id), "method": "Vi spør elevrådet.",
    }  # fmt: skip


_made: dict = {}
_FIELDS = {
    "new_topic": lambda: {**_challenge(), "unit_id": str(around.SCHOOL)},
    "proposal_setting_aside": lambda: {"answer": "Vi tar det til høsten."},
    "new_system_meeting": _time,
    "change_system_meeting": lambda: {**_time(), "version": str(_version(_planned()))},
    "cancel_system_meeting": lambda: {"reason": "Vi er syke."},
    "topic_choice": lambda: {"proposal_id": str(_proposal())},
    "system_topic": lambda: {**_challenge(), "background": "Vi ser det hver dag.", "version": str(_version(_planned()))},
    "system_people": lambda: {"person_ids": [str(cast.person("kari").id)]},
    "system_services": lambda: {"employment_id": _employment()},
    "system_outsider": lambda: {"name": "Gro Luftslott", "service": "BUP"},
    "system_tasks": _tasks,
    "system_information": lambda: {"information": "Tenk på gangene."},
    "system_answer": lambda: {"answer": "yes", "words": "Gleder meg."},
    "system_preparation": lambda: {"prepared": "Spør om gangvaktene."},
    "system_opening": lambda: _opening(_planned_with_people()),
    "system_roles": lambda: _roles(_running()),
    "system_stop": lambda: {"reason": "Brannalarmen gikk."},
    "system_evaluation": lambda: {
        "worked_well": "Alle fikk ordet.", "could_be_better": "Tiden.", "kept_structure": "yes",
        "kept_structure_words": "Nesten.", "was_useful": "yes", "was_useful_words": "Ja.", "next_time": "Kortere.",
    },
    "system_signing": _minutes,
    "system_correction": lambda: {**_minutes(), "why": "Skrivefeil."},
    "measure_outcome": lambda: {**around.outcome_words(result="adjust"), "next_on": _day(30)},
    "next_measure": _next,
}  # fmt: skip
_THINGS = {
    "proposal_setting_aside": _proposal, "new_system_meeting": lambda: around.SCHOOL, "change_system_meeting": _planned,
    "cancel_system_meeting": _planned, "topic_choice": _without_topic, "system_topic": _planned, "system_people": _planned,
    "system_services": _planned, "system_outsider": _planned, "system_tasks": _invited, "system_information": _invited,
    "system_answer": _planned, "system_preparation": _planned, "system_opening": lambda: _planned_with_people().pk, "system_roles": lambda: _running().pk,
    "system_stop": lambda: _running().pk, "system_evaluation": _over, "system_signing": _over,
    "system_correction": _done, "measure_outcome": _measure, "next_measure": _idea,
}  # fmt: skip


def _planned_with_people():
    return _the("with people", around.an_invited_meeting)


def _running():
    return _the("running", at_the_table.opened)


def _roles(meeting):
    return {name: str(at_the_table.seat_of(meeting, key).pk) for name, key in _ROLES.items()}


def _opening(meeting):
    there = [str(seat.pk) for seat in meeting.seats]
    return {"there_ids": there, "turn_minutes": "2", **_roles(meeting)}


_ROLES = {"presenter_id": "kari", "writer_id": "elle", "track_keeper_id": "henrik"}


def _version(pk):
    with within(around.HERE):
        return around.models.SystemMeeting.objects.get(pk=pk).version
