"""For every form of self-assessment: fields that are carried out, who sends them, and where to."""

from django.urls import reverse

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.self_assessment import forms, rules
from stafett.self_assessment.models import Assessment
from tests import stage
from tests.self_assessment import filling

FORMS = {"assessment_remark": forms.RemarkForm}
PARTS = {forms.AnswersForm}  # its questions are the form's version: tests/self_assessment


def sender(name):
    """Who sends it."""
    return "elle"


def fields(name):
    """The fields of the form on a route."""
    return {"text": "Hva tenker dere om tallene?"}


def address(name):
    """Where the form is sent."""
    return reverse(name, args=[sent().pk])


def sent():
    """A report of Elle's school that is sent."""
    return _the(state="submitted") or filling.a_sent(**_open())


def draft():
    """A report of Aslaug's school that is being written."""
    return _the(state="draft") or filling.a_draft("aslaug", **_open())


def unit():
    """Elle's school."""
    return cast.unit(filling.UNITS["elle"]).id


def period():
    """The report that can be begun today, by the name in its address."""
    return _open()["period"].name


def _open():
    """The last period that has opened, and today."""
    today = stage.today()
    last_year = [rules.Period(each.kind, each.school_year - 1) for each in rules.periods_of(today)]
    opened = [each for each in (*last_year, *rules.periods_of(today)) if rules.may_begin(each, today=today)]
    return {"period": opened[-1], "day": today}


def _the(**which):
    with within(filling.HERE):
        return Assessment.objects.filter(**which).order_by("id").first()
