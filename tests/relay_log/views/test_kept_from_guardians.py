"""What is kept from guardians: offered from 12, asked why, told to nobody it is kept from, and lifted again (L-13, L-23)."""

import pytest

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern, Note
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
SECRET, WHY = "Hun vil ikke hjem i helgen.", "Hun har bedt om at det blir hos oss."


def log_at(years):
    """Noor's log in use, with Noor so old."""
    with within(HERE):
        born = stage.today().replace(year=stage.today().year - years, day=1)
        Person.objects.filter(pk=cast.person("noor").id).update(birth_date=born)
        return stage.open_log("noor")


def note(log, by="kari", **fields):
    return Visitor(by).send("new_note", log.pk, fields={"text": SECRET, **fields})


def stored():
    with within(HERE):
        return Note.objects.get(text=SECRET)


@pytest.mark.parametrize(("years", "offered"), [(11, False), (12, True), (15, True), (16, False)])
def test_keeping_is_offered_from_12_until_the_youth_consents(db, years, offered):
    log = log_at(years)

    for page in ("new_note", "new_concern"):
        assert (
            "Hold dette tilbake for foresatte" in reading.words(Visitor("kari").see(page, log.pk))
        ) is offered


def test_a_kept_note_is_not_there_for_guardians_and_nothing_says_so(db):
    log = log_at(13)
    fatima = Visitor("fatima")
    before = reading.words(fatima.see("log", log.pk))

    note(log, keep="on", kept_from_guardians=WHY)

    kari = reading.words(Visitor("kari").see("log", log.pk))
    assert SECRET in kari
    assert WHY in kari
    assert reading.words(fatima.see("log", log.pk)) == before
    assert fatima.see("note_keeping", stored().pk).status_code == 404
    with within(HERE):
        assert Entry.objects.get(event="note.written").facts == {"kept": True}


def test_keeping_takes_a_reason(db):
    log = log_at(13)

    answer = note(log, keep="on")

    assert answer.status_code == 422
    assert "Skriv kort hvorfor." in reading.errors(answer)["kept_from_guardians"]
    assert reading.fields(answer)["text"] == [SECRET]


@pytest.mark.parametrize(("years", "by"), [(11, "kari"), (13, "fatima")])
def test_a_forged_form_keeps_nothing(db, years, by):
    log = log_at(years)

    note(log, by, keep="on", kept_from_guardians=WHY)

    assert stored().kept_from_guardians == ""


def test_a_note_is_shared_after_all_and_kept_again_by_its_author_or_the_holder(db):
    log = log_at(13)
    note(log, keep="on", kept_from_guardians=WHY)
    fatima, kari, pk = Visitor("fatima"), Visitor("kari"), stored().pk

    kari.send("note_keeping", pk, fields={})
    shared = reading.words(fatima.see("log", log.pk))
    without = kari.send("note_keeping", pk, fields={"keep": "on"})
    kari.send("note_keeping", pk, fields={"keep": "on", "kept_from_guardians": WHY})

    assert SECRET in shared
    assert "tilbake" not in shared
    assert without.status_code == 422
    assert SECRET not in reading.words(fatima.see("log", log.pk))
    with within(HERE):
        acts = list(
            Entry.objects.filter(event__startswith="note.", kind="act")
            .order_by("number")
            .values_list("event", flat=True)
        )
    assert acts == ["note.written", "note.shared_after_all", "note.kept"]


def test_a_colleague_does_not_change_who_sees_anothers_note(db):
    log = log_at(13)
    with within(HERE):
        jonas = Person.objects.get(pk=cast.person("jonas").id).employments.get()
        operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=jonas.pk, purpose="Hjelper", today=stage.today()
        )
    note(log)

    answer = Visitor("jonas").send(
        "note_keeping", stored().pk, fields={"keep": "on", "kept_from_guardians": WHY}
    )

    assert answer.status_code == 422
    assert stored().kept_from_guardians == ""


def test_a_kept_concern_is_not_there_for_guardians_until_it_is_shared_after_all(db):
    log = log_at(13)
    with within(HERE):
        concern = stage.shared_concern(log)
    fatima, kari = Visitor("fatima"), Visitor("kari")
    words = {**good_forms.fields("new_concern"), "version": concern.version}

    kari.send("edit_concern", concern.pk, fields={**words, "keep": "on", "kept_from_guardians": WHY})
    kept = fatima.see("concern", concern.pk).status_code, reading.words(fatima.see("log", log.pk))
    with within(HERE):
        version = Concern.objects.get(pk=concern.pk).version
    kari.send("edit_concern", concern.pk, fields={**good_forms.fields("new_concern"), "version": version})

    assert kept[0] == 404
    assert words["title"] not in kept[1]
    shared = reading.words(fatima.see("log", log.pk))
    assert fatima.see("concern", concern.pk).status_code == 200
    assert "tilbake for foresatte" not in shared
    with within(HERE):
        events = set(Entry.objects.values_list("event", flat=True))
    assert {"concern.kept", "concern.shared_after_all"} <= events


def test_a_text_that_names_a_guardian_is_asked_about_once_and_nothing_remembers_it(db):
    log = log_at(8)
    text = "Omar kom ikke til møtet."
    with within(HERE):
        before = Entry.objects.count()

    warned = Visitor("kari").send("new_note", log.pk, fields={"text": text})
    with within(HERE):
        between = Entry.objects.count()
    kept = Visitor("kari").send("new_note", log.pk, fields={"text": text, "names_are_fine": "on"})

    assert warned.status_code == 422
    assert "nevne en foresatt ved navn" in reading.errors(warned)["names_are_fine"]
    assert reading.fields(warned)["text"] == [text]
    assert between == before
    assert kept.status_code == 302
    assert "Navnet må stå her" not in reading.words(Visitor("kari").see("new_note", log.pk))


def test_the_family_is_not_warned_of_names(db):
    log = log_at(8)

    answer = Visitor("fatima").send("new_note", log.pk, fields={"text": "Omar og jeg har snakket sammen."})

    assert answer.status_code == 302
