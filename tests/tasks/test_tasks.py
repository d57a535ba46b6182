"""The nightly tidying does what it says, one municipality at a time."""

from datetime import timedelta

import pytest

from stafett.audit.models import Submission
from stafett.audit.tasks import forget_submissions
from stafett.demo import cast
from stafett.identity import sessions
from stafett.identity.models import LoginSession
from stafett.identity.tasks import forget_stale_sessions
from stafett.kernel import clock
from stafett.register.tenancy import within

pytestmark = pytest.mark.django_db


def _submission(place, *, days_old):
    with within(place.id):
        return Submission.objects.create(
            municipality_id=place.id, actor_id=place.id, at=clock.now() - timedelta(days=days_old)
        )


def test_form_ids_older_than_a_week_are_forgotten_in_every_municipality():
    for place in cast.PLACES:
        _submission(place, days_old=8)
        _submission(place, days_old=6)

    gone = forget_submissions(0)

    assert gone == len(cast.PLACES)
    for place in cast.PLACES:
        with within(place.id):
            assert Submission.objects.count() == 1


def test_logins_past_their_limits_are_forgotten_and_live_ones_kept():
    now = clock.now()
    kari = cast.person("kari")
    for age in (timedelta(minutes=5), timedelta(minutes=31), timedelta(hours=9)):
        sessions.start(municipality_id=cast.EKSEMPELVIK.id, person_id=kari.id, method="demo", now=now - age)

    gone = forget_stale_sessions(0)

    assert gone == 2
    assert LoginSession.objects.count() == 1
