"""What a leader is reminded of on the staff list: who leaves with a baton, and who has begun and never logged in (S000-07, W-16)."""

from datetime import timedelta

from stafett.administration import operations
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.register import people
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.administration import good_forms
from tests.administration.test_staff import add
from tests.web import reading
from tests.web.visiting import Visitor

HERE, SCHOOL = cast.EKSEMPELVIK.id, good_forms.SCHOOL


def seen_by(who):
    """The words of the school's staff list."""
    return reading.words(Visitor(who).see("unit_staff", SCHOOL))


def test_who_leaves_soon_with_a_baton_is_shown_to_the_leader_and_not_to_the_administrator(db):
    with within(HERE):
        stage.open_log("nils", holder="jonas")
        post = Employment.objects.get(pk=made_id("post", "jonas-eksempelvik_school"))
        before = seen_by("elle")
        operations.end_employment(
            actor=stage.actor("elle"), employment=post, ends_on=stage.today() + timedelta(days=10), today=stage.today()
        )  # fmt: skip

    assert "Slutter snart, og har en stafettpinne" not in before
    assert "1 logg å gi videre" in seen_by("elle")
    assert "å gi videre" not in seen_by("randi")


def test_who_has_begun_and_never_logged_in_is_shown_until_they_do(db):
    with within(HERE):
        made = add(starts_on=stage.today())
        ola = people.find(good_forms.number(), municipality_id=HERE)

    before = seen_by("elle")
    sessions.start(municipality_id=HERE, person_id=made.person_id, method="test", now=clock.now())

    assert ola.pk == made.person_id
    assert "Har begynt, og ikke logget inn ennå" in before
    assert "Ola Oppspinn" in before.partition("På listen")[0]
    assert "Ola Oppspinn" not in seen_by("elle").partition("På listen")[0]
