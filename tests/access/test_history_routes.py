"""A package that a holder has opened for a log: the holder's alone, whoever else is in the log."""

from django.urls import reverse

from stafett.demo import cast
from stafett.kernel.clock import now
from stafett.register.tenancy import within
from stafett.transfers.models import ArrivedPackage
from tests import stage
from tests.access import asking, who_may
from tests.access.who_may import GET
from tests.web.visiting import Visitor


def _opened(log):
    with within(cast.EKSEMPELVIK.id):
        return ArrivedPackage.objects.create(
            municipality_id=cast.EKSEMPELVIK.id, log_id=log.pk, sha256="a" * 64, origin="Dømesund kommune",
            matched_by_number=True, opened_by_id=stage.actor("kari").person_id, opened_at=now(),
            content={"child": {"name": "Nils", "birth_date": "2018-01-01"}, "concerns": [], "meetings": [],
                     "bright_spots": [], "notes": [], "childs_goals": [], "summary": "Langt."},
        )  # fmt: skip


def test_an_opened_package_is_the_holders_alone(logs):
    package = _opened(logs["b"].log)
    asked = [
        (key, method, name, (package.pk,), _status(key, method))
        for key in asking.EVERY_KIND
        for name, methods in who_may.HISTORY_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=40)


def test_a_stranger_is_sent_to_the_login(logs):
    package = _opened(logs["b"].log)

    answer = Visitor().get(reverse("history_choice", args=[package.pk]))

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("log_in"))


def _status(key, method):
    if key not in who_may.IN_LOG["b"]:
        return 404
    if key != "kari":
        return 403
    return 200 if method == GET else 422
