"""For every form about transfers: fields that are carried out when Kari sends them in the active log, and where to."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from stafett.demo import cast, history
from stafett.register.tenancy import within
from stafett.transfers import forms
from stafett.transfers.models import Transfer
from tests import stage
from tests.transfers import handing

FORMS = {
    "transfer_to_colleague": forms.ColleagueForm,
    "transfer_to_deputy": forms.DeputyForm,
    "transfer_to_unit": forms.UnitForm,
    "transfer_to_municipality": forms.MunicipalityForm,
    "transfer_consent": forms.AskForm,
    "history_package": forms.HistoryFileForm,
}
# Sent by others than Kari, about an offer or a school starter: tests/transfers/test_pages.py.
ELSEWHERE = {
    forms._AmongSome, forms._ToSomebody, forms._ToUnit, forms.ReceiverForm, forms.NoForm, forms.SchoolForm, forms.ReceiptForm, forms.PackageForm,
    forms.TakeInForm,  # tests/transfers/test_history.py
}  # fmt: skip


def fields(name):
    """The fields of the form on a route."""
    return _FIELDS[name]()


def an_offer(log):
    """An offer of this log that waits for Jonas."""
    with within(handing.HERE):
        return Transfer.objects.filter(log=log, state="offered").first() or handing.offered(log)


_FIELDS = {
    "transfer_to_colleague": lambda: {"employment_id": str(handing.post("jonas")), "words": "Begynn ute.", "stays": "on"},
    "transfer_to_deputy": lambda: {
        "employment_id": str(handing.post("jonas")), "until": (stage.today() + timedelta(days=30)).isoformat(),
        "words": "",
    },
    "transfer_to_unit": lambda: {"unit_id": str(handing.unit("eksempelvik_ppt")), "words": ""},
    "transfer_to_municipality": lambda: {"unit_id": str(handing.unit("eksempelvik_bup"))},
    "transfer_consent": lambda: {"unit_id": str(handing.unit("eksempelvik_welfare"))},
    "history_package": lambda: {"file": SimpleUploadedFile("pakke.zip", history.package_about(cast.person("tiril")))},
}  # fmt: skip
