"""For forms of retention that can always be carried out: fields, sender and address."""

from django.urls import reverse

from stafett.demo import cast
from stafett.retention import forms

FORMS = {"retention_rule": forms.RuleForm, "child_hold": forms.HoldForm}
# these need a list, a hold or a log whose time is over: tests/retention/test_pages.py
PARTS = {forms.LiftForm, forms.ProposeForm, forms.ApproveForm, forms.DeclineForm, forms.WithdrawForm}
_FIELDS = {
    "retention_rule": {
        "version": "0", "fate": "archive", "months": "120", "basis": "Kommunens plan, punkt 4.2",
        "reason": "Vedtatt i planen for 2027.",
    },
    "child_hold": {"reason": "En klage er ikke avgjort.", "ends_on": ""},
}  # fmt: skip
_WHERE = {"retention_rule": "closed_log", "child_hold": cast.child("nils").id}
_SENDERS = {"retention_rule": "arkivar", "child_hold": "personvern"}


def fields(name):
    """The fields of the form on a route."""
    return dict(_FIELDS[name])


def address(name):
    """Where the form is sent."""
    return reverse(name, args=[_WHERE[name]])


def sender(name):
    """Who sends it."""
    return _SENDERS[name]
