"""The family's package: what this person may see and nothing else, to read, to move, and who has seen it (L-50)."""

import io
import json
import zipfile

import pytest

from stafett.audit.models import Entry
from stafett.child_page.enums import Said
from stafett.child_page.operations import write_goal
from stafett.demo import cast
from stafett.register.models import GuardianRelation
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern, Note
from tests import stage
from tests.log_meetings import holding
from tests.oversight.officer import HERE
from tests.web import reading
from tests.web.visiting import Visitor


@pytest.fixture
def log(db):
    with within(HERE):
        log = stage.open_log("noor")
        kari = {"actor": stage.actor("kari"), "log": log}
        concern = stage.active_concern(log, title="Leser sakte & <b>sikkert</b>", background="Siden jul.")
        operations.share_bright_spot(text="Hun leste høyt!", **kari)
        operations.add_factor(concern=concern, kind="group", text="Mye uro", **kari)
        operations.shape_ladder(
            concern=concern, title="Til tavla", shaped_with_child=True, steps=["Ut", "Fram"], **kari
        )
        stage.drafted_concern(log, title="Bare for stafettholderen")
        return log


def test_a_guardian_takes_everything_home_at_one_press(log):
    Visitor("jonas").see("log", log.pk)
    Visitor("kari").see("log", log.pk)

    answer = Visitor("fatima").send("own_package", log.pk)

    files = _files(answer)
    told = json.loads(files["stafettlogg-1.json"])
    (concern,) = told["concerns"]
    assert answer["Content-Disposition"] == 'attachment; filename="innsyn.zip"'
    assert set(files) == {
        "stafettlogg-1.html", "stafettlogg-1.json", "hvem-har-sett-1.csv", "stafettlogg-1.pdf",
        "stafettlogg.schema.json",
    }  # fmt: skip
    assert told["child"] == "Noor Oppdiktsen"
    assert (concern["title"], concern["background"]) == ("Leser sakte & <b>sikkert</b>", "Siden jul.")
    assert [measure["where"] for measure in concern["measures"]] == ["I tjenesten", "Hjemme", "Barnet selv"]
    assert [step["text"] for step in concern["ladders"][0]["steps"]] == ["Ut", "Fram"]
    assert concern["factors"][0]["text"] == "Mye uro"
    assert "Hun leste høyt!" in [entry["words"] for entry in told["story"]]
    assert "Leser sakte &amp; &lt;b&gt;sikkert&lt;/b&gt;" in files["stafettlogg-1.html"]
    assert (
        "Kari Eksempelmo;Kontaktlærer, Eksempelvik barneskole;Leste loggen.;Holder stafettpinnen."
        in (files["hvem-har-sett-1.csv"])
    )


def test_nothing_that_the_reader_may_not_see_is_anywhere_in_it(log):
    Visitor("omar").see("log", log.pk)

    files = _files(Visitor("fatima").send("own_package", log.pk))

    everything = "".join(files.values())
    assert "Bare for stafettholderen" not in everything
    assert "En foresatt" in files["hvem-har-sett-1.csv"]
    assert "Omar" not in files["hvem-har-sett-1.csv"]


def test_what_is_kept_from_guardians_is_left_out_and_nothing_tells_that_it_is(log):
    with within(HERE):
        Concern.objects.filter(title__startswith="Leser").update(
            kept_from_guardians="Barnet har bedt om det."
        )
        operations.write_note(actor=stage.actor("kari"), log=log, text="Notat som holdes igjen")
        Note.objects.filter(log=log).update(kept_from_guardians="Barnet har bedt om det.")

    files = _files(Visitor("fatima").send("own_package", log.pk))

    everything = "".join(files.values())
    assert "kept" not in everything
    assert "tilbake" not in everything
    assert not [
        kept
        for kept in ("Leser sakte", "Mye uro", "Til tavla", "Notat som holdes", "bedt om det")
        if kept in everything
    ]


def test_meetings_come_with_their_minutes_and_the_childs_own_words(log):
    with within(HERE):
        kari = stage.actor("kari")
        write_goal(actor=kari, log=stage.reached(log), text="Lese for lillebror", said=Said.AT_THE_TABLE)
        holding.to_confirm(log)

    files = _files(Visitor("fatima").send("own_package", log.pk))

    told = json.loads(files["stafettlogg-1.json"])
    *_next, meeting = told["meetings"]
    assert {person["name"] for person in meeting["people"]} >= {"Kari Eksempelmo", "Fatima Oppdiktsen"}
    assert "Leseflyten er lav" in [part["heading"] for part in meeting["minutes"]]
    assert [goal["text"] for goal in told["childs_goals"]] == ["Lese for lillebror"]
    assert "Veiledet lesing to ganger i uken" in files["stafettlogg-1.html"]


def test_minutes_about_what_is_kept_from_guardians_are_left_out(log):
    with within(HERE):
        holding.to_confirm(log)
        Concern.objects.filter(title__startswith="Leseflyten").update(
            kept_from_guardians="Barnet har bedt om det."
        )

    files = _files(Visitor("fatima").send("own_package", log.pk))

    assert "Leseflyten" not in "".join(files.values())
    assert "Veiledet lesing" not in "".join(files.values())


def test_a_long_story_comes_whole(log):
    with within(HERE):
        for number in range(45):
            operations.share_bright_spot(actor=stage.actor("kari"), log=log, text=f"Glimt nummer {number}.")

    told = json.loads(_files(Visitor("fatima").send("own_package", log.pk))["stafettlogg-1.json"])

    words = [entry["words"] for entry in told["story"]]
    assert [f"Glimt nummer {number}." in words for number in range(45)] == [True] * 45
    assert len(words) == len({(e["at"], e["sentence"], e["words"]) for e in told["story"]})


def test_taking_it_home_is_a_row_in_the_trail_and_on_the_page(log):
    Visitor("fatima").send("own_package", log.pk)

    row = _last()
    assert (row.kind, row.event, row.child_id) == ("read", "oversight.package_made", log.child_id)
    assert row.facts["relation"] == "guardian"
    assert row.facts["receiver"] == str(cast.person("fatima").id)
    assert "Deg" in reading.words(Visitor("fatima").see("access_list", log.pk))
    assert "made an access package." in reading.words(Visitor("omar").see("access_list", log.pk)).lower()
    assert "Fatima" not in reading.words(Visitor("omar").see("access_list", log.pk))


@pytest.mark.parametrize(
    ("key", "status"), [("kari", 403), ("jonas", 404), ("ronny", 404), ("personvern", 404)]
)
def test_nobody_else_takes_it_home_from_the_log(log, key, status):
    assert Visitor(key).send("own_package", log.pk).status_code == status


def test_somebody_in_the_family_who_has_asked_is_answered_with_their_own_package(log):
    with within(HERE):
        Concern.objects.filter(title__startswith="Leser").update(
            kept_from_guardians="Barnet har bedt om det."
        )

    answer = Visitor("kari").send(
        "package_for_family", log.pk, fields={"receiver_id": str(cast.person("omar").id)}
    )

    files, row = _files(answer), _last()
    assert "Leser sakte" not in "".join(files.values())
    assert (row.event, row.actor_id) == ("oversight.package_made", cast.person("kari").id)
    assert "relation" not in row.facts
    shown = reading.words(Visitor("fatima").see("access_list", log.pk))
    assert cast.person("kari").name in shown
    assert "Laget en innsynspakke." in shown


@pytest.mark.parametrize(
    ("key", "status"),
    [("fatima", 403), ("elle", 404), ("personvern", 404), ("randi", 404), ("arkivar", 404)],
)
def test_nobody_else_answers_for_the_family(log, key, status):
    assert Visitor(key).see("package_for_family", log.pk).status_code == status


def test_only_the_child_and_confirmed_guardians_can_be_answered(log):
    with within(HERE):
        GuardianRelation.objects.filter(guardian_id=cast.person("omar").id).update(
            state="blocked", state_reason="Vedtak"
        )

    page = Visitor("kari").see("package_for_family", log.pk)
    forged = Visitor("kari").send(
        "package_for_family", log.pk, fields={"receiver_id": str(cast.person("omar").id)}
    )

    assert "Fatima Oppdiktsen" in reading.words(page)
    assert "Omar" not in reading.words(page)
    assert forged.status_code == 422
    assert "receiver_id" in reading.errors(forged)


def test_a_child_too_young_to_read_alone_gets_no_package(log):
    answer = Visitor("kari").send(
        "package_for_family", log.pk, fields={"receiver_id": str(cast.person("noor").id)}
    )

    assert answer.status_code == 422
    assert "Denne personen har ikke tilgang til noen logg om barnet nå." in reading.words(answer)


def test_a_log_that_waits_for_consent_is_not_handed_over(db):
    with within(HERE):
        log = stage.started_log("noor")

    answer = Visitor("kari").send(
        "package_for_family", log.pk, fields={"receiver_id": str(cast.person("fatima").id)}
    )

    assert answer.status_code == 403


def _files(answer):
    assert answer.status_code == 200, answer.content[:300]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        read = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: each.decode("latin-1" if name.endswith(".pdf") else "utf-8-sig") for name, each in read.items()
    }


def _last():
    with within(HERE):
        return Entry.objects.order_by("-number").first()
