"""When the child comes to decide: the birthday, the grace, the youth's own yes, and who reads on."""

from datetime import timedelta

import pytest
from django.db import transaction

from stafett.consent.enums import Refusal
from stafett.demo import cast
from stafett.kernel.dates import add_years
from stafett.kernel.verdict import Refused
from stafett.register.models import Municipality, Person
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.consent import saying
from tests.web import reading
from tests.web.visiting import Visitor, plain_styles  # noqa: F401 - a fixture

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(db):
    """Emil's open log."""
    with within(HERE):
        return stage.open_log("emil")


def turned(log, age, *, days_ago):
    """Emil turned `age` so many days ago."""
    born = add_years(stage.today() - timedelta(days=days_ago), -age)
    Person.objects.filter(pk=log.child.person_id).update(birth_date=born)


def test_at_the_birthday_the_line_asks_for_the_youths_own_yes_and_the_guardians_still_does(log):
    with within(HERE):
        turned(log, 16, days_ago=1)
        standing = saying.standing(log)

    assert standing.is_valid
    assert standing.own_consent_by == stage.today() + timedelta(days=28)
    words = reading.words(Visitor("kari").see("log", log.pk))
    assert "Barnet er gammelt nok til å samtykke selv" in words


def test_after_the_grace_the_log_rests_without_the_youths_yes(log):
    with within(HERE):
        turned(log, 16, days_ago=30)

        assert not saying.standing(log).is_valid
    assert Visitor("kari").see("new_concern", log.pk).status_code == 403


def test_the_youth_says_yes_by_own_login_and_decides_alone_from_then(log):
    with within(HERE):
        turned(log, 16, days_ago=40)
        (request,) = saying.asked(log, "emil")
        saying.says_yes(request, "emil")

        assert saying.standing(log).is_valid
        with pytest.raises(Refused) as refused, transaction.atomic():
            stage.consent_from(log, cast.person("lars").id)
    assert refused.value.refusal is Refusal.YOUTH_DECIDES


def test_the_youth_may_say_yes_on_paper_with_the_holder(log):
    with within(HERE):
        turned(log, 16, days_ago=40)
        stage.consent_from(log, cast.person("emil").id)

        assert saying.standing(log).is_valid


def test_a_no_in_the_grace_counts_at_once(log):
    with within(HERE):
        turned(log, 16, days_ago=2)
        (request,) = saying.asked(log, "emil")
        saying.says_yes(request, "emil")
        saying.takes_back(log, "emil")

        assert not saying.standing(log).is_valid


def test_a_child_is_not_asked_before_the_birthday(log):
    with within(HERE):
        turned(log, 15, days_ago=300)

        with pytest.raises(Refused) as refused, transaction.atomic():
            stage.consent_from(log, cast.person("emil").id)
        assert refused.value.refusal is Refusal.YOUTH_TOO_YOUNG


def test_the_municipality_may_set_fifteen(log):
    with within(HERE):
        turned(log, 15, days_ago=31)
        before = saying.standing(log).is_valid
        Municipality.objects.filter(pk=HERE).update(own_consent_age=15)

        assert (before, saying.standing(log).is_valid) == (True, False)


def test_the_guardians_yes_ends_with_the_grace_also_where_it_was_given_for_longer(log):
    with within(HERE):
        turned(log, 16, days_ago=-10)

        assert saying.standing(log).ends_on == stage.today() + timedelta(days=39)


def test_the_youth_ends_the_guardians_reading_and_can_change_their_mind(log):
    with within(HERE):
        turned(log, 16, days_ago=3)
    emil, lars = Visitor("emil"), Visitor("lars")
    before = lars.see("log", log.pk).status_code

    emil.send("guardian_reading", log.pk, fields={"may_read": "no"})
    after = lars.see("log", log.pk).status_code
    emil.send("guardian_reading", log.pk, fields={"may_read": "yes"})

    assert (before, after, lars.see("log", log.pk).status_code) == (200, 404, 200)


def test_guardians_read_on_to_the_age_the_municipality_has_set(log):
    with within(HERE):
        turned(log, 16, days_ago=3)
        Municipality.objects.filter(pk=HERE).update(guardian_access_age=17)

    Visitor("emil").send("guardian_reading", log.pk, fields={"may_read": "no"})

    with within(HERE):
        ends_on = RelayLog.objects.get(pk=log.pk).guardians_end_on
    assert ends_on == add_years(stage.today() - timedelta(days=3), 1)
    assert Visitor("lars").see("log", log.pk).status_code == 200


@pytest.mark.parametrize("key", ["lars", "kari"])
def test_nobody_else_decides_who_reads(log, key):
    assert Visitor(key).send("guardian_reading", log.pk, fields={"may_read": "no"}).status_code == 403
