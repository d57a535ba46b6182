"""For the archivist's form that can always be carried out: fields, sender and address."""

from django.urls import reverse

from stafett.archive import forms

FORMS = {"archive_setup": forms.SetupForm}
PARTS = {forms.AnewForm, forms.PeriodForm}  # these need something to be about: tests/archive/test_pages.py
SENDER = "arkivar"


def fields(name):
    """The fields of the form on a route."""
    return {
        "version": "0", "adapter": "folder", "system_name": "Websak", "log_folder": "Elevmappe",
        "meeting_folder": "BTI-møte", "case_type": "BTI", "journal_unit": "OPP", "access_days": "30",
    }  # fmt: skip


def address(name):
    """Where the form is sent."""
    return reverse(name)
