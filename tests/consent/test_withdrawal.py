"""Taking a consent back, wholly or for one service, and what the very next request is answered."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from stafett.access.models import Grant
from stafett.consent.enums import Refusal
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from tests import stage
from tests.consent import saying
from tests.consent.saying import PPT, WELFARE
from tests.web import good_forms, reading
from tests.web.visiting import Visitor, plain_styles  # noqa: F401 - a fixture

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(db):
    """Emil's open log at level 2 with Henrik from PPT in it, and a concern."""
    with within(HERE):
        log = stage.open_log("emil", units=[cast.unit(PPT).id])
        log_operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal veilede.")
        employment = Employment.objects.get(person_id=cast.person("henrik").id)
        log_operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=employment.pk, purpose="", today=stage.today()
        )
        log.concern = stage.shared_concern(log)
    return log


def test_the_very_next_request_of_the_other_service_is_not_found(log):
    henrik, lars = Visitor("henrik"), Visitor("lars")
    before = [henrik.see("log", log.pk).status_code, henrik.see("concern", log.concern.pk).status_code]

    lars.send("withdrawal", log.pk)

    after = [henrik.see("log", log.pk).status_code, henrik.see("concern", log.concern.pk).status_code]
    assert (before, after) == ([200, 200], [404, 404])
    assert "Emil" not in reading.words(henrik.see("participating_logs"))


def test_it_takes_two_taps_from_the_page_about_consent(log):
    lars = Visitor("lars")
    first = reverse("withdrawal", args=[log.pk])

    assert first in lars.see("my_consents").content.decode()
    page = lars.get(first)
    done = lars.post(first, {"submission": reading.fields(page)["submission"][0]})

    assert "mister tilgangen med en gang" in reading.words(page)
    assert done["Location"] == reverse("my_consents")
    assert "Du har trukket samtykket" in reading.words(lars.see("my_consents"))


def test_the_log_rests_for_the_holder_and_the_family_read_on(log):
    Visitor("lars").send("withdrawal", log.pk)

    kari, siv = Visitor("kari"), Visitor("siv")
    assert [visitor.see("log", log.pk).status_code for visitor in (kari, siv)] == [200, 200]
    assert "Samtykket er trukket tilbake" in reading.words(kari.see("log", log.pk))
    assert kari.see("new_concern", log.pk).status_code == 403


def test_the_holder_and_the_leader_are_alerted_and_the_timeline_has_a_line_without_names(log):
    with within(HERE):
        saying.takes_back(log, "lars")

        told = set(Message.objects.filter(kind="consent_withdrawn").values_list("recipient_id", flat=True))
    assert told == {cast.person("kari").id, cast.person("elle").id}
    words = reading.words(Visitor("siv").see("log", log.pk))
    assert "Et samtykke er trukket tilbake. Det gjelder fra nå." in words


def test_what_was_shared_stays(log):
    with within(HERE):
        before = Consent.objects.count()
        saying.takes_back(log, "lars")

        assert Consent.objects.count() == before + 1
        assert Grant.objects.filter(log=log, ended_at__isnull=True).count() == 2


def test_one_service_can_be_left_out_and_the_rest_goes_on(log):
    with within(HERE):
        saying.says_less(log, "lars")

        standing = saying.standing(log)
    assert standing.is_valid
    assert Visitor("henrik").see("log", log.pk).status_code == 404
    assert Visitor("kari").see("new_concern", log.pk).status_code == 200


def test_a_service_that_may_see_one_concern_sees_no_other(log):
    with within(HERE):
        other = stage.shared_concern(log, title="Noe annet enn før")
        saying.says_less(log, "lars", units=[PPT], restrictions={cast.unit(PPT).id: [log.concern.pk]})

    henrik = Visitor("henrik")
    page = reading.words(henrik.see("log", log.pk))
    assert log.concern.title in page
    assert "Noe annet enn før" not in page
    assert henrik.see("concern", other.pk).status_code == 404
    assert Visitor("kari").see("concern", other.pk).status_code == 200


@pytest.mark.parametrize(
    "wider",
    [
        {"units": [PPT, WELFARE]},
        {"units": [PPT], "until": 400},
    ],
)
def test_saying_less_never_says_more(log, wider):
    if "until" in wider:
        wider = {**wider, "until": stage.today() + timedelta(days=wider["until"])}

    with within(HERE), pytest.raises(Refused) as refused, transaction.atomic():
        saying.says_less(log, "lars", **wider)

    assert refused.value.refusal is Refusal.WIDER_THAN_BEFORE


def test_a_limit_is_not_lifted_without_a_new_consent(log):
    with within(HERE):
        saying.says_less(log, "lars", units=[PPT], restrictions={cast.unit(PPT).id: [log.concern.pk]})

        with pytest.raises(Refused) as refused, transaction.atomic():
            saying.says_less(log, "lars", units=[PPT])

    assert refused.value.refusal is Refusal.WIDER_THAN_BEFORE


def test_there_is_nothing_to_take_back_twice(log):
    with within(HERE):
        saying.takes_back(log, "lars")

        with pytest.raises(Refused) as refused, transaction.atomic():
            saying.takes_back(log, "lars")

    assert refused.value.refusal is Refusal.NOTHING_TO_WITHDRAW


def test_a_form_signed_before_the_no_does_not_undo_it(log):
    with within(HERE):
        saying.takes_back(log, "lars")

        with pytest.raises(Refused) as refused, transaction.atomic():
            stage.consent_from(log, cast.person("lars").id, units=[cast.unit(PPT).id])

        assert not saying.standing(log).is_valid
    assert refused.value.refusal is Refusal.WITHDRAWN_SINCE


def test_a_new_yes_after_the_no_opens_again(log):
    with within(HERE):
        saying.takes_back(log, "lars")
        (request,) = saying.asked(log, "lars", units=[PPT])
        saying.says_yes(request, "lars")

        assert saying.standing(log).is_valid
    assert Visitor("henrik").see("log", log.pk).status_code == 200


def test_the_holder_records_what_somebody_said_aloud_and_it_holds_at_once(log):
    kari = Visitor("kari")

    done = kari.send("recorded_withdrawal", log.pk, fields=good_forms.fields("recorded_withdrawal"))

    assert done["Location"] == reverse("consent", args=[log.pk])
    assert Visitor("henrik").see("log", log.pk).status_code == 404
    with within(HERE):
        word = Consent.objects.get(valid_until=None)
        assert (word.guardian_id, word.form, word.recorded_by_id) == (
            cast.person("lars").id, "oral", cast.person("kari").id,
        )  # fmt: skip


def test_a_family_that_asks_for_it_gets_the_log_closed_also_with_measures_under_way(log):
    with within(HERE):
        saying.takes_back(log, "lars", asks_to_end=True)
    kari = Visitor("kari")

    assert "Familien ber om at loggen avsluttes" in reading.words(kari.see("log", log.pk))
    kari.send("closure", log.pk, fields=good_forms.fields("closure"))

    with within(HERE):
        assert stage.state_of(log) == "closed"


def test_when_the_consent_runs_out_other_services_lose_sight_and_the_family_does_not(log):
    days = timedelta(days=301)
    with clock.set_to(clock.now() + days):
        assert Visitor("henrik").see("log", log.pk).status_code == 404
        assert Visitor("siv").see("log", log.pk).status_code == 200
        words = reading.words(Visitor("kari").see("log", log.pk))
    assert "Samtykket gjelder ikke lenger" in words


def test_one_guardian_never_sees_what_the_other_limited(log):
    with within(HERE):
        saying.asked(log, "lars", units=[PPT])
        request = saying.request_to(log, "lars")
        saying.says_yes(request, "lars", limits="Ikke om skilsmissen")

    siv = Visitor("siv")
    pages = [siv.see("my_consents"), siv.see("log", log.pk), siv.see("withdrawal", log.pk)]
    assert all("skilsmissen" not in reading.words(page) for page in pages)
    assert siv.see("consent", log.pk).status_code == 403
    assert "skilsmissen" in reading.words(Visitor("kari").see("consent", log.pk))
