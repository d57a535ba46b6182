"""A guardian relation's life through the pages: blocked, opened again, put right, ended; and each time by whom (L-20..L-26)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from stafett.access.models import Grant
from stafett.administration import operations
from stafett.audit.models import Entry, RowVersion
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.messages.models import Message
from stafett.register.models import Child, GuardianRelation
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
REASON = "Dommen ligger i saksmappe 4711."


def relation(child, guardian):
    with within(HERE):
        return GuardianRelation.objects.get(pk=good_forms.relation_of(child, guardian))


@pytest.fixture
def noors_log(db):
    """Noor's log in use, with PPT let in by consent from both parents."""
    ppt = cast.unit("eksempelvik_ppt").id
    with within(HERE):
        log = stage.open_log("noor", units=[ppt])
        log_operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal veilede.")
        log_operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=made_id("post", "henrik-eksempelvik_ppt"),
            purpose="Veileder", today=stage.today(),
        )  # fmt: skip
    return log


def test_a_blocked_guardian_is_out_at_the_next_request_and_is_told_nothing(noors_log):
    omar = Visitor("omar")
    before = omar.see("log", noors_log.pk).status_code

    Visitor("elle").send("blocking", relation("noor", "omar").pk, fields={"reason": REASON})

    with within(HERE):
        told = Message.objects.filter(recipient_id=cast.person("omar").id).count()
        entry = Entry.objects.get(event="register.guardian_blocked")
    assert (before, omar.see("log", noors_log.pk).status_code) == (200, 404)
    assert "Noor" not in reading.words(omar.see("family_logs"))
    assert told == 0
    assert REASON not in f"{entry.reason} {entry.facts}"
    assert Visitor("fatima").see("log", noors_log.pk).status_code == 200


def test_why_somebody_is_blocked_is_seen_by_the_leader_alone(noors_log):
    omar = relation("noor", "omar").pk
    Visitor("elle").send("blocking", omar, fields={"reason": REASON})

    seen = {
        key: REASON in answer.content.decode()
        for key, *pages in (
            ("elle", ("guardian_relation", omar)),
            ("kari", ("guardians", cast.child("noor").id), ("log", noors_log.pk), ("consent", noors_log.pk)),
            ("fatima", ("log", noors_log.pk), ("access_list", noors_log.pk)),
            ("henrik", ("log", noors_log.pk)),
        )
        for answer in [_joined([Visitor(key).see(*each) for each in pages])]
    }

    assert seen == {"elle": True, "kari": False, "fatima": False, "henrik": False}


def _joined(answers):
    class All:
        content = b" ".join(answer.content for answer in answers)

    return All


def test_a_service_goes_on_by_the_consent_of_those_who_still_have_a_say(noors_log):
    Visitor("elle").send("blocking", relation("noor", "omar").pk, fields={"reason": REASON})

    with within(HERE):
        place = Grant.objects.get(log=noors_log, person_id=cast.person("henrik").id)
    assert place.consent_until is not None
    assert Visitor("henrik").see("log", noors_log.pk).status_code == 200


def test_somebody_who_gets_parental_responsibility_has_a_say_before_a_service_reads_on(noors_log):
    with within(HERE):
        new = GuardianRelation.objects.create(
            municipality_id=HERE, child_id=cast.child("noor").id, guardian_id=cast.person("lars").id,
            has_parental_responsibility=False, registered_by_id=cast.person("jonas").id,
        )  # fmt: skip
    before = Visitor("henrik").see("log", noors_log.pk).status_code

    given = {"has_parental_responsibility": "on", "documentation": "court"}
    Visitor("elle").send("responsibility", new.pk, fields=given)

    assert (before, Visitor("henrik").see("log", noors_log.pk).status_code) == (200, 404)


def test_lifting_a_block_takes_a_reason_and_a_second_person(db):
    ronny = good_forms.relation_of("tiril", "ronny")

    without = Visitor("elle").send("block_lifting", ronny)
    Visitor("elle").send("block_lifting", ronny, fields={"reason": "Dommen er opphevet."})
    by_herself = Visitor("elle").send("guardian_confirmation", ronny)
    unclear = relation("tiril", "ronny").state
    by_admin = Visitor("randi").send("guardian_confirmation", ronny)

    with within(HERE):
        former = RowVersion.objects.filter(row_id=ronny).order_by("id").first().row
    assert (without.status_code, by_herself.status_code, by_admin.status_code) == (422, 404, 302)
    assert (unclear, relation("tiril", "ronny").state) == ("unclear", "confirmed")
    assert former["state_reason"] == "Rektor har sett vedtaket. Se saksmappen."


def test_the_administrator_is_second_only_where_the_leader_was_first(db):
    marek = good_forms.relation_of("mateusz", "marek")  # entered by a teacher, so the leader looks at it

    assert Visitor("randi").see("guardian_confirmation", marek).status_code == 404
    assert Visitor("elle").see("guardian_confirmation", marek).status_code == 200


def test_a_foster_mother_reads_when_a_leader_has_documented_it_and_another_has_confirmed(db):
    with within(HERE):
        log = stage.open_log("mikkel")
    gudrun, pk = Visitor("gudrun"), good_forms.relation_of("mikkel", "gudrun")
    given = {"has_parental_responsibility": "on", "documentation": "child_welfare", "responsibility_from": ""}

    undocumented = Visitor("elle").send("responsibility", pk, fields={**given, "documentation": ""})
    Visitor("elle").send("responsibility", pk, fields=given)
    between = gudrun.see("log", log.pk).status_code
    Visitor("randi").send("guardian_confirmation", pk)

    assert undocumented.status_code == 422
    assert (between, gudrun.see("log", log.pk).status_code) == (404, 200)
    assert relation("mikkel", "gudrun").documentation == "child_welfare"


def test_losing_parental_responsibility_holds_at_once(noors_log):
    fatima, pk = Visitor("fatima"), good_forms.relation_of("noor", "fatima")

    Visitor("elle").send("responsibility", pk, fields={"documentation": "court"})

    assert fatima.see("log", noors_log.pk).status_code == 404
    assert relation("noor", "fatima").state == "confirmed"


def test_an_ended_relation_stays_and_opens_nothing(noors_log):
    pk = good_forms.relation_of("noor", "omar")
    given = {"end_kind": "died", "ended_on": stage.today().isoformat()}

    Visitor("elle").send("relation_ending", pk, fields=given)

    ended = relation("noor", "omar")
    assert (ended.state, ended.end_kind, ended.has_parental_responsibility) == ("ended", "died", False)
    assert Visitor("omar").see("log", noors_log.pk).status_code == 404
    assert "Er ikke lenger foresatt." in reading.words(
        Visitor("kari").see("guardians", cast.child("noor").id)
    )


def test_somebody_who_is_entered_again_waits_as_anybody_else(db):
    pk = good_forms.relation_of("nils", "bente")
    ended = {"end_kind": "mistake", "ended_on": stage.today().isoformat()}
    Visitor("elle").send("relation_ending", pk, fields=ended)
    given = {**good_forms.fields("guardians"), "number": cast.person("bente").number.digits}

    Visitor("kari").send("guardians", cast.child("nils").id, fields=given)

    again = relation("nils", "bente")
    assert (again.state, again.registered_by_id) == ("unclear", cast.person("kari").id)
    assert (again.ended_on, again.confirmed_by_id) == (None, None)


def test_the_leaders_are_told_that_somebody_waits(db):
    Visitor("kari").send("guardians", cast.child("nils").id, fields=good_forms.fields("guardians"))

    with within(HERE):
        told = list(Message.objects.filter(kind="guardian_waits").values_list("recipient_id", flat=True))
    assert told == [cast.person("elle").id]


def test_a_wrong_number_is_put_right_by_two(noors_log):
    pk, number, omar = good_forms.relation_of("noor", "omar"), good_forms.number(), Visitor("omar")

    taken = Visitor("elle").send("guardian_number", pk, fields={"number": cast.person("lars").number.digits})
    Visitor("elle").send("guardian_number", pk, fields={"number": number})

    assert "hører til en annen" in reading.errors(taken)["number"]
    assert relation("noor", "omar").state == "unclear"
    assert omar.see("own_page").status_code == 302  # logged out: the login was another person's
    assert Visitor("omar").see("log", noors_log.pk).status_code == 404
    assert Visitor("randi").see("guardian_confirmation", pk).status_code == 200


@pytest.mark.parametrize(("child", "leader", "status"), [("nils", "elle", 302), ("amund", "aslaug", 422)])
def test_a_childs_number_is_put_right_as_long_as_it_lets_nobody_in(db, child, leader, status):
    given = {"number": good_forms.number(year=2016)}

    assert Visitor(leader).send("child_number", cast.child(child).id, fields=given).status_code == status


def test_child_welfare_holds_the_right_to_consent_by_a_decision(db):
    nils, welfare = cast.child("nils").id, str(cast.unit("eksempelvik_welfare").id)

    without = Visitor("elle").send("consent_right", nils, fields={"unit_id": welfare})
    Visitor("elle").send("consent_right", nils, fields={"unit_id": welfare, "documentation": "child_welfare"})
    with within(HERE):
        held = Child.objects.get(pk=nils).consent_held_by_unit_id
    Visitor("elle").send("consent_right", nils, fields={"unit_id": "guardians"})

    with within(HERE):
        row = Child.objects.get(pk=nils)
    assert without.status_code == 422
    assert str(held) == welfare
    assert (row.consent_held_by_unit_id, row.consent_held_document) == (None, "")


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"state": "blocked", "state_reason": ""}, "blocked_relation_has_reason"),
        ({"state": "ended"}, "ended_relation_has_day_and_kind"),
        ({"ended_on": "2026-01-01"}, "ended_relation_has_day_and_kind"),
        ({"confirmed_by": None}, "confirmed_by_somebody"),
        ({"kind": "foster_parent", "documentation": ""}, "foster_parents_responsibility"),
    ],
)
def test_the_database_holds_to_the_same(db, changed, name):
    with (
        within(HERE),
        pytest.raises(IntegrityError, match=name),
        transaction.atomic(),
    ):
        GuardianRelation.objects.filter(pk=good_forms.relation_of("nils", "bente")).update(
            **{"state_source": "staff", **changed}
        )


def test_each_guardian_sees_the_same_and_nobodys_contact_details(noors_log):
    secrets = {"fatima": ("fatima@eksempel.test", "911 11 111"), "omar": ("omar@eksempel.test", "922 22 222")}
    for key, (email, phone) in secrets.items():
        Visitor(key).send("own_page", fields={"locale": "nb", "email": email, "phone": phone})
    concern = _concern(noors_log)
    pages = [
        ("log", noors_log.pk), ("learned", noors_log.pk), ("family_logs",), ("access_list", noors_log.pk),
        ("concern", concern.pk), ("concern_history", concern.pk), ("inbox",), ("guardians", cast.child("noor").id),
        ("consent", noors_log.pk), ("participants", noors_log.pk), ("staff_search",), ("what_waits",),
        ("guardian_relation", good_forms.relation_of("noor", "omar")),
    ]  # fmt: skip

    seen = {}
    for reader in ("fatima", "omar", "kari", "jonas", "henrik", "elle"):
        visitor = Visitor(reader)
        answers = [visitor.see(*page) for page in pages]
        text = " ".join(answer.content.decode() for answer in answers)
        others = [word for key, words in secrets.items() if key != reader for word in words]
        seen[reader] = [word for word in others if word in text]

    assert seen == dict.fromkeys(seen, [])


def _concern(log):
    with within(HERE):
        return stage.shared_concern(stage.reached(log))


def test_a_relation_goes_to_its_end_only_once(db):
    yesterday = stage.today() - timedelta(days=1)
    with within(HERE):
        bente = GuardianRelation.objects.get(pk=good_forms.relation_of("nils", "bente"))
        elle = stage.actor("elle")
        operations.end_relation(actor=elle, relation=bente, end_kind="mistake", ended_on=yesterday)

    again = Visitor("elle").send(
        "relation_ending", bente.pk, fields={"end_kind": "died", "ended_on": stage.today().isoformat()}
    )

    assert again.status_code == 422
    assert relation("nils", "bente").end_kind == "mistake"
