"""Protected addresses: paper first, two people for a digital log, and no place told to anybody else (L-27, SEC-05)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stafett.administration import queries
from stafett.administration.operations import ask_for_opening
from stafett.administration.operations.protection import use_opening
from stafett.demo import cast
from stafett.identity.models import LoginSession
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.register import people
from stafett.register.directory import hidden_unit, shown_title, shown_unit
from stafett.register.models import Child, GuardianRelation, Person, ProtectedOpening
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
IBEN = cast.child("iben").id
SCHOOL = cast.unit("eksempelvik_school")
MANY = 50


def protect(child, of=None, protection="confidential"):
    fields = {"person_id": str(cast.person(of or child).id), "protection": protection}
    return Visitor("elle").send("protection", cast.child(child).id, fields=fields)


def approve():
    Visitor("elle").send("new_opening", IBEN, fields=good_forms.fields("new_opening"))
    with within(HERE):
        opening = ProtectedOpening.objects.get(child_id=IBEN, ended_at=None)
    return Visitor("randi").send("opening_answer", opening.pk, fields={"approved": "yes"})


@pytest.mark.parametrize(("key", "found"), [("elle", True), ("kari", False), ("yusuf", False)])
def test_a_protected_child_is_found_by_the_units_leader_alone(db, key, found):
    page = Visitor(key).see("choose_child", q="Iben")

    assert ("Iben Skyggeslott" in reading.words(page)) is found
    assert Visitor(key).see("guardians", IBEN).status_code == (200 if found else 404)
    assert Visitor(key).see("start_log", IBEN).status_code == (200 if found else 404)


def test_typing_the_number_of_a_protected_child_tells_no_more_than_of_any_other(db):
    answers = [
        reading.errors(
            Visitor("kari").send("new_child", fields={**good_forms.fields("new_child"), "number": number})
        )
        for number in (cast.person("iben").number.digits, cast.person("selma").number.digits)
    ]

    assert answers[0] == answers[1]


@pytest.mark.parametrize("of", ["noor", "omar"])
def test_protection_ends_the_familys_digital_access_with_the_next_request(db, of):
    with within(HERE):
        log = stage.open_log("noor")
    reader = Visitor("omar")
    before = reader.see("log", log.pk).status_code

    protect("noor", of)

    assert (before, reader.see("log", log.pk).status_code) == (200, 404)
    assert "Noor" not in reading.words(reader.see("family_logs"))
    assert Visitor("kari").see("log", log.pk).status_code == 200


def test_no_guardian_is_added_where_an_address_is_protected_and_the_no_tells_nothing(db):
    given = good_forms.fields("guardians")
    child_is = Visitor("elle").send("guardians", IBEN, fields=given)
    runa = {**given, "number": cast.person("runa").number.digits}
    guardian_is = Visitor("kari").send("guardians", cast.child("nils").id, fields=runa)

    with within(HERE):
        assert GuardianRelation.objects.filter(child_id=IBEN).count() == 1
        assert not GuardianRelation.objects.filter(
            child_id=cast.child("nils").id, guardian_id=cast.person("runa").id
        ).exists()
    for answer in (child_is, guardian_is):
        assert answer.status_code == 422
        assert "Dette gjøres ikke i Stafett. Snakk med enhetslederen din." in reading.words(answer)
    assert "skjerm" not in reading.words(guardian_is).lower()


def test_a_digital_log_takes_the_leader_and_the_administrator_and_is_started_by_whom_they_named(db):
    with within(HERE), pytest.raises(Refused, match="OPENING_NOT_APPROVED"):
        use_opening(stage.child("iben"), actor=stage.actor("kari"))
    refused = Visitor("elle").send("start_log", IBEN, fields=good_forms.fields("start_log"))

    approve()
    started = Visitor("kari").send("start_log", IBEN, fields=good_forms.fields("start_log"))

    with within(HERE):
        opening = ProtectedOpening.objects.get(child_id=IBEN)
        assert RelayLog.objects.filter(child_id=IBEN).count() == 1
    assert "Bruk papir." in reading.words(refused)
    assert (refused.status_code, started.status_code) == (422, 302)
    assert (opening.leader_id, opening.admin_id) == (cast.person("elle").id, cast.person("randi").id)
    assert opening.ended_at is not None


def test_a_no_from_the_administrator_ends_it(db):
    with within(HERE):
        opening = good_forms.opening()

    Visitor("randi").send("opening_answer", opening.pk, fields={"approved": "no"})

    assert Visitor("kari").see("start_log", IBEN).status_code == 404
    with within(HERE):
        assert queries.opening_of(stage.child("iben")) is None


def test_nobody_but_whom_they_named_starts_it(db):
    approve()

    assert Visitor("jonas").see("start_log", IBEN).status_code == 404
    answer = Visitor("elle").send("start_log", IBEN, fields=good_forms.fields("start_log"))
    assert answer.status_code == 422


def test_those_in_the_log_see_a_badge_and_only_colleagues_the_units_name(db):
    log = protected_log()

    kari = reading.words(Visitor("kari").see("log", log.pk))
    henrik = reading.words(Visitor("henrik").see("log", log.pk))

    assert "Skjermet adresse" in kari
    assert "Skjermet adresse" in henrik
    assert SCHOOL.name in kari
    assert SCHOOL.name not in henrik


def test_what_leaves_the_house_names_no_unit(db):
    with within(HERE):
        iben, noor = stage.child("iben"), stage.child("noor")
        elle, henrik = stage.actor("elle"), stage.actor("henrik")

        assert [shown_unit(iben, iben.unit, reader) for reader in (elle, henrik, None)] == [
            SCHOOL.name, hidden_unit(), hidden_unit(),
        ]  # fmt: skip
        assert [shown_unit(noor, noor.unit, reader) for reader in (elle, henrik, None)] == [SCHOOL.name] * 3
        assert shown_title(iben, "Lærer, Eksempelvik barneskole", henrik) == ""


def test_no_page_that_others_reach_tells_where_fifty_protected_children_are(db):
    """SEC-05. The others: services let into such logs, the administrator, the data protection officer, and families."""
    log = protected_log()
    seeded = seed_protected_children()
    pages = {
        "henrik": [("participating_logs",), ("log", log.pk), ("learned", log.pk), ("participants", log.pk),
                   ("access_list", log.pk), ("inbox",), ("choose_child",)],
        "samira": [("choose_child",), ("participating_logs",)],
        "randi": [("what_waits",), ("opening_answer", opening_of_seeded(seeded[0])), ("inbox",)],
        "runa": [("family_logs",), ("log", log.pk), ("inbox",), ("own_page",), ("start",)],
        "aslaug": [("choose_child",), ("what_waits",), ("my_logs",)],
        "torbjorn": [("start",), ("inbox",), ("own_page",)],
    }  # fmt: skip

    told = {}
    for key, asked in pages.items():
        visitor = Visitor(key)
        answers = [visitor.get(_address(page), {"q": "Skjermet"}) for page in asked]
        text = " ".join(reading.words(answer) for answer in answers if answer.status_code == 200)
        told[key] = [word for word in (SCHOOL.name, "barneskole", "4A") if word in text]

    assert len(seeded) == MANY
    assert told == dict.fromkeys(pages, [])


def _address(page):
    return reverse(page[0], args=page[1:])


def protected_log():
    """A log about Iben in use on paper consent, with PPT in it."""
    approve()
    ppt = cast.unit("eksempelvik_ppt").id
    with within(HERE):
        log = stage.started_log("iben")
        stage.consent_from(log, cast.person("runa").id, units=[ppt])
        log_operations.open_log(actor=stage.actor("kari"), log=log)
        log = stage.reached(log)
        log_operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal veilede.")
        post = Person.objects.get(pk=cast.person("henrik").id).employments.get()
        log_operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=post.pk, purpose="Veileder", today=stage.today()
        )
    return log


def seed_protected_children():
    """Fifty children of the school at protected addresses."""
    with within(HERE):
        persons = [
            people.new_person(
                municipality_id=HERE, given_name=f"Skjermet {number}", family_name="Ukjent",
                protection="strictly",
            )
            for number in range(MANY)
        ]  # fmt: skip
        Person.objects.bulk_create(persons)
        children = [
            Child(municipality_id=HERE, person=person, unit_id=SCHOOL.id, group_name="4A")
            for person in persons
        ]
        return Child.objects.bulk_create(children)


def opening_of_seeded(child):
    """What the administrator is asked about one of them."""
    with within(HERE):
        fields = {"holder_id": cast.person("kari").id, "reason": "Papir er ikke nok.", "today": stage.today()}
        return ask_for_opening(actor=stage.actor("elle"), child=child, **fields).pk


def test_the_data_protection_officers_search_names_no_unit_beside_a_protected_child(db):
    seen = {
        name: SCHOOL.name in reading.words(Visitor("personvern").send("trail", fields={"name": name}))
        for name in ("Iben", "Noor")
    }

    assert seen == {"Iben": False, "Noor": True}


def test_a_log_about_somebody_at_a_protected_address_asks_for_a_fresh_login(db):
    with within(HERE):
        log = stage.open_log("noor")
    holder = Visitor("kari")
    LoginSession.objects.update(authenticated_at=clock.now() - timedelta(minutes=16))

    before = holder.see("log", log.pk)
    protect("noor")
    LoginSession.objects.update(authenticated_at=clock.now() - timedelta(minutes=16))
    asked, written = (
        holder.see("log", log.pk),
        holder.send("new_note", log.pk, fields={"text": "Skrevet før"}),
    )

    assert before.status_code == 200
    assert asked["Location"].startswith(reverse("confirm_login"))
    assert written.status_code == 403
    assert "Skrevet før" in written.content.decode()
