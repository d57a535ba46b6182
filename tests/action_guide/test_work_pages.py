"""Pages of the work with the guide: words kept at a no, both texts at a conflict, changes side by side, few questions."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.action_guide import operations
from stafett.action_guide.forms import FrontForm, LevelForm
from stafett.action_guide.models import GuideEdition, PartComment
from stafett.register.tenancy import within
from tests import stage
from tests.action_guide import at_work
from tests.action_guide.at_work import HERE
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def _words(edition, **changed):
    with within(HERE):
        good = at_work.good_fields("guide_part_words")
    return {**good, "version": at_work.part_of(edition).version, **changed}


def _send(edition, fields, who="yusuf", place=at_work.STEP):
    return Visitor(who).post(
        reverse("guide_part_words", args=[at_work.part_of(edition, *place).pk]) + "?maal=nb", fields
    )


def test_a_part_is_changed_and_said_to_be_so():
    edition = at_work.draft()

    answer = _send(edition, _words(edition))

    assert answer.status_code == 302
    page = reading.words(Visitor("elle").see("guide_edition", edition.pk))
    assert "Se om det virker Endret" in page
    stored = at_work.part_of(edition)
    assert stored.words["nb"]["how"] == ["Spør barnet.", "Skriv det ned."]
    assert stored.tools == ["motemal"]


def test_two_at_once_both_see_both_texts_and_nothing_is_lost():
    edition = at_work.draft()
    opened = _words(edition)
    at_work.revise(edition, who="mina", deadline="Minas frist.")

    answer = _send(edition, {**opened, "deadline": "Yusufs frist."})

    assert answer.status_code == 409
    assert "Noen andre lagret mens du skrev" in reading.words(answer)
    assert "Minas frist." in reading.words(answer)
    fields = reading.fields(answer)
    assert fields["deadline"] == ["Yusufs frist."]
    again = _send(edition, {**opened, "deadline": "Begge frister.", "version": fields["version"][0]})
    assert again.status_code == 302


@pytest.mark.parametrize(("form", "place"), [(FrontForm, ("front", "", "")), (LevelForm, ("level", "2", ""))])
def test_the_front_and_the_levels_are_changed_in_the_same_way(form, place):
    edition = at_work.draft()
    optional = ("version", "submission", "environment_deadline")
    good = {name: "Våre egne ord" for name in form.base_fields if name not in optional}

    empty = _send(edition, {"version": "1"}, place=place)
    too_long = _send(edition, dict.fromkeys(good, "æ" * 401) | {"version": "1"}, place=place)
    done = _send(edition, {**good, "version": "1"}, place=place)

    assert [answer.status_code for answer in (empty, too_long, done)] == [422, 422, 302]
    assert set(reading.errors(empty)) == set(reading.errors(too_long)) == set(good)
    assert "Våre egne ord" in at_work.part_of(edition, *place).words["nb"].values()


@pytest.mark.parametrize(("more", "sentence"), [
    ("[her](javascript:alert(1))", "kan ikke brukes"), ("[her](data:text/html,x)", "kan ikke brukes"),
    ("[her](niva-2/borte/)", "fører ikke til noen side"), ("![bilde](https://a.no/b.png)", "Bilder kan ikke stå i teksten"),
    ("æ" * 10_001, "inntil 10000 tegn"), ("a" * 900_000, "inntil 10000 tegn"),
], ids=["script", "data", "nowhere", "picture", "long", "almost 1 MB"])  # fmt: skip
def test_a_hostile_text_gets_a_sentence_beside_it_and_is_kept(more, sentence):
    edition = at_work.draft()

    words = _words(edition, more=more)

    answer = _send(edition, words)

    assert answer.status_code == 422
    assert sentence in reading.errors(answer)["more"]
    assert reading.fields(answer)["more"] == [more]
    assert at_work.part_of(edition).version == words["version"]


def test_a_megabyte_is_stopped_at_the_door_and_says_so():
    edition = at_work.draft()

    words = _words(edition, more="a" * 1_000_001)

    answer = _send(edition, words)

    assert answer.status_code in (400, 413)
    assert at_work.part_of(edition).version == words["version"]


def test_ten_thousand_deep_is_only_text():
    edition = at_work.draft()

    answer = _send(edition, _words(edition, more="- " * 5_000))

    assert answer.status_code == 302
    assert Visitor("elle").see("guide_part", at_work.part_of(edition).pk).status_code == 200


def test_changes_stand_side_by_side_with_sign_and_word():
    edition = at_work.draft()
    at_work.revise(edition, title="Se om det hjelper")

    page = Visitor("elle").see("guide_review", edition.pk).content.decode()

    assert (
        '<del><span aria-hidden="true">−</span><span class="ds-sr-only">tatt bort: </span>virker</del>'
        in page
    )
    assert (
        '<ins><span aria-hidden="true">+</span><span class="ds-sr-only">lagt til: </span>hjelper</ins>'
        in page
    )


def test_a_sending_that_is_refused_says_why():
    edition = at_work.draft()

    answer = Visitor("yusuf").send("guide_sending", edition.pk)

    assert answer.status_code == 422
    assert "Ingenting er endret ennå" in reading.words(answer)


def test_a_comment_is_read_by_both_groups():
    edition = at_work.draft()
    part = at_work.part_of(edition)

    Visitor("elle").send("guide_part", part.pk, fields={"text": "Kan fristen være <b>kortere</b>?"})

    page = Visitor("yusuf").see("guide_part", part.pk).content.decode()
    assert "Kan fristen være &lt;b&gt;kortere&lt;/b&gt;?" in page
    assert "1 kommentar" in reading.words(Visitor("yusuf").see("guide_edition", edition.pk))


def test_a_file_goes_out_with_no_person_in_it_and_is_never_shown_in_the_browser():
    edition = at_work.published()

    answer = Visitor("yusuf").see("guide_file", edition.pk)

    assert answer["Content-Disposition"] == 'attachment; filename="handlingsveileder-1.json"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    text = answer.content.decode()
    assert not any(
        name in text for name in ("Yusuf", "Tenkeland", "Tullebekk", "changed_by", str(edition.started_by_id))
    )


def test_a_draft_is_given_to_nobody_as_a_file():
    assert Visitor("yusuf").see("guide_file", at_work.draft().pk).status_code == 404


@pytest.mark.parametrize(
    "content", [b"{}", b"[" * 90_000, b"x" * 6_000_001, b""], ids=["empty", "deep", "large", "none"]
)
def test_a_file_that_is_no_guide_gets_a_sentence_and_nothing_is_kept(content):
    edition = at_work.draft()
    where = reverse("guide_borrowing", args=[edition.pk])

    answer = Visitor("yusuf").post(where, {"content": SimpleUploadedFile("x.json", content)})

    assert answer.status_code == 422
    assert len(reading.errors(answer)["content"]) > 8
    with within(HERE):
        assert not GuideEdition.objects.get(pk=edition.pk).borrowed.exists()


def test_what_differs_is_shown_before_anything_is_taken():
    edition = at_work.draft()
    with within(HERE):
        borrowed = at_work.borrowed(edition)

    page = Visitor("yusuf").see("guide_borrowed", borrowed.pk)

    assert "1 del er annerledes" in reading.words(page)
    assert "27 deler er like" in reading.words(page)
    assert "hos naboen" in reading.words(page)
    assert at_work.part_of(edition).version == 1


@pytest.mark.parametrize("name", ["guide_edition", "guide_review", "guide_desk", "guide_groups"])
def test_a_page_asks_as_many_questions_however_much_there_is(name):
    edition = at_work.draft()
    few = _questions(name, edition)
    for key in ("mote", "gjennomfor", "mal-og-tiltak"):
        at_work.revise(edition, ("step", "1", key), deadline="Nå.", who="mina")
        part = at_work.part_of(edition, key=key)
        with within(HERE):
            operations.comment_on(actor=stage.actor("mina"), part=part, text="Enig.")
            at_work.place({"mote": "kari", "gjennomfor": "jonas"}.get(key, "henrik"), "steering")

    assert _questions(name, edition) == few
    with within(HERE):
        assert PartComment.objects.count() == 3


def _questions(name, edition):
    visitor = Visitor("randi" if name == "guide_groups" else "yusuf")
    args = [edition.pk] if name in ("guide_edition", "guide_review") else []
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see(name, *args).status_code == 200
    return len(asked)
