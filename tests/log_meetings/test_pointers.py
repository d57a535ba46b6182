"""What leaves the house about a meeting: a letter through a real mail server that names nobody and says nothing."""

import pytest

from stafett.demo import cast
from stafett.messages import tasks
from stafett.messages.models import Delivery
from stafett.register.tenancy import within
from tests import stage
from tests.log_meetings import inviting
from tests.messages import post_office
from tests.messages.conftest import EMAIL, give_address

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def office(settings):
    with post_office.open_post_office(settings) as opened:
        yield opened


def test_the_mail_server_sees_no_name_no_child_no_place_and_no_word_of_a_meeting(db, office):
    with within(HERE):
        give_address("hilde")
        log = stage.open_log("tiril")
        meeting = inviting.plan(log, invited=["hilde"], place="Helsestasjonen", interpreter="booked",
                                interpreter_language="somali")  # fmt: skip
        changed = inviting.change(meeting, invited=["hilde"], place="Biblioteket")
        inviting.cancel(changed, reason="Barnet er innlagt.")
        waiting = list(Delivery.objects.values_list("pk", flat=True))
        Delivery.objects.update(due_at=log.started_at)

    for delivery in waiting:
        tasks.point(municipality_id=str(HERE), delivery_id=str(delivery))

    assert len(waiting) == 3
    assert [envelope.rcpt_tos for envelope in office.letters] == [[EMAIL]]
    letter = office.letters[0].content.decode("utf-8", "replace") + office.read()[0].get_body().get_content()
    secrets = [
        word for key in ("tiril", "hilde", "kari") for word in cast.person(key).name.split()
    ] + ["Helsestasjonen", "Biblioteket", "somali", "innlagt", "møte", str(meeting.pk), str(log.pk)]  # fmt: skip
    assert not [secret for secret in secrets if secret.lower() in letter.lower()]
