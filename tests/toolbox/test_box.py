"""Verktøykassen for everybody: shelves, documents with versions, files to save, and who looks after them."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.toolbox.models import Document, DocumentVersion
from tests import stage
from tests.kernel.test_file_kinds import A_PDF, PAGE
from tests.kernel.test_office_files import A_DOCX, office
from tests.toolbox.filling import HERE, PLACE, a_document
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def see(name, *, who=None, place=PLACE, language="nb", q=None, **route):
    """A page of the toolbox as somebody gets it."""
    route = {**({"place": place} if place else {}), **route}
    query = {"q": q} if q else {}
    return Visitor(who).get(reverse(name, kwargs=route), query, headers={"accept-language": language})


def new_document(who="randi", file=None, **changed):
    """Send the form for a new document."""
    fields = {
        "title": "Skolekontakt", "kind": "tool", "about": "", "owner_id": str(cast.person("elle").id), "link": "",
        "review_on": (stage.today() + timedelta(days=100)).isoformat(), "sheet": "",
    } | changed  # fmt: skip
    return Visitor(who).send("new_document", fields=fields | ({"file": file} if file else {}))


def upload(name="rutine.pdf", content=A_PDF, kind="application/pdf"):
    return SimpleUploadedFile(name, content, content_type=kind)


@pytest.mark.parametrize("who", [None, "kari", "hilde"])
@pytest.mark.parametrize("place", [None, PLACE])
def test_our_own_templates_stand_there_from_the_first_day(who, place):
    page = see("toolbox", who=who, place=place)

    words = reading.words(page)
    for title in ("Undringssamtale med foresatte", "Samtale med barnet", "Observasjonspunkter", "Møtemal"):
        assert title in words
    for locale in ("nb", "nn"):
        assert f"/verktoykasse/samtykkeskjema/{locale}/" in page.content.decode()


def test_a_stranger_without_a_municipality_is_shown_where_each_has_its_own():
    page = see("toolbox", place=None).content.decode()

    assert f'href="/{PLACE}/verktoykasse/"' in page
    assert f'href="/{cast.DOMESUND.slug}/verktoykasse/"' in page


def test_a_document_stands_on_its_shelf_in_its_own_municipality_and_no_other():
    document = a_document()

    here, there = see("toolbox"), see("toolbox", place=cast.DOMESUND.slug)

    assert "Ti bud for et godt møte (PDF)" in reading.words(here)
    assert "Ti bud" not in reading.words(there)
    assert see("toolbox_document", place=cast.DOMESUND.slug, document=document.pk).status_code == 404
    assert see("toolbox_file", place=cast.DOMESUND.slug, document=document.pk).status_code == 404
    assert see("toolbox_document", place=None, document=document.pk).status_code == 404


def test_the_number_of_questions_is_the_same_for_many_documents():
    a_document()
    few = _questions()

    for number in range(12):
        a_document(f"Rutine {number}", link="https://eksempel.no/", file=None)

    assert _questions() == few
    assert few <= 4


def _questions():
    visitor = Visitor()
    with CaptureQueriesContext(connection) as asked:
        visitor.get(reverse("toolbox", kwargs={"place": PLACE}))
    return len([each for each in asked.captured_queries if " FROM " in each["sql"]])


@pytest.mark.parametrize(
    ("word", "found"), [("ti bud", True), ("MØTE", True), ("skjema", False), ("verktøy møte", True)]
)
def test_a_word_finds_what_has_it(word, found):
    a_document()

    words = reading.words(see("toolbox", q=word))

    assert ("Ti bud for et godt møte" in words) is found


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("eit godt møte", True), ("ti bud leiar", True), ("leder møter", True), ("vaksne", False), ("møtet vold", False),
    ],
)  # fmt: skip
def test_a_word_of_the_other_language_or_in_another_form_finds_it_too(word, found):
    a_document()

    words = reading.words(see("toolbox", q=word))

    assert ("Ti bud for et godt møte" in words) is found


def test_a_misspelt_word_finds_our_own_template():
    assert "Samtykke" in reading.words(see("toolbox", q="samtyke skjema")).split("treff")[-1]


def test_a_search_without_an_answer_says_what_to_do():
    words = reading.words(see("toolbox", q="qxzwvj"))

    assert "Ingen treff. Prøv et annet ord." in words
    assert see("toolbox", q="qxzwvj")["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "route"), [("toolbox", {}), ("services", {}), ("news", {}), ("blank_consent", {"locale": "nn"})]
)
def test_lists_for_everybody_may_be_kept_for_a_while_and_those_with_a_name_may_not(name, route):
    assert see(name, **route)["Cache-Control"] == "public, max-age=300"
    assert see(name, who="kari", **route)["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", ["toolbox_document", "toolbox_file"])
def test_what_can_be_withdrawn_is_asked_for_each_time(name):
    document = a_document()

    assert see(name, document=document.pk)["Cache-Control"] == "no-store"


def test_the_address_gives_the_newest_version_and_employees_read_the_former_ones():
    document = a_document()
    first = _versions(document)[0]

    answer = Visitor("elle").send(
        "new_version", document.pk,
        fields={"file": upload("ny.docx", A_DOCX), "link": "", "sheet": "", "what_is_new": "Ny mal",
                "review_on": (stage.today() + timedelta(days=400)).isoformat()},
    )  # fmt: skip

    newest = see("toolbox_file", document=document.pk)
    former = Visitor("kari").see("former_version", first.pk)
    assert answer.status_code == 302
    assert newest.content == A_DOCX
    assert newest["Content-Disposition"] == 'attachment; filename="ti-bud-for-et-godt-mote.docx"'
    assert former.content == A_PDF
    assert "Utgave 1" in reading.words(see("toolbox_document", who="kari", document=document.pk))
    for who in (None, "hilde", "oddny"):  # a stranger, a guardian, an employee of the neighbour
        assert "Utgave 1" not in reading.words(see("toolbox_document", who=who, document=document.pk))
    assert Visitor("hilde").see("former_version", first.pk).status_code == 403
    assert Visitor("oddny").see("former_version", first.pk).status_code == 404


def test_the_owners_name_is_for_employees_alone():
    document = a_document()
    name = cast.person("elle").name

    assert name in reading.words(see("toolbox_document", who="kari", document=document.pk))
    for who in (None, "hilde", "oddny"):
        assert name not in reading.words(see("toolbox_document", who=who, document=document.pk))


def test_what_is_withdrawn_is_gone_for_everybody_and_can_be_put_back():
    document = a_document()
    elle = Visitor("elle")

    elle.send("document_withdrawal", document.pk)
    gone = [see(name, who=who, document=document.pk).status_code
            for name in ("toolbox_document", "toolbox_file") for who in (None, "kari", "randi")]  # fmt: skip
    again = elle.send("document_withdrawal", document.pk)
    elle.send("document_return", document.pk)

    assert set(gone) == {404}
    assert again.status_code == 422
    assert see("toolbox_file", document=document.pk).content == A_PDF
    with within(HERE):
        events = Entry.objects.filter(thing_id=document.pk, kind="act").values_list("event", flat=True)
        assert [event.split(".")[1] for event in events.order_by("number")] == [
            "document_added", "document_withdrawn", "document_returned",
        ]  # fmt: skip


@pytest.mark.parametrize("link", ["https://www.vfb.example/", "https://udir.example/tilpasset?a=1"])
def test_a_link_is_opened_from_the_document_and_has_no_file(link):
    document = a_document("Voksne for barn", kind="link", file=None, link=link)

    page = see("toolbox_document", document=document.pk)

    assert f'href="{link}"' in page.content.decode()
    assert 'rel="noopener noreferrer"' in page.content.decode()
    assert see("toolbox_file", document=document.pk).status_code == 404


def test_one_of_our_own_sheets_can_stand_under_the_municipalitys_own_title():
    document = a_document("Nynorsk samtykke", kind="form", file=None, sheet="samtykke-nn")

    page = see("toolbox_document", document=document.pk)

    assert f"/{PLACE}/verktoykasse/samtykkeskjema/nn/" in page.content.decode()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (upload("rutine.pdf", PAGE), "Filen må være en PDF"),
        (upload("rutine.pdf", PAGE + A_PDF), "Filen må være en PDF"),
        (upload("rutine.docx", A_PDF), "Filen er noe annet enn navnet sier"),
        (upload("mal.docx", office(**{"word/vbaProject.bin": b"x"})), "Filen må være en PDF"),
        (upload("mal.docx", office(**{"word/a.bin": b"\x00" * 30_000_000})), "Filen må være en PDF"),
        (upload("stor.pdf", A_PDF + b"\x00" * 10_000_001), "Filen kan være på inntil 10 MB"),
        (upload("tom.pdf", b""), "Filen er tom"),
        (None, "Velg én: en fil, en adresse eller et av våre egne ark"),
    ],
    ids=["page", "page and pdf", "pdf as docx", "macros", "zip bomb", "too large", "empty", "nothing"],
)
def test_a_hostile_file_is_refused_beside_the_field_and_nothing_is_kept(file, sentence):
    answer = new_document(file=file)

    assert answer.status_code == 422
    assert sentence in reading.errors(answer)["file"]
    assert reading.fields(answer)["title"] == ["Skolekontakt"]
    with within(HERE):
        assert Document.objects.count() == 0


def test_a_request_that_says_it_is_a_gigabyte_is_told_that_the_file_is_too_large():
    part = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    body = (
        part % (b"title", b"", b"Rutine")
        + part % (b"file", b'; filename="a.pdf"', A_PDF * 50_000)
        + b"--x--\r\n"
    )

    answer = Visitor("randi").generic(
        "POST", reverse("new_document"),
        **{"wsgi.input": BytesIO(body), "CONTENT_LENGTH": "1000000000", "CONTENT_TYPE": "multipart/form-data; boundary=x"},
    )  # fmt: skip

    assert answer.status_code == 422
    assert "inntil 10 MB" in reading.errors(answer)["file"]
    assert reading.fields(answer)["title"] == ["Rutine"]


@pytest.mark.parametrize("link", ["http://eksempel.no", "javascript:alert(1)", "https://ola:a@eksempel.no"])
def test_an_address_that_is_not_safe_is_refused_beside_its_field(link):
    answer = new_document(link=link)

    assert answer.status_code == 422
    assert "https://" in reading.errors(answer)["link"]
    assert reading.fields(answer)["link"] == [link]


def test_a_new_document_is_read_by_everybody_at_once():
    answer = new_document(file=upload())

    page = Visitor().get(f"/{PLACE}{answer['Location']}")
    assert answer.status_code == 302
    assert "Skolekontakt" in reading.words(page)


@pytest.mark.parametrize("days", [0, -3, 4000])
def test_the_day_of_the_next_look_lies_ahead(days):
    answer = new_document(file=upload(), review_on=(stage.today() + timedelta(days=days)).isoformat())

    assert answer.status_code == 422
    assert "fram i tid" in reading.errors(answer)["review_on"]


def test_somebody_who_has_left_is_not_offered_as_owner():
    answer = new_document(file=upload(), owner_id=str(cast.person("trond").id))

    assert answer.status_code == 422
    assert reading.errors(answer)["owner_id"]


def test_two_people_who_change_the_same_document_both_keep_their_words():
    document = a_document()
    fields = {
        "title": "Mine ord", "kind": "tool", "about": "", "owner_id": str(cast.person("elle").id), "version": "1",
        "review_on": (stage.today() + timedelta(days=50)).isoformat(),
    }  # fmt: skip

    first = Visitor("elle").send("edit_document", document.pk, fields=fields)
    second = Visitor("randi").send("edit_document", document.pk, fields=fields | {"title": "Andre ord"})

    assert first.status_code == 302
    assert second.status_code == 409
    assert reading.fields(second)["title"] == ["Andre ord"]
    assert "Mine ord" in reading.words(second)


def test_the_owner_and_the_administrator_look_after_a_document_and_nobody_else_finds_it():
    document = a_document()
    routes = [
        ("edit_document", "GET"),
        ("new_version", "GET"),
        ("document_withdrawal", "POST"),
        ("document_return", "POST"),
    ]

    for who, expected in [
        ("kari", 404),
        ("hilde", 404),
        ("jonas", 404),
        ("gudveig", 404),
        ("elle", None),
        ("randi", None),
    ]:
        for name, method in routes[: 2 if expected is None else 4]:
            status = Visitor(who).generic(method, reverse(name, args=[document.pk])).status_code
            assert status == (expected or 200), (who, name)


def test_whoever_looks_after_documents_sees_theirs_and_the_administrator_all():
    a_document("Elles rutine", review_on=stage.today() + timedelta(days=3))
    a_document("Randis rutine", owner="randi")

    elles, randis = (reading.words(Visitor(who).see("own_documents")) for who in ("elle", "randi"))

    assert "Elles rutine" in elles
    assert "Se over" in elles
    assert "Randis rutine" not in elles
    assert "Elles rutine" in randis
    assert "Randis rutine" in randis
    assert "Du passer ikke på noen dokumenter nå" in reading.words(Visitor("kari").see("own_documents"))


def test_a_document_whose_owner_has_left_asks_for_a_new_one_and_suggests_nobody():
    document = a_document()
    with within(HERE):
        Document.objects.filter(pk=document.pk).update(owner_id=cast.person("trond").id)

    page = Visitor("randi").see("edit_document", document.pk).content.decode()

    assert '<option value="">Velg hvem</option>' in page


def test_an_owner_who_has_left_looks_after_nothing():
    document = a_document()
    with within(HERE):
        Document.objects.filter(pk=document.pk).update(owner_id=cast.person("trond").id)

    assert Visitor("trond").see("edit_document", document.pk).status_code in (302, 403)
    assert Visitor("trond").see("own_documents").status_code == 403


def test_the_consent_form_has_lines_where_a_log_would_fill_in():
    for locale, title in [("nb", "Samtykke"), ("nn", "Samtykke"), ("en", "Consent")]:
        page = see("blank_consent", locale=locale)
        words = reading.words(page)
        assert title in words
        assert "____" in words
        assert cast.EKSEMPELVIK.name in words
        assert "{" not in words
    assert see("blank_consent", locale="xx").status_code == 404


def test_html_in_a_title_is_only_words():
    document = a_document("<script>alert(1)</script>", about="<b>x</b>")

    page = see("toolbox_document", document=document.pk).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def _versions(document):
    with within(HERE):
        return list(DocumentVersion.objects.filter(document=document).order_by("number"))
