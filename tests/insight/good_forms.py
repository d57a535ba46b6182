"""For the form that shares the municipality's numbers: fields that Randi may send, and where to."""

from django.urls import reverse

from stafett.demo import cast
from stafett.insight import forms, queries
from stafett.insight.models import Count, SharedNumber, Sharing
from stafett.register.tenancy import within
from tests import stage
from tests.insight import filling

FORMS = {"number_sharing": forms.ShareForm}
PARTS = {forms.StopForm}  # it needs a yes to end: tests/insight/test_sharing.py
SENDER = "randi"


def fields(name):
    """The fields of the form on a route."""
    with within(cast.EKSEMPELVIK.id):
        SharedNumber.objects.filter(municipality_id=cast.EKSEMPELVIK.id).delete()
        Sharing.objects.all().delete()
        if not Count.objects.exists():
            filling.counted()
        return {"seen": queries.fingerprint(queries.to_share(today=stage.today()))}


def address(name):
    """Where the form is sent."""
    return reverse(name)


def sender(name):
    """Who sends it."""
    return SENDER
