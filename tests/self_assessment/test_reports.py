"""Reports through the pages: begun, written by two, sent, kept as they were, corrected, read and talked about."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.self_assessment import operations
from stafett.self_assessment.enums import Refusal
from stafett.self_assessment.models import Assessment, AssessmentReading, Remark
from stafett.self_assessment.operations import reminding
from stafett.self_assessment.queries import numbers
from tests.self_assessment.filling import (
    DECEMBER,
    HERE,
    IN_DECEMBER,
    MAY,
    UNITS,
    YEAR,
    a_draft,
    a_sent,
    actor,
    answers_for,
    on_day,
    send,
    stored,
)
from tests.web import paper, reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def december():
    """It is the first of December."""
    with on_day():
        yield


def told(kind):
    """Keys of those who have been told this."""
    keys = {person.id: person.key for person in cast.EKSEMPELVIK.people}
    with within(HERE):
        return sorted(
            keys[who] for who in Message.objects.filter(kind=kind).values_list("recipient_id", flat=True)
        )


def begin(key="elle", period=DECEMBER):
    return Visitor(key).send("assessment_start", cast.unit(UNITS["elle"]).id, period.name)


@pytest.mark.usefixtures("december")
def test_a_report_is_begun_written_and_sent_with_a_receipt_and_word_to_the_area():
    elle = Visitor("elle")
    started = begin()
    draft = Assessment.objects.none()
    with within(HERE):
        draft = Assessment.objects.get()
    fields = {**answers_for(), "version": "1"}

    saved = elle.send("assessment_answers", draft.pk, fields=fields)
    ready = reading.words(elle.see("assessment", draft.pk))
    sent = elle.send("assessment_submission", draft.pk)

    assert (started.status_code, saved.status_code, sent.status_code) == (302, 302, 302)
    assert "Send inn" in ready
    assert stored(draft).answers == answers_for()
    assert told("assessment_sent") == ["elle"]
    assert told("assessment_received") == ["torbjorn"]
    assert "Vi møtes hver måned." in reading.words(Visitor("torbjorn").see("assessment", draft.pk))


@pytest.mark.usefixtures("december")
def test_a_colleague_goes_on_with_the_draft_that_is_begun():
    begin()
    begin()

    with within(HERE):
        assert Assessment.objects.count() == 1


@pytest.mark.usefixtures("december")
@pytest.mark.parametrize(("period", "status"), [(DECEMBER, 302), (MAY, 422), (YEAR, 422)])
def test_a_report_is_begun_when_it_is_open(period, status):
    assert begin(period=period).status_code == status


@pytest.mark.usefixtures("december")
@pytest.mark.parametrize("name", ["2026-juni", "x", "20261-may", "2026-december-2"])
def test_an_address_of_no_period_is_not_found(name):
    assert Visitor("elle").send("assessment_start", cast.unit(UNITS["elle"]).id, name).status_code == 404


@pytest.mark.usefixtures("december")
def test_a_draft_is_the_units_own():
    draft = a_draft()

    for key, status in {"elle": 200, "aslaug": 404, "torbjorn": 404, "randi": 404, "kari": 404}.items():
        assert Visitor(key).see("assessment", draft.pk).status_code == status
    assert "Utkast" in reading.words(Visitor("elle").see("self_assessments"))
    inbox = reading.words(Visitor("torbjorn").see("area_assessments"))
    assert "0 av 2 er sendt inn" in inbox
    assert "Utkast" not in inbox.replace("Utkast ser bare enheten selv", "")


@pytest.mark.usefixtures("december")
def test_a_half_draft_is_kept_and_not_sent():
    begin()
    with within(HERE):
        draft = Assessment.objects.get()
    elle = Visitor("elle")

    saved = elle.send("assessment_answers", draft.pk, fields={"guide_known": "4", "version": "1"})
    sent = elle.send("assessment_submission", draft.pk)

    assert saved.status_code == 302
    assert stored(draft).answers == {"guide_known": 4}
    assert sent.status_code == 422
    assert "Det mangler 8" in reading.words(sent)
    assert stored(draft).state == "draft"


@pytest.mark.usefixtures("december")
def test_two_who_write_at_once_lose_no_word():
    draft = a_draft()
    version = str(stored(draft).version)
    first = {**answers_for(early_words="Det ene"), "version": version}
    Visitor("elle").send("assessment_answers", draft.pk, fields=first)

    answer = Visitor("elle").send("assessment_answers", draft.pk, fields=first | {"early_words": "Det andre"})

    assert answer.status_code == 409
    assert "Det ene" in reading.words(answer)
    assert reading.fields(answer)["early_words"] == ["Det andre"]
    assert stored(draft).answers["early_words"] == "Det ene"


@pytest.mark.usefixtures("december")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Gutten 130572 48195 bytter skole", "Her står det et nummer på elleve siffer"),
        ("æ" * 2001, "inntil 2000 tegn. Nå er den på 2001"),
        ("x" * 200_000, "inntil 2000 tegn"),
    ],
)
def test_hostile_words_are_refused_beside_the_field_and_kept_there(words, sentence):
    draft = a_draft()

    answer = Visitor("elle").send(
        "assessment_answers", draft.pk, fields={**answers_for(), "log_words": words, "version": "2"}
    )

    assert answer.status_code == 422
    assert sentence in reading.errors(answer)["log_words"]
    assert reading.fields(answer)["log_words"] == [words]
    assert stored(draft).answers["log_words"] != words


@pytest.mark.usefixtures("december")
def test_an_answer_that_is_not_on_the_scale_is_refused():
    draft = a_draft()

    answer = Visitor("elle").send(
        "assessment_answers", draft.pk, fields={**answers_for(), "evaluated": "9", "version": "2"}
    )

    assert answer.status_code == 422
    assert "Velg ett av alternativene" in reading.errors(answer)["evaluated"]


@pytest.mark.usefixtures("december")
def test_the_numbers_stand_as_they_were_when_it_was_sent(monkeypatch):
    counted = {"counted_on": "2026-10-01", **dict.fromkeys(numbers.KEYS)} | {
        "open_logs": 12,
        "evaluated_on_time": 70,
    }
    monkeypatch.setattr("stafett.self_assessment.operations.writing.numbers_of", lambda *_, **__: counted)
    sent = a_sent()

    words = reading.words(Visitor("torbjorn").see("assessment", sent.pk))

    assert stored(sent).numbers == counted
    assert "Åpne logger 12" in words
    assert "Evaluert i tide, omtrent 70 %" in words
    assert "vises ikke: for få" in words


@pytest.mark.usefixtures("december")
@pytest.mark.parametrize("table", [Assessment, AssessmentReading, Remark])
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_what_is_sent_read_or_said(table, verb):
    sent = a_sent()
    with within(HERE):
        operations.mark_read(actor=actor("torbjorn"), assessment=sent)
        operations.add_remark(actor=actor("torbjorn"), assessment=sent, text="Bra.", today=IN_DECEMBER)

    with pytest.raises(ProgrammingError, match="append-only|violates"), within(HERE):
        rows = table.objects.all()
        rows.update(municipality_id=HERE) if verb == "update" else rows._raw_delete(rows.db)


@pytest.mark.usefixtures("december")
def test_what_is_sent_is_corrected_by_a_new_edition_and_the_former_one_stands():
    sent = a_sent(early_words="Første")
    elle = Visitor("elle")

    assert (
        elle.send("assessment_answers", sent.pk, fields={**answers_for(), "version": "2"}).status_code == 422
    )
    assert elle.send("assessment_submission", sent.pk).status_code == 422
    assert elle.send("assessment_correction", sent.pk).status_code == 302
    assert elle.send("assessment_correction", sent.pk).status_code == 422
    with within(HERE):
        draft = Assessment.objects.get(state="draft")
    assert (draft.number, draft.answers["early_words"]) == (2, "Første")
    with within(HERE):
        operations.save_answers(
            actor=actor("elle"), assessment=draft, answers=answers_for(early_words="Rettet"), version=1
        )
    send(draft)

    assert stored(sent).answers["early_words"] == "Første"
    assert "Rettet" in reading.words(Visitor("torbjorn").see("assessment", draft.pk))
    assert "utgave 2" in reading.words(Visitor("torbjorn").see("area_assessments"))


@pytest.mark.usefixtures("december")
def test_the_area_leader_reads_asks_and_is_answered():
    sent = a_sent()
    torbjorn, elle = Visitor("torbjorn"), Visitor("elle")

    read = torbjorn.send("assessment_read", sent.pk)
    again = torbjorn.send("assessment_read", sent.pk)
    torbjorn.send("assessment_remark", sent.pk, fields={"text": "Hva trenger dere?"})
    elle.send("assessment_remark", sent.pk, fields={"text": "Mer tid."})
    refused = elle.send("assessment_remark", sent.pk, fields={"text": "13057248195"})

    assert (read.status_code, again.status_code, refused.status_code) == (302, 422, 422)
    assert told("assessment_talk") == ["elle", "torbjorn"]
    words = reading.words(elle.see("assessment", sent.pk))
    assert words.index("Hva trenger dere?") < words.index("Mer tid.")
    assert "Lest av Torbjørn" in words


@pytest.mark.usefixtures("december")
def test_what_is_sent_is_for_the_two_leaders_alone():
    sent = a_sent()

    statuses = {
        key: Visitor(key).see("assessment", sent.pk).status_code
        for key in ("elle", "torbjorn", "aslaug", "kari", "randi", "personvern", "torfinn", "hilde")
    }

    assert [key for key, status in statuses.items() if status == 200] == ["elle", "torbjorn"]
    assert set(statuses.values()) == {200, 404}


@pytest.mark.usefixtures("december")
def test_the_pdf_holds_what_the_page_holds():
    sent = a_sent(early_words="#let x = 1 *fet* <b>")

    answer = Visitor("torbjorn").see("assessment_pdf", sent.pk)

    assert answer["Content-Disposition"] == 'attachment; filename="egenvurdering.pdf"'
    told = reading.pieces(
        Visitor("torbjorn").see("assessment", sent.pk),
        '<section class="st-sheet-section">',
        '<p class="st-only-print">',
    )
    assert "#let x = 1 *fet* <b>" in told
    assert paper.unspaced("".join(told), without=":") in paper.unspaced(
        paper.words(answer.content), without=":"
    )
    assert answer.content == Visitor("torbjorn").see("assessment_pdf", sent.pk).content


def test_units_are_compared_over_the_years_and_the_newest_edition_counts():
    a_sent("elle", evaluated=1, day=IN_DECEMBER)
    a_sent("elle", period=MAY, day=date(2027, 5, 3), evaluated=3)
    a_sent("aslaug", period=MAY, day=date(2027, 5, 4), evaluated=4)

    with on_day(date(2027, 5, 10)):
        page = Visitor("torbjorn").see("assessment_comparison", sporsmal="evaluated")

    words = reading.words(page)
    assert "des. 2026 mai 2027" in words
    assert "1 – Ikke ennå 3 – Stort sett" in words
    assert "ikke sendt 4 – På plass" in words
    assert page.content.decode().count("<circle") == 3


@pytest.mark.parametrize("query", [{}, {"sporsmal": "finnes-ikke"}, {"skjema": "aaret"}, {"skjema": "<b>"}])
def test_a_comparison_of_nothing_says_so(query):
    assert "Ingenting å sammenlikne ennå" in reading.words(
        Visitor("torbjorn").see("assessment_comparison", **query)
    )


def test_reminders_come_once_each_through_a_whole_year_to_whoever_leads_then():
    days, made = [date(2026, 8, 1) + timedelta(days=each) for each in range(396)], {}
    elle, kari = cast.person("elle").id, cast.person("kari").id
    with within(HERE):
        # the head teacher leaves in March, and Kari takes over
        Employment.objects.filter(person_id=elle).update(ends_on=date(2027, 3, 15))
        Employment.objects.filter(person_id=kari).update(role="unit_leader")
        for today in days:
            if today == date(2027, 5, 5):
                a_sent("aslaug", period=MAY, day=today)
            with on_day(today):
                if count := reminding.remind(HERE, today=today):
                    made[today] = count
        elles = Message.objects.filter(recipient_id=elle, kind__startswith="assessment_").count()

    assert list(made) == [
        date(2026, 12, 1), date(2026, 12, 12), date(2026, 12, 16),
        date(2027, 4, 30), date(2027, 5, 11), date(2027, 5, 15),
        date(2027, 6, 1), date(2027, 6, 12), date(2027, 6, 16),
    ]  # fmt: skip
    assert made[date(2026, 12, 1)] == 3  # Elle, Kari and Aslaug lead then
    assert made[date(2027, 4, 30)] == 2  # Kari and Aslaug
    assert made[date(2027, 5, 11)] == 1  # Aslaug has sent hers
    assert elles == 3


@pytest.mark.usefixtures("december")
def test_a_unit_in_no_area_keeps_its_report_and_is_told_so():
    unit = cast.unit("eventyrskogen").id
    answer = Visitor("ingeborg").send("assessment_start", unit, DECEMBER.name)
    with within(HERE):
        draft = Assessment.objects.get()

    assert answer.status_code == 302
    assert "hører ikke til noe område" in reading.words(Visitor("ingeborg").see("assessment", draft.pk))


def test_the_number_of_questions_is_the_same_for_many_reports():
    pages = (
        ("elle", "self_assessments"),
        ("torbjorn", "area_assessments"),
        ("torbjorn", "assessment_comparison"),
    )
    a_sent("elle", day=IN_DECEMBER)
    few = [_questions(*page) for page in pages]
    a_sent("aslaug", day=IN_DECEMBER)
    a_sent("aslaug", period=MAY, day=date(2027, 5, 4))
    a_sent("elle", period=YEAR, day=date(2027, 6, 4))

    assert [_questions(*page) for page in pages] == few
    assert max(few) <= 12


def _questions(key, name):
    with on_day(date(2027, 6, 10)):
        visitor = Visitor(key)
        with CaptureQueriesContext(connection) as asked:
            assert visitor.see(name).status_code == 200
    return len([each for each in asked.captured_queries if " FROM " in each["sql"]])


@pytest.mark.usefixtures("december")
def test_an_operation_refuses_what_the_form_would():
    draft = a_draft()

    with within(HERE), pytest.raises(Refused) as refused:
        operations.save_answers(
            actor=actor("elle"), assessment=draft, answers={"log_words": "130572 48195"}, version=2
        )

    assert refused.value.refusal == Refusal.HAS_PERSONAL_NUMBER
