"""Personvernombudet searches the trail: who, when and what; no word from a log, no name in an address."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from tests import stage
from tests.oversight.officer import HERE, THERE, read, yesterday
from tests.web import reading
from tests.web.visiting import Visitor

SECRETS = (
    "Hemmelig overskrift",
    "Hemmelig tiltak",
    "Hemmelig lysglimt",
    "Hemmelig grunn",
    "Leder lesegruppen",
)


@pytest.fixture
def log(db):
    with within(HERE):
        log = stage.open_log("noor")
        kari = {"actor": stage.actor("kari"), "log": log}
        concern = stage.active_concern(log, title="Hemmelig overskrift")
        measure = stage.add_measure(log, concern, description="Hemmelig tiltak", accept_second=True)
        operations.share_bright_spot(text="Hemmelig lysglimt", **kari)
        operations.change_level(level=2, reason="Hemmelig grunn", **kari)
        operations.add_participant(
            employment_id=made_id("post", "jonas-eksempelvik_school"), purpose="Leder lesegruppen", today=stage.today(),
            **kari,
        )  # fmt: skip
        stage.evaluate(log, measure, "no_effect", words="Hemmelig vurdering")
        return log


def test_the_trail_is_told_in_sentences_without_a_word_from_the_log(log):
    Visitor("jonas").see("log", log.pk)
    Visitor("jonas").see("closure", log.pk)
    Visitor("dag").see("log", log.pk)

    shown = reading.words(Visitor("personvern").see("trail"))

    for sentence in (
        "Jonas Påfunn leste loggen.",
        "Kari Eksempelmo delte oppmerksomheten «…».",
        "Tiltaket «…» ble evaluert: ….",
        "Kari Eksempelmo endret nivået fra 1 til 2.",
        "Kari Eksempelmo la til Jonas Påfunn som aktør.",
        "Jonas Påfunn ble avvist",
        "Dag Snurrebakk spurte etter noe som ikke finnes for dem (Lese loggen)",
        "et barn ved Eksempelvik barneskole",
    ):
        assert sentence in shown
    assert not [secret for secret in (*SECRETS, "Hemmelig vurdering", "Noor", "effekt") if secret in shown]


def test_a_child_is_found_by_name_and_named_only_there(log):
    officers = Visitor("personvern")

    found = officers.send("trail", fields={"name": "noor oppd"})
    page = officers.see("trail_of_child", log.child_id)

    address = reverse("trail_of_child", args=[log.child_id])
    assert address in found.content.decode()
    assert "Noor" not in address
    assert "Noor Oppdiktsen" in reading.words(page)
    assert "Kari Eksempelmo delte et lysglimt." in reading.words(page)
    assert not [secret for secret in SECRETS if secret in reading.words(page)]


def test_an_employee_is_found_by_name_also_after_having_left(log):
    officers = Visitor("personvern")

    found = reading.words(officers.send("trail", fields={"name": "trond"}))
    page = officers.see("trail_of_employee", cast.person("trond").id)

    assert "Trond Skrønestad Ansatt · Lærer, Eksempelvik barneskole" in found
    assert "Ingenting i denne perioden" in reading.words(page)


def test_what_one_employee_has_done_is_shown_alone(log):
    Visitor("jonas").see("log", log.pk)

    shown = reading.words(Visitor("personvern").see("trail_of_employee", cast.person("jonas").id))

    assert "Jonas Påfunn leste loggen." in shown
    assert "Kari Eksempelmo delte" not in shown


def test_a_guardian_is_not_found_as_an_employee(log):
    found = reading.words(Visitor("personvern").send("trail", fields={"name": "fatima"}))

    assert "Ingen barn eller ansatte har det navnet." in found
    assert Visitor("personvern").see("trail_of_employee", cast.person("fatima").id).status_code == 404


def test_looking_a_name_up_leaves_a_row_with_who_was_shown_and_never_what_was_typed(log):
    Visitor("personvern").send("trail", fields={"name": "noor"})

    row = _last()
    assert (row.kind, row.event, row.log_id, row.child_id) == ("read", "oversight.looked_up", None, None)
    assert row.facts == {"children": [str(log.child_id)], "employees": []}


def test_a_name_that_is_not_typed_is_asked_for(log):
    answer = Visitor("personvern").send("trail", fields={"name": "  "})

    assert answer.status_code == 422
    assert reading.errors(answer) == {"name": "Fyll inn dette."}


def test_period_and_kind_narrow_the_search(log):
    with within(HERE):
        read("henrik", log, at=yesterday(12, days=5))
    Visitor("dag").see("log", log.pk)
    officers = Visitor("personvern")
    five_days_ago = yesterday(0, days=5).date()

    that_day = reading.words(officers.see("trail", fra=five_days_ago, til=five_days_ago))
    refusals = reading.words(officers.see("trail", slag="refusal"))

    assert "Henrik Regleplass leste loggen." in that_day
    assert "Kari Eksempelmo" not in that_day
    assert "Dag Snurrebakk spurte etter" in refusals
    assert "Kari Eksempelmo" not in refusals


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"fra": "2020-01-01", "til": "2026-11-22"}, "inntil 366 dager"),
        ({"fra": "2026-11-22", "til": "2026-11-20"}, "slutte etter at den begynner"),
        ({"fra": "31.02.2026"}, "Skriv en dato som finnes"),
    ],
)
def test_a_period_that_cannot_be_is_explained_and_the_usual_one_shown(log, asked, sentence):
    answer = Visitor("personvern").see("trail", **asked)

    assert answer.status_code == 200
    assert sentence in reading.words(answer)
    assert "Kari Eksempelmo delte et lysglimt." in reading.words(answer)


@pytest.mark.parametrize(
    "asked",
    [
        {"slag": "oppdiktet"},
        {"eldre": "x"},
        {"eldre": "9" * 30},
        {"side": "-1"},
        {"ansatt": "x"},
        {"eldre": "٣"},
    ],
)
def test_an_odd_address_is_read_as_far_as_it_goes(log, asked):
    assert Visitor("personvern").see("trail", **asked).status_code == 200
    assert Visitor("personvern").see("trail_of_child", log.child_id, **asked).status_code == 200
    assert Visitor("personvern").see("unusual_readings", **asked).status_code == 200


def test_a_child_of_another_municipality_is_unknown(log):
    with within(THERE):
        stage.started_log("vetle", "oddny", leader_id=cast.person("torleiv").id)

    officers = Visitor("personvern")

    assert officers.see("trail_of_child", cast.child("vetle").id).status_code == 404
    assert officers.see("trail_of_employee", cast.person("oddny").id).status_code == 404
    assert "Ingen barn" in reading.words(officers.send("trail", fields={"name": "vetle"}))


def test_the_family_sees_that_the_officer_has_looked(log):
    Visitor("personvern").see("trail_of_child", log.child_id)

    shown = reading.words(Visitor("fatima").see("access_list", log.pk))

    assert "Solveig Papirmyr" in shown
    assert (
        "Så i sporet etter loggen. Svarer på innsyn, eller passer på at loggene blir brukt riktig." in shown
    )


def test_a_list_is_sent_with_every_row_and_nothing_a_spreadsheet_would_run(log):
    with within(HERE):
        Person.objects.filter(pk=cast.person("jonas").id).update(given_name="=HYPERLINK(1)")
    Visitor("jonas").see("log", log.pk)

    answer = Visitor("personvern").send("trail_export", fields=_period())

    rows = _rows(answer)
    with within(HERE):
        assert len(rows) == Entry.objects.count()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="spor.csv"'
    assert [row["Navn"] for row in rows if "leste loggen" in row["Hva"]] == ["'=HYPERLINK(1) Påfunn"]
    assert not [secret for secret in SECRETS if secret in str(rows)]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_a_list_leaves_a_row_with_what_was_asked_and_how_much_it_was(log):
    Visitor("personvern").send("trail_export", fields={**_period(), "slag": "act"})

    row = _last()
    with within(HERE):
        acts = Entry.objects.filter(kind="act").count()
    assert (row.kind, row.event, row.actor_name) == ("read", "oversight.exported", "Solveig Papirmyr")
    assert row.facts == {"first": _period()["fra"], "last": _period()["til"], "kind": "act", "rows": acts}


def test_a_list_about_a_child_is_seen_by_the_family_and_holds_that_child_only(log):
    with within(HERE):
        other = stage.open_log("nils", "jonas")
    Visitor("jonas").see("log", other.pk)
    Visitor("yusuf").see("guardians", log.child_id)

    rows = _rows(Visitor("personvern").send("trail_export_of_child", log.child_id, fields=_period()))

    assert rows
    assert not [row for row in rows if "Jonas" in row["Navn"]]
    assert "Tok ut en liste over hvem som har sett loggen." in reading.words(
        Visitor("fatima").see("access_list", log.pk)
    )


def test_a_list_about_one_employee_holds_that_employee_only(log):
    Visitor("jonas").see("log", log.pk)

    rows = _rows(
        Visitor("personvern").send(
            "trail_export", fields={**_period(), "ansatt": str(cast.person("jonas").id)}
        )
    )

    assert {row["Navn"] for row in rows} == {"Jonas Påfunn"}


def test_a_long_list_is_sent_a_chunk_at_a_time(committed_database):
    with within(HERE):
        log = stage.open_log("noor")
        for _number in range(1200):
            read("kari", log, at=clock.now())

    answer = Visitor("personvern").send("trail_export", fields=_period())

    assert answer.streaming
    assert b"".join(answer.streaming_content).count(b"\r\n") > 1200


@pytest.mark.parametrize("key", ["kari", "elle", "fatima", "arkivar", "randi"])
@pytest.mark.parametrize("name", ["trail", "unusual_readings"])
def test_nobody_else_sees_the_trail(log, key, name):
    assert Visitor(key).see(name).status_code == 403


def test_the_search_asks_a_fixed_number_of_questions(committed_database):
    with within(HERE):
        log = stage.open_log("noor")
    officers, page = Visitor("personvern"), reverse("trail")
    officers.get(page)
    few = _count(officers, page)
    with within(HERE):
        for _number in range(60):
            read("kari", log)

    assert _count(officers, page) == few
    assert few <= 10


def test_older_rows_are_a_page_away(committed_database):
    with within(HERE):
        log = stage.open_log("noor")
        for number in range(55):
            read("jonas", log, at=yesterday(9, number))
    officers = Visitor("personvern")

    first = officers.see("trail_of_employee", cast.person("jonas").id).content.decode()
    second = officers.see(
        "trail_of_employee", cast.person("jonas").id, eldre=_number_after(first)
    ).content.decode()

    assert (first.count("leste loggen."), second.count("leste loggen.")) == (50, 5)


def _number_after(page):
    return page.split("eldre=")[1].split('"')[0]


def _rows(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _period():
    return {"fra": yesterday(0, days=30).date().isoformat(), "til": stage.today().isoformat()}


def _last():
    with within(HERE):
        return Entry.objects.order_by("-number").first()


def _count(visitor, page):
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(page)
    assert answer.status_code == 200
    return len([each for each in asked.captured_queries if each["sql"] not in ("BEGIN", "COMMIT")])
