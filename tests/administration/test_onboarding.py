"""From an empty installation to the first log in a new municipality: the operator's command, and the steps (issue H 1)."""

import io
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from stafett.administration import operations, rules
from stafett.administration.enums import Refusal
from stafett.administration.management import answering
from stafett.administration.models import GoLive
from stafett.administration.queries import setup
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity import queries as identity
from stafett.identity import sessions
from stafett.identity.models import Identity
from stafett.kernel.verdict import Refused
from stafett.register.enums import UnitKind
from stafett.register.models import Employment, GuardianRelation, Municipality, Unit
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.administration import good_forms
from tests.identity.conftest import client_key, entry, login_file  # noqa: F401 - fixtures
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
ANSWERS = """
name = "Nyvik kommune"
short = "nyvik"
language = "nn"
model = "BTS"
{login}
[[administrator]]
given_name = "Ragna"
family_name = "Nyvik"
personal_number = "{number}"
{handle}
"""


def found(tmp_path, *, number=None, login="", handle="", answers=None):
    """Run the command with a file of answers; gives what it said."""
    number = number or good_forms.number(10).digits
    path = tmp_path / "nyvik.toml"
    path.write_text(answers or ANSWERS.format(number=number, login=login, handle=handle), encoding="utf-8")
    told = io.StringIO()
    call_command("found", answers=path, stdout=told)
    return told.getvalue()


def test_a_municipality_is_entered_with_safe_settings_and_somebody_who_runs_it(db, tmp_path):
    number = good_forms.number(10)

    told = found(tmp_path, number=number.digits)

    made = Municipality.objects.get(slug="nyvik")
    assert (made.name, made.locale, made.model_alias) == ("Nyvik kommune", "nn", "BTS")
    assert (made.consent_policy, made.own_consent_age, made.guardian_access_age) == ("all", 16, 16)
    with within(made.pk):
        post = Employment.objects.select_related("unit").get()
        assert (post.role, post.unit.kind) == ("municipal_admin", UnitKind.ADMINISTRATION)
        assert identity.known_by_number(number.digits, municipality_ids=[made.pk]) == {
            made.pk: post.person_id
        }
        assert GoLive.objects.get().founded_at is not None
        entry_ = Entry.objects.get(event="register.municipality_founded")
    assert (entry_.actor_id, entry_.facts) == (None, {"administrators": 1})
    assert number.digits not in told
    assert "a login provider for staff" in told and "only one administrator" in told


def test_the_first_administrator_is_led_from_step_to_step(db, tmp_path):
    found(tmp_path, answers=ANSWERS.replace('"nn"', '"nb"').format(
        number=good_forms.number(10).digits, login="", handle=""
    ))  # fmt: skip
    made = Municipality.objects.get(slug="nyvik")
    with within(made.pk):
        person_id = Employment.objects.get().person_id
    ragna = Visitor()
    ragna.cookies[django_settings.LOGIN_COOKIE] = sessions.start(
        municipality_id=made.pk, person_id=person_id, method="demo", now=stage.clock.now()
    )

    first = reading.words(ragna.see("what_waits"))
    steps = reading.words(ragna.see("readiness"))
    for name in ("edit_names", "edit_contacts", "edit_consent_rules", "edit_working_rules"):
        fields = {**good_forms.fields(name), "locale": "nb", "name": "Nyvik kommune"}
        assert ragna.send(name, fields=fields).headers["Location"].endswith("/kommunen/klar/")
    later = reading.words(ragna.see("readiness"))

    assert "Du blir ført gjennom det som gjenstår" in first
    assert "Neste steg Hvem man kontakter" in steps
    assert "Neste steg Enheter, ledere og ansatte" in later
    assert "Samtykke og alder På plass" in later


def test_no_log_starts_in_a_new_municipality_before_it_is_ready(db):
    with within(HERE):
        GoLive.objects.create(municipality_id=HERE, founded_at=stage.clock.now())

        with pytest.raises(Refused) as refused:
            stage.started_log("nils", holder="jonas")
        assert refused.value.refusal == Refusal.NOT_BEGUN
        assert not RelayLog.objects.exists()
    page = reading.words(Visitor("jonas").see("choose_child"))

    with within(HERE):
        GoLive.objects.update(ready_at=stage.clock.now())
        stage.started_log("nils", holder="jonas")
    assert "Kommunen er ikke klar ennå" in page
    assert "Kommunen er ikke klar ennå" not in reading.words(Visitor("jonas").see("choose_child"))


def test_what_becomes_unsafe_later_stops_no_child_from_getting_help(db):
    with within(HERE):
        GoLive.objects.create(municipality_id=HERE, founded_at=stage.clock.now(), ready_at=stage.clock.now())
        checks = rules.checks_of(setup.standing_of(Municipality.objects.get(pk=HERE), today=stage.today()))

        log = stage.started_log("nils", holder="jonas")

    assert any(check.stops for check in checks)
    assert log.pk


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("nyvik\"", "logger\""), "is a page of Stafett"),
        (("nyvik\"", "eksempelvik\""), "is a municipality here already"),
        (("nyvik\"", "Ny vik\""), "a-z, 0-9"),
        (("\"nn\"", "\"se\""), "nb or nn"),
        (("\"BTS\"", "\"\""), "What the model is called"),
        (("\"Ragna\"", "\" \""), "A name is needed"),
        (("[[administrator]]", "[administrators]"), "at least one"),
    ],
    ids=["page", "taken", "letters", "language", "model", "name", "nobody"],
)  # fmt: skip
def test_an_answer_that_cannot_be_used_is_said_and_nothing_is_written(db, tmp_path, change, says):
    answers = ANSWERS.format(number=good_forms.number(10).digits, login="", handle="").replace(*change)

    with pytest.raises(CommandError, match=says):
        found(tmp_path, answers=answers)

    assert not Municipality.objects.filter(name="Nyvik kommune").exists()


def test_a_wrong_personal_number_is_refused_without_being_repeated(db, tmp_path):
    with pytest.raises(CommandError) as refused:
        found(tmp_path, number="12345678901")

    assert "12345678901" not in str(refused.value)


def test_where_the_provider_gives_no_number_the_administrator_is_known_by_its_name_for_them(
    db, settings, tmp_path, login_file  # noqa: F811 - the fixture
):  # fmt: skip
    settings.LOGIN_FILE = login_file(
        entry("https://auth.dataporten.no", key="feide", profile="feide", test="", audience='["staff"]')
    )

    found(tmp_path, login='login = "feide"', handle='handle = "ragna@nyvik.example"')

    made = Municipality.objects.get(slug="nyvik")
    with within(made.pk):
        link = Identity.objects.get(issuer="https://auth.dataporten.no")
        assert link.person_id == Employment.objects.get().person_id
    with pytest.raises(CommandError, match="serves annanvik"):
        found(tmp_path, answers=ANSWERS.replace("nyvik", "annanvik").format(
            number=good_forms.number(11).digits, login='login = "another"', handle=""
        ))  # fmt: skip


def test_it_asks_again_until_the_answer_can_be_used(db):
    number = good_forms.number(10).digits
    typed = iter(
        ["Nyvik kommune", "logger", "nyvik", "", "", "Ragna", "Nyvik", "y", "Aud", "Nyvik", "n"]
    )  # fmt: skip
    hidden, said = iter(["1", number, good_forms.number(11).digits]), []

    told = answering.ask(lambda _question: next(typed), lambda _question: next(hidden), say=said.append)

    assert (told.short, told.language, told.model) == ("nyvik", "nb", "BTI")
    assert [each.given_name for each in told.administrators] == ["Ragna", "Aud"]
    assert any("is a page" in each for each in said) and any("no personal number" in each for each in said)
    assert not any(number in each for each in said)


@pytest.mark.parametrize("state", ["confirmed", "blocked", "unclear"])
def test_nobody_works_in_the_log_of_a_child_in_their_own_family(db, state):
    with within(HERE):
        relation = GuardianRelation.objects.filter(child=stage.child("nils")).get()
        times = {"confirmed_at": stage.clock.now()} if state == "confirmed" else {}
        own = GuardianRelation.objects.create(
            municipality_id=HERE, child=stage.child("nils"), guardian_id=cast.person("jonas").id, state=state,
            state_reason="Besøksforbud", registered_by_id=relation.guardian_id,
            confirmed_by_id=cast.person("elle").id if times else None, **times,
        )  # fmt: skip

        with pytest.raises(Refused) as refused:
            stage.started_log("nils", holder="jonas")

        assert refused.value.refusal.value == "in_family"
        own.state, own.ended_on, own.end_kind = "ended", stage.today(), "mistake"
        own.save()
        assert stage.started_log("nils", holder="jonas").pk


def test_only_the_first_saying_of_ready_is_stopped_by_what_is_unsafe(db):
    with within(HERE):
        randi = stage.actor("randi")
        municipality = setup.municipality_of(randi)

        with pytest.raises(Refused) as refused:
            operations.say_ready(actor=randi, municipality=municipality, today=stage.today())

        assert refused.value.refusal == Refusal.NOT_READY
        assert Unit.objects.filter(kind=UnitKind.ADMINISTRATION).exists()
        assert setup.own_office().kind == UnitKind.ADMINISTRATION


def test_nobody_of_the_family_is_let_in_or_given_the_baton_by_those_who_are_in_the_log(db):
    with within(HERE):
        log = stage.open_log("nils", holder="jonas")
        colleague = (
            Employment.objects.filter(unit_id=log.unit_id, role="staff", ends_on=None)
            .exclude(person_id=cast.person("jonas").id)
            .order_by("id")
            .first()
        )
        GuardianRelation.objects.create(
            municipality_id=HERE, child_id=log.child_id, guardian_id=colleague.person_id, state="unclear"
        )

        with pytest.raises(Refused) as let_in:
            log_operations.add_participant(
                actor=stage.actor("jonas"),
                log=log,
                employment_id=colleague.pk,
                purpose="",
                today=stage.today(),
            )
        Employment.objects.filter(person_id=cast.person("jonas").id).update(
            ends_on=stage.today() - timedelta(days=1)
        )
        with pytest.raises(Refused) as appointed:
            log_operations.appoint_holder(
                actor=stage.actor("elle"), log=log, employment_id=colleague.pk, today=stage.today()
            )

    assert let_in.value.refusal.value == appointed.value.refusal.value == "in_family"
