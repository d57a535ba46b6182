"""One's own consent: every address for every grown-up of the cast, and nobody answers or takes back for another."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access import asking, who_may
from tests.access.four_logs import built_logs, logs  # noqa: F401 - fixtures
from tests.access.who_may import GET
from tests.consent import saying
from tests.web.visiting import Visitor, plain_styles  # noqa: F401 - a fixture


def test_a_word_is_there_for_whoever_said_it_and_nobody_else(logs):  # noqa: F811
    asked = [
        (key, method, name, (logs["b"].log.pk,), _own(name, method) if key == "hilde" else 404)
        for key in asking.GROWN_UPS
        for name, methods in who_may.WORD_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=200)


def test_a_request_is_there_for_whoever_is_asked_and_nobody_else(logs):  # noqa: F811
    with within(cast.EKSEMPELVIK.id):
        (request,) = saying.asked(logs["b"].log, "hilde")
    asked = [
        (key, method, name, (request.pk,), _own(name, method) if key == "hilde" else 404)
        for key in asking.GROWN_UPS
        for name, methods in who_may.CONSENT_REQUEST_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=100)


@pytest.mark.parametrize("name", [*who_may.WORD_ROUTES])
def test_nobody_changes_consent_in_a_closed_log(logs, name):  # noqa: F811
    assert Visitor("lars").see(name, logs["d"].log.pk).status_code == 403


def test_a_consent_that_ran_out_is_not_taken_back_but_its_text_can_be_read(logs):  # noqa: F811
    wenche, log = Visitor("wenche"), logs["c"].log

    assert wenche.see("own_consent_text", log.pk).status_code == 200
    assert wenche.send("withdrawal", log.pk).status_code == 422


def _own(name, method):
    """What the one it is about gets; a form without fields is carried out when it is sent empty."""
    if method == GET:
        return 200
    return 302 if name in ("withdrawal", "consent_decline") else 422
