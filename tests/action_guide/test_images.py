"""Images in a municipality's own guide: added with words, seen by those who may, kept by the editions that have held."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.access.guard import Conflict
from stafett.action_guide import operations
from stafett.action_guide.enums import LANGUAGES, Refusal
from stafett.action_guide.models import GuideImage
from stafett.action_guide.queries import pictures
from stafett.action_guide.rules import images
from stafett.action_guide.views import paper, way
from stafett.demo import cast
from stafett.kernel import pdf
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within
from tests import stage
from tests.action_guide import at_work, drawn
from tests.action_guide.at_work import HERE, STEP, THERE
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db

PLACE, OTHER = cast.EKSEMPELVIK.slug, cast.DOMESUND.slug
AT = {"place": PLACE, "level": "1", "step": "evaluer"}
TOWER = "Tre barn bygger et tårn."


def _refused(work, *given, **words):
    with pytest.raises(Refused) as caught:
        work(*given, **words)
    return caught.value.refusal


def _add(edition, content, *, who="yusuf", name="hos-oss.png", **words):
    fields = {"file": SimpleUploadedFile(name, content), "alt_nb": TOWER, "alt_nn": "", **words}
    return Visitor(who).send("guide_new_image", at_work.part_of(edition).pk, fields=fields)


def _public(key, place=PLACE, who=None):
    return Visitor(who).get(reverse("guide_image", kwargs={"image": key, "place": place}))


def _publish(edition):
    at_work.sent(edition)
    return at_work.publish(at_work.decided(edition))


def _remove(edition, key):
    part = at_work.part_of(edition)
    with within(HERE):
        return operations.remove_image(actor=stage.actor("yusuf"), part=part, key=key)


def _kept():
    with within(HERE):
        return set(GuideImage.objects.values_list("sha256", flat=True))


def test_an_image_is_added_with_words_and_kept_without_what_the_camera_wrote():
    edition = at_work.draft()
    content = drawn.jpeg(more=drawn.segment(0xE1, b"Exif\0\0" + drawn.notes(place=b"Oppdalsgata 7")))

    answer = _add(edition, content, name="uten-ending", alt_nn="Tre barn byggjer eit tårn.")

    assert answer.status_code == 302
    (shown,) = at_work.part_of(edition).images
    assert shown["alt"] == {"nb": TOWER, "nn": "Tre barn byggjer eit tårn."}
    assert (shown["kind"], shown["width"], shown["height"]) == ("jpeg", 48, 32)
    with within(HERE):
        assert pictures.in_work(shown["key"]).content == drawn.jpeg()


@pytest.mark.parametrize(("content", "words", "field", "sentence"), [
    (drawn.png(), {"alt_nb": ""}, "alt_nb", "Skriv hva bildet viser"),
    (drawn.png(), {"alt_nb": "hos-oss.png"}, "alt_nb", "navnet på en fil"),
    (drawn.png(), {"alt_nb": "hos-oss"}, "alt_nb", "navnet på en fil"),
    (drawn.png(), {"alt_nb": "æ" * 301}, "alt_nb", "inntil 300 tegn"),
    (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", {}, "file", "ikke et helt bilde"),
    (b"", {}, "file", "Filen er tom"), (drawn.png(tail=b"PK\x03\x04"), {}, "file", "noe mer enn et bilde"),
    (bytes(500_001), {}, "file", "for stort"), (bytes(11_000_000), {}, "file", "for stort"),
    (drawn.jpeg((4800, 32), pixels=b"x"), {}, "file", "for mange punkter"),
], ids=["no words", "name", "stem", "long", "svg", "empty", "two things", "heavy", "heaviest", "large"])  # fmt: skip
def test_what_cannot_be_an_image_of_the_guide_gets_a_sentence_and_words_are_kept(
    content, words, field, sentence
):
    edition = at_work.draft()

    answer = _add(edition, content, **words)

    assert answer.status_code == 422
    assert sentence in reading.errors(answer)[field]
    assert reading.fields(answer)["alt_nb"] == [words.get("alt_nb", TOWER)]
    assert at_work.part_of(edition).images == []
    assert _kept() == set()


def test_images_stand_on_steps_of_drafts_only():
    edition = at_work.draft()
    key = at_work.add_image(edition)
    level = at_work.part_of(edition, "level", "1", "")

    assert _refused(at_work.add_image, edition) == Refusal.IMAGE_TWICE
    assert _refused(at_work.add_image, edition, place=("level", "1", "")) == Refusal.IMAGES_ON_STEPS
    assert Visitor("yusuf").see("guide_new_image", level.pk).status_code == 404
    at_work.sent(edition)
    assert _refused(at_work.add_image, edition, drawn.webp()) == Refusal.WRONG_STATE
    assert _refused(_remove, edition, key) == Refusal.WRONG_STATE


def test_there_is_room_for_what_can_travel_and_no_more(monkeypatch):
    edition = at_work.draft()
    monkeypatch.setattr(images, "IN_A_GUIDE", len(drawn.png()) + 10)
    at_work.add_image(edition)

    assert _refused(at_work.add_image, edition, drawn.webp()) == Refusal.IMAGES_TOO_LARGE
    assert len(at_work.part_of(edition).images) == len(_kept()) == 1


def test_the_image_of_a_draft_is_for_those_who_work_with_it():
    edition = at_work.draft()
    key = at_work.add_image(edition)

    seen = Visitor("elle").see("guide_draft_image", edition.pk, key)

    assert seen.content == drawn.png()
    assert "public" not in seen.get("Cache-Control", "")
    assert Visitor("kari").see("guide_draft_image", edition.pk, key).status_code == 404
    assert Visitor("oddny").see("guide_draft_image", edition.pk, key).status_code == 404
    assert Visitor("elle").see("guide_draft_image", edition.pk, "x" * 64).status_code == 404
    assert [_public(key, who=who).status_code for who in (None, "kari", "yusuf")] == [404] * 3


def test_everybody_sees_it_when_it_is_published_with_words_and_headers_that_let_it_do_nothing():
    edition = at_work.draft()
    key = at_work.add_image(edition, nn="Tre barn byggjer eit tårn.")
    _publish(edition)

    answer = _public(key)
    page = Visitor().get(reverse("guide_step", kwargs=AT)).content.decode()
    nynorsk = Visitor().get(reverse("guide_step", kwargs=AT) + "?maal=nn").content.decode()

    assert answer.content == drawn.png()
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert _public(key, who="kari")["Cache-Control"].startswith("private")
    assert f'<img src="/{PLACE}/veileder/bilder/{key}/" width="48" height="32" alt="{TOWER}"' in page
    assert 'alt="Tre barn byggjer eit tårn."' in nynorsk
    assert _public(key, place=OTHER).status_code == 404
    assert Visitor().get(f"/veileder/bilder/{key}/").status_code == 404
    assert Visitor("kari").get(f"/veileder/bilder/{key}/").status_code == 200
    assert "Se om det virker" in reading.words(
        Visitor().get(reverse("guide_search", kwargs={"place": PLACE}), {"q": "tårn"})
    )


def test_a_hostile_text_beside_an_image_is_only_letters():
    edition = at_work.draft()
    at_work.add_image(edition, nb='"><script>alert(1)</script>')
    _publish(edition)

    page = Visitor().get(reverse("guide_whole", kwargs={"place": PLACE})).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_older_edition_keeps_the_image_that_the_next_one_takes_away():
    first = at_work.draft()
    key = at_work.add_image(first)
    _publish(first)
    second = at_work.draft()
    assert [each["key"] for each in at_work.part_of(second).images] == [key]
    _remove(second, key)
    _publish(second)

    now = Visitor().get(reverse("guide_step", kwargs=AT)).content.decode()
    former = Visitor().get(reverse("guide_step", kwargs={**AT, "edition": "1"})).content.decode()

    assert (key in now, key in former) == (False, True)
    assert _public(key).status_code == 200


def test_an_image_that_no_edition_shows_is_gone_for_good():
    edition = at_work.draft()
    key = at_work.add_image(edition)
    at_work.add_image(edition, place=("step", "1", "mote"))
    _remove(edition, key)
    assert _kept() == {key}

    part = at_work.part_of(edition, key="mote")
    Visitor("yusuf").send("guide_image_removal", part.pk, key)

    assert _kept() == set()
    assert Visitor("yusuf").see("guide_draft_image", edition.pk, key).status_code == 404
    assert Visitor("yusuf").send("guide_image_removal", part.pk, key).status_code == 404


def test_two_who_tell_of_the_same_image_both_see_both_and_words_on_the_step_are_left_alone():
    edition = at_work.draft()
    opened = at_work.part_of(edition).version
    key = at_work.add_image(edition)
    at_work.revise(edition, version=opened, deadline="Innen seks uker.")  # was open while the image came in
    part = at_work.part_of(edition)
    with within(HERE):
        told = {"part": part, "key": key, "version": part.version}
        operations.tell_image(actor=stage.actor("mina"), alt={"nb": "Minas tårn."}, **told)
        with pytest.raises(Conflict):
            operations.tell_image(actor=stage.actor("yusuf"), alt={"nb": "Yusufs tårn."}, **told)

    fields = {"alt_nb": "Yusufs tårn.", "alt_nn": "", "version": part.version}
    answer = Visitor("yusuf").send("guide_image_words", part.pk, key, fields=fields)

    assert answer.status_code == 409
    assert "Minas tårn." in reading.words(answer)
    assert reading.fields(answer)["alt_nb"] == ["Yusufs tårn."]


def test_what_has_happened_to_an_image_is_a_change_that_stands_side_by_side():
    first = at_work.draft()
    at_work.add_image(first)
    _publish(first)
    second = at_work.draft()
    old = at_work.part_of(second).images[0]["key"]
    new = at_work.add_image(second, drawn.webp(), nb="Et nytt tårn.")
    _remove(second, old)

    page = Visitor("elle").see("guide_review", second.pk)

    html = page.content.decode()
    assert html.index(reverse("guide_draft_image", args=[second.pk, new])) > 0
    assert html.index(reverse("guide_draft_image", args=[second.pk, old])) > 0
    assert "tatt bort: Tre barn bygger et tårn. (bokmål)" in reading.words(page)
    assert "lagt til: Et nytt tårn. (bokmål)" in reading.words(page)


def test_a_public_page_asks_no_more_for_its_images():
    where = reverse("guide_whole", kwargs={"place": PLACE})
    at_work.published()
    Visitor().get(where)
    with CaptureQueriesContext(connection) as without:
        Visitor().get(where)
    edition = at_work.draft()
    for step in (STEP, ("step", "1", "mote")):
        at_work.add_image(edition, place=step)
    _publish(edition)
    with CaptureQueriesContext(connection) as first:
        Visitor().get(where)
    with CaptureQueriesContext(connection) as again:
        answer = Visitor().get(where)

    assert len(first) == len(again) == len(without)
    assert answer["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_shows_each_image_with_its_words(language, rf):
    edition = at_work.draft()
    contents = {"png": drawn.png(), "jpeg": drawn.jpeg(), "webp": drawn.webp()}
    for kind, content in contents.items():
        at_work.add_image(edition, content, nb=f"Et tårn som {kind}.", nn=f"Eit tårn som {kind}.")
    _publish(edition)
    asked = rf.get(f"/?maal={language}")
    asked.actor = asked.login = None

    here = way.of(asked, PLACE)
    document = paper.document_of(here, [], paper._pictures(here))

    found = {block.kind: block for block in document.blocks if isinstance(block, pdf.Drawing)}
    assert {kind: block.content for kind, block in found.items()} == contents
    assert found["webp"].alt == {"nb": "Et tårn som webp.", "nn": "Eit tårn som webp."}[language]
    assert paper.typeset(document).startswith(b"%PDF")


def test_a_guide_travels_with_its_images_and_they_are_seen_before_they_are_taken():
    edition = at_work.draft()
    key = at_work.add_image(edition)
    _publish(edition)
    file = Visitor("yusuf").see("guide_file", edition.pk).content
    there = at_work.draft("oddny")
    with within(THERE):
        borrowed = operations.borrow(actor=stage.actor("oddny"), edition=there, content=file)

    page = Visitor("oddny").see("guide_borrowed", borrowed.pk)
    seen = Visitor("oddny").see("guide_borrowed_image", borrowed.pk, key)
    assert reverse("guide_borrowed_image", args=[borrowed.pk, key]) in page.content.decode()
    assert seen.content == drawn.png()
    assert seen["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert Visitor("oddny").see("guide_borrowed_image", borrowed.pk, "0" * 64).status_code == 404

    with within(THERE):
        operations.take(actor=stage.actor("oddny"), borrowed=borrowed, places=["step:1:evaluer"])
        assert GuideImage.objects.get().sha256 == key
    assert at_work.part_of(there).images[0]["alt"] == {"nb": TOWER}


def test_a_step_that_is_taken_brings_its_images_and_puts_ours_away():
    edition = at_work.draft()
    ours = at_work.add_image(edition, drawn.webp())
    with within(HERE):
        content = at_work.a_file(**at_work.with_image())
        borrowed = operations.borrow(actor=stage.actor("yusuf"), edition=edition, content=content)
        operations.take(actor=stage.actor("yusuf"), borrowed=borrowed, places=["step:1:evaluer"])

    assert _kept() == {images.key_of(drawn.png())} != {ours}


def test_the_whole_draft_is_seen_as_its_readers_will_see_it():
    edition = at_work.draft()
    key = at_work.add_image(edition)
    at_work.revise(edition, more="Les [mer](niva-1/mote/).")

    page = Visitor("elle").see("guide_preview", edition.pk)

    html = page.content.decode()
    assert "Dette er ikke publisert." in reading.words(page)
    assert reverse("guide_draft_image", args=[edition.pk, key]) in html
    assert 'href="#niva-1-mote"' in html
    assert 'id="niva-1-mote"' in html
    assert reverse("guide_pdf") not in html
    assert "public" not in page.get("Cache-Control", "")
    assert Visitor("kari").see("guide_preview", edition.pk).status_code == 404
