"""A request, read and answered by each for themselves: yes, yes to a part, no."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from stafett.audit.models import Entry
from stafett.consent import operations, queries
from stafett.consent.enums import Refusal
from stafett.consent.models import Consent, ConsentRequest, ConsentText
from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.models import Person
from stafett.register.tenancy import within
from tests import stage
from tests.consent import saying
from tests.consent.saying import PPT, WELFARE


@pytest.fixture
def here(db):
    with within(cast.EKSEMPELVIK.id):
        yield


@pytest.fixture
def log(here):
    """Emil's log, which waits for the yes of his parents, who live apart."""
    return stage.started_log("emil")


def test_each_parent_is_asked_and_the_log_is_covered_when_both_have_said_yes(log):
    to_lars, to_siv = saying.asked(log, "lars", "siv")

    saying.says_yes(to_lars, "lars")
    after_one = saying.standing(log).is_valid
    saying.says_yes(to_siv, "siv")

    assert not after_one
    assert saying.standing(log).is_valid


def test_the_asked_and_the_holder_get_a_message_without_a_word_of_what_it_is_about(log):
    (request,) = saying.asked(log, "lars", about="Søvnen til Emil")

    saying.says_yes(request, "lars", limits="Ikke om skilsmissen")

    told = {(m.recipient_id, m.kind) for m in Message.objects.all()}
    assert told == {
        (cast.person("lars").id, "consent_requested"),
        (cast.person("kari").id, "consent_given"),
    }
    assert "Søvnen" not in str(list(Message.objects.values()))


def test_what_was_signed_can_be_shown_again_as_it_was_in_its_language(log):
    (request,) = saying.asked(log, "lars", units=[PPT])
    consent = saying.says_yes(request, "lars", locale="nn")

    Person.objects.filter(pk=log.child.person_id).update(given_name="Noe annet")
    text = queries.kept_text(Consent.objects.get(pk=consent.pk))

    assert text["intro"].startswith("Denne teksten gjeld Emil Tøysebu.")
    receivers = next(part["text"] for part in text["section"] if part["key"] == "receivers")
    assert cast.unit(PPT).name in receivers
    assert (consent.form, consent.locale, consent.missing_facts) == ("digital", "nn", [])


def test_a_wording_is_kept_once_however_many_say_yes_to_it(log):
    for key, request in zip(("lars", "siv"), saying.asked(log, "lars", "siv"), strict=True):
        saying.says_yes(request, key)

    assert ConsentText.objects.count() == 1


def test_a_yes_to_a_part_covers_that_part_and_no_more(log):
    to_lars, to_siv = saying.asked(log, "lars", "siv", units=[PPT, WELFARE])

    saying.says_yes(to_lars, "lars")
    saying.says_yes(to_siv, "siv", units=[str(cast.unit(PPT).id)])

    standing = saying.standing(log)
    assert standing.covers_until(cast.unit(PPT).id, today=stage.today()) == to_lars.valid_until
    assert standing.covers_until(cast.unit(WELFARE).id, today=stage.today()) is None


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"units": [str(cast.unit(WELFARE).id)]}, Refusal.NOT_ASKED_ABOUT),
        ({"until": 301}, Refusal.NOT_ASKED_ABOUT),
        ({"until": 0}, Refusal.ENDS_BEFORE_IT_STARTS),
    ],
)
def test_nobody_says_yes_to_more_than_they_were_asked_about(log, change, refusal):
    (request,) = saying.asked(log, "lars", units=[PPT])
    if "until" in change:
        change = {"until": stage.today() + timedelta(days=change["until"])}

    with pytest.raises(Refused) as refused, transaction.atomic():
        saying.says_yes(request, "lars", **change)

    assert refused.value.refusal is refusal
    assert not Consent.objects.exists()


def test_a_request_is_answered_once(log):
    (request,) = saying.asked(log, "lars")
    saying.says_yes(request, "lars")

    with pytest.raises(Refused) as refused, transaction.atomic():
        saying.says_yes(request, "lars")

    assert refused.value.refusal is Refusal.REQUEST_ANSWERED


def test_a_no_to_more_leaves_what_was_said_before(here):
    log = stage.open_log("emil")
    (request,) = saying.asked(log, "lars", units=[PPT])

    operations.decline_request(actor=stage.actor("lars"), log=request.log, asked=request, today=stage.today())

    assert saying.standing(log).is_valid
    assert ConsentRequest.objects.get().answer == "no"
    assert Message.objects.filter(kind="consent_declined", recipient_id=cast.person("kari").id).count() == 1


def test_a_new_request_stands_instead_of_the_one_that_waits(log):
    (first,) = saying.asked(log, "lars")
    (second,) = saying.asked(log, "lars", units=[PPT])

    assert ConsentRequest.objects.get(pk=first.pk).answer == "replaced"
    assert ConsentRequest.objects.get(pk=second.pk).answer == ""


@pytest.mark.parametrize("key", ["kari", "hilde"])
def test_nobody_is_asked_whose_yes_does_not_count(log, key):
    with pytest.raises(Refused) as refused, transaction.atomic():
        saying.asked(log, key)

    assert refused.value.refusal is Refusal.NOBODY_ASKED


def test_nobody_reaches_a_request_to_somebody_else(log):
    (request,) = saying.asked(log, "lars")

    assert queries.reachable_request(stage.actor("siv"), request.pk) is None
    assert queries.reachable_request(stage.actor("kari"), request.pk) is None


def test_what_was_said_is_never_changed_in_the_database(log):
    (request,) = saying.asked(log, "lars")
    consent = saying.says_yes(request, "lars")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(limits="noe annet")


def test_the_trail_tells_who_asked_and_who_said_yes_but_not_what_they_held_back(log):
    (request,) = saying.asked(log, "lars")
    saying.says_yes(request, "lars", limits="Ikke om skilsmissen")

    acts = {(e.event, e.actor_id) for e in Entry.objects.filter(log_id=log.pk, event__startswith="consent.")}
    assert acts == {
        ("consent.requested", cast.person("kari").id),
        ("consent.signed", cast.person("lars").id),
    }
    assert "skilsmissen" not in str(list(Entry.objects.values_list("facts", "reason")))
