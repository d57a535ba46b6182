"""History from another municipality: what is taken in is what was sent, once, about the right child, and nobody's own words."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.clock import now
from stafett.kernel.verdict import Refused
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log.models import Concern
from stafett.transfers import operations, rules
from stafett.transfers.enums import Refusal
from stafett.transfers.models import ArrivedPackage, CarriedPart
from stafett.transfers.operations import carrying
from stafett.transfers.queries import carried
from tests import stage
from tests.oversight.test_package import _files
from tests.oversight.test_paper_and_schema import faults
from tests.transfers import bringing, handing
from tests.transfers.bringing import THERE
from tests.web import reading
from tests.web.visiting import Visitor, undone

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


@pytest.fixture
def package(db):
    """Nils's log as Eksempelvik sent it."""
    with within(handing.HERE):
        return bringing.packed(bringing.log_to_send())


@pytest.fixture
def log(package):
    """The new log in Dømesund; the test runs there."""
    with within(THERE):
        yield bringing.log_there()


def test_what_is_taken_in_is_what_was_sent(log, package):
    bringing.taken_in(log, package)

    sent, here = rules.opened(package).log, bringing.contents(log)
    assert here["concern"] == sent["concerns"]
    assert here["bright_spot"] == sent["bright_spots"]
    assert here["note"] == sent["notes"]
    assert sent["concerns"][0]["title"] == bringing.ODD
    assert sent["concerns"][0]["measures"][0]["evaluation"]["words"].endswith(bringing.ODD)
    assert set(here) == {"concern", "bright_spot", "note"}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, summary=WORDS)
def test_no_words_are_changed_on_the_way(log, package, words, summary):
    (concern,) = rules.opened(package).log["concerns"]
    odd = {**concern, "title": words, "background": words, "child_view": words}
    with undone():
        bringing.taken_in(log, bringing.changed(package, concerns=[odd], summary=summary))

        here = bringing.contents(log)

    assert here["concern"] == [odd]
    assert here.get("summary", []) == ([{"text": summary}] if summary else [])


def test_it_is_history_and_no_concern_measure_or_note_of_this_log(log, package):
    bringing.taken_in(log, package)

    assert not Concern.objects.filter(log=log).exists()
    assert set(CarriedPart.objects.values_list("taken_in_by", flat=True)) == {cast.person("oddny").id}
    assert Entry.objects.filter(event="transfer.carried_in", log_id=log.pk).count() == 1


def test_only_what_is_chosen_comes_in_and_the_rest_is_put_away(log, package):
    arrived = bringing.taken_in(log, package, choices=["bright_spot"])

    stored = ArrivedPackage.objects.get(pk=arrived.pk)
    assert set(bringing.contents(log)) == {"bright_spot"}
    assert (stored.content, stored.settled_at is not None) == (None, True)


def test_the_same_package_comes_in_once_and_the_rest_of_it_later(log, package):
    bringing.taken_in(log, package, choices=["bright_spot"])
    bringing.taken_in(log, package)
    with pytest.raises(Refused) as again:
        bringing.opened(log, package)

    assert again.value.refusal == Refusal.ALL_TAKEN_IN
    assert {kind: len(found) for kind, found in bringing.contents(log).items()} == {
        "bright_spot": 1, "concern": 1, "note": 1,
    }  # fmt: skip
    assert ArrivedPackage.objects.count() == 1


def test_a_newer_package_brings_what_is_new_and_nothing_twice(log, package):
    sent = rules.opened(package).log
    newer = {**sent["bright_spots"][0], "text": "Enda et lysglimt"}
    bringing.taken_in(log, package)

    bringing.taken_in(log, bringing.changed(package, bright_spots=[*sent["bright_spots"], newer]))

    assert bringing.contents(log)["bright_spot"] == [*sent["bright_spots"], newer]
    assert len(bringing.contents(log)["concern"]) == 1


def _spoilt(package, how):
    sent = rules.opened(package).log
    ways = {
        "another shape": {"concerns": [{"title": "x"}]},
        "something more": {"extra": "x"},
        "no text": {"summary": 7},
        "a letter that cannot be kept": {"summary": "a\x00b"},
        "half a letter": {"summary": "a\ud800"},
        "far too much": {"notes": sent["notes"] * 2001},
        "very deep": {"concerns": json.loads("[" * 400 + "]" * 400)},
        "no child": {"child": {"name": "Nils", "birth_date": "2018-01-01"}},
    }
    return bringing.changed(package, **ways[how])


@pytest.mark.parametrize(
    "how",
    ["another shape", "something more", "no text", "a letter that cannot be kept", "half a letter", "far too much",
     "very deep", "no child"],
)  # fmt: skip
def test_a_package_that_is_built_in_another_way_is_refused(log, package, how):
    with pytest.raises(Refused) as caught:
        bringing.opened(log, _spoilt(package, how))

    assert caught.value.refusal == Refusal.NOT_UNDERSTOOD
    assert not ArrivedPackage.objects.exists()


def _other_child(package, log):
    noor = cast.person("noor").number.digits
    return {
        "another's number": bringing.changed(package, cover={"child_number": noor}),
        "no number at all": bringing.changed(package, cover={"child_number": "12345678901"}),
        "born another day": bringing.changed(
            package, cover={"child_number": ""}, child={**rules.opened(package).log["child"], "birth_date": "2001-01-01"}
        ),
    }  # fmt: skip


@pytest.mark.parametrize("how", ["another's number", "no number at all", "born another day"])
def test_a_package_about_another_child_is_refused(log, package, how):
    with pytest.raises(Refused) as caught:
        bringing.opened(log, _other_child(package, log)[how])

    assert caught.value.refusal == Refusal.OTHER_CHILD
    assert not ArrivedPackage.objects.exists()


def test_without_a_number_the_day_of_birth_is_compared_and_it_is_said_so(log, package):
    arrived = bringing.opened(log, bringing.changed(package, cover={"child_number": ""}))

    page = reading.words(Visitor("oddny").see("history_choice", arrived.pk))

    assert not arrived.matched_by_number
    assert "fødselsdato" in page.lower()


def test_a_log_takes_nothing_in_from_its_own_package(log, package):
    with pytest.raises(Refused) as caught:
        bringing.opened(log, bringing.changed(package, id=str(log.pk)))

    assert caught.value.refusal == Refusal.OWN_LOG


def test_nothing_comes_in_where_an_address_is_protected_also_when_it_became_so_in_between(log, package):
    arrived = bringing.opened(log, package)
    Person.objects.filter(pk=cast.person("vetle").id).update(protection="confidential")
    log = type(log).objects.get(pk=log.pk)

    with pytest.raises(Refused) as opening:
        bringing.opened(log, package)
    with pytest.raises(Refused) as taking:
        operations.take_in(
            actor=stage.actor("oddny"), log=log, package=arrived, choices=["note"], is_same_child=True
        )

    assert opening.value.refusal == taking.value.refusal == Refusal.PROTECTED_HERE
    assert bringing.contents(log) == {}


def test_what_somebody_kept_from_guardians_is_no_part_of_it_even_when_the_file_has_it(log, package):
    (concern,) = rules.opened(package).log["concerns"]
    kept = {**concern, "title": "Hemmelig", "kept_from_guardians": "Fordi."}

    bringing.taken_in(log, bringing.changed(package, concerns=[concern, kept]))

    assert [each["title"] for each in bringing.contents(log)["concern"]] == [bringing.ODD]


def test_a_part_that_stands_can_be_changed_by_nobody(log, package):
    bringing.taken_in(log, package)

    with pytest.raises(DatabaseError), transaction.atomic():
        CarriedPart.objects.update(content={"text": "Noe annet"})


def test_what_nobody_chose_among_is_put_away_the_day_after(log, package, monkeypatch):
    arrived = bringing.opened(log, package)
    before = carrying.put_away_unused(THERE)
    ArrivedPackage.objects.update(opened_at=now() - carrying.timedelta(days=2))

    after = carrying.put_away_unused(THERE)

    assert (before, after) == (0, 1)
    with pytest.raises(Refused) as caught:
        operations.take_in(
            actor=stage.actor("oddny"), log=log, package=arrived, choices=["note"], is_same_child=True
        )
    assert caught.value.refusal == Refusal.PACKAGE_PUT_AWAY
    page = Visitor("oddny").see("history_choice", arrived.pk)
    assert f"/logger/{log.pk}/historie/pakke/" in page.content.decode()
    assert "choices" not in reading.fields(page)


def _file(package):
    return SimpleUploadedFile("pakke.zip", package, content_type="application/zip")


def test_on_the_pages_the_holder_opens_chooses_and_everybody_reads_whose_words_they_are(log, package):
    oddny = Visitor("oddny", HTTP_ACCEPT_LANGUAGE="nb")
    opened = oddny.send("history_package", log.pk, fields={"file": _file(package)})
    arrived = ArrivedPackage.objects.get()
    nothing = oddny.send("history_choice", arrived.pk)
    chosen = rules.parts_of(arrived.content)[0].choice
    fields = {"choices": [chosen, "bright_spot"], "is_same_child": "on"}

    done = oddny.send("history_choice", arrived.pk, fields=fields)

    page = Visitor("jorunn").see("carried_history", log.pk)
    assert opened.url.endswith(f"/overforinger/historie/{arrived.pk}/")
    assert (nothing.status_code, set(reading.errors(nothing))) == (422, {"choices", "is_same_child"})
    assert done.url.endswith(f"/logger/{log.pk}/historie/")
    assert "Eksempelvik kommune" in reading.words(page)
    assert cast.person("oddny").name in reading.words(page)
    assert bringing.ODD in reading.words(page)
    assert "<b>&" not in page.content.decode()


def test_a_form_that_is_sent_twice_is_carried_out_once(log, package):
    oddny, arrived = Visitor("oddny"), bringing.opened(log, package)
    fields = {"choices": ["note"], "is_same_child": "on", "submission": str(log.pk)}

    answers = [oddny.send("history_choice", arrived.pk, fields=fields) for _twice in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert CarriedPart.objects.count() == 1


def test_what_worked_stands_first_also_when_the_package_was_written_in_another_language(log, package):
    (concern,) = rules.opened(package).log["concerns"]
    measure = concern["measures"][0]
    foreign = {**measure, "evaluation": {**measure["evaluation"], "outcome": "På en måte ingen kjenner"}}
    bringing.taken_in(
        log, bringing.changed(package, concerns=[{**concern, "measures": [*concern["measures"], foreign]}])
    )

    page = Visitor("jorunn").see("carried_history", log.pk).content.decode()

    order = [page.index(words) for words in ("effect_continued", "no_effect")]
    assert order == sorted(order)
    assert "evaluert" in page


def test_who_is_let_into_some_concerns_only_sees_none_of_it(log, package):
    bringing.taken_in(log, package)
    log.sight = type(log.sight)(**{**vars(log.sight), "only": frozenset()})

    assert carried.carried_into(log) == []
    assert not carried.has_carried(log)


def test_the_page_asks_the_same_however_much_there_is(log, package):
    sent, oddny = rules.opened(package).log, Visitor("oddny")
    bringing.taken_in(log, package)
    with CaptureQueriesContext(connection) as few:
        oddny.see("carried_history", log.pk)
    more = [{**sent["notes"][0], "text": f"Notat {number}"} for number in range(30)]
    bringing.taken_in(log, bringing.changed(package, notes=more))

    with CaptureQueriesContext(connection) as many:
        oddny.see("carried_history", log.pk)

    assert len(many) == len(few)


def test_a_new_holder_finds_it_from_what_they_read_first(log, package):
    before = reading.words(Visitor("oddny").see("received_log", log.pk))
    bringing.taken_in(log, package)

    after = Visitor("oddny").see("received_log", log.pk).content.decode()

    assert f"/logger/{log.pk}/historie/" in after
    assert f"/logger/{log.pk}/historie/" not in before


def test_nothing_is_taken_in_without_consent_of_this_logs_own(package):
    with within(THERE):
        log = stage.started_log("vetle", "oddny", leader_id=cast.person("torleiv").id)

    answer = Visitor("oddny").send("history_package", log.pk, fields={"file": _file(package)})

    assert answer.status_code == 403
    assert not bringing.there(ArrivedPackage.objects.exists)


def test_a_package_with_a_changed_letter_is_refused_beside_the_field(log, package):
    answer = Visitor("oddny").send("history_package", log.pk, fields={"file": _file(package[:-40])})

    assert answer.status_code == 422
    assert reading.errors(answer)["file"]


def test_bright_spots_that_are_alike_are_both_kept(log, package):
    (spot,) = rules.opened(package).log["bright_spots"]

    bringing.taken_in(log, bringing.changed(package, bright_spots=[spot, spot]))

    assert bringing.contents(log)["bright_spot"] == [spot, spot]


def test_the_family_takes_the_history_home_too(log, package):
    bringing.taken_in(log, package)

    files = _files(Visitor("jorunn").send("own_package", log.pk))

    told = json.loads(files["stafettlogg-1.json"])
    assert faults(told, json.loads(files["stafettlogg.schema.json"])) == []
    assert [part["heading"] for part in told["carried"]][0] == bringing.ODD
    assert "Eksempelvik kommune" in told["carried"][0]["source"]
    assert "áčđŋšŧž" in files["stafettlogg-1.html"]
