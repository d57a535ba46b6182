"""The municipality's own settings, their history, and what is left before real use (issue H 1)."""

from datetime import timedelta

from stafett.administration import operations, rules
from stafett.administration.enums import SetupStep
from stafett.administration.models import GoLive, SettingChange
from stafett.administration.queries import setup as queries
from stafett.demo import cast
from stafett.identity.oidc import providers
from stafett.register.models import Employment, Municipality
from stafett.register.tenancy import within
from tests import stage
from tests.administration import good_forms
from tests.identity.conftest import client_key, entry, login_file  # noqa: F401 - fixtures
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


def test_a_changed_setting_stands_in_the_history_with_who_and_what_it_was(db):
    given = {**good_forms.fields("edit_names"), "model_alias": "BTS"}

    answer = Visitor("randi").send("edit_names", fields=given)

    with within(HERE):
        changed = dict(SettingChange.objects.values_list("field", "after"))
        stored = Municipality.objects.get(pk=HERE)
        assert "names" in GoLive.objects.get().looked_over
    page = Visitor("randi").see("municipality_settings")
    words = reading.words(page)
    assert answer.status_code == 302
    assert stored.model_alias == changed["model_alias"] == "BTS"
    assert "name" not in changed
    assert "BTI → BTS" in words
    assert "Randi" in words.split("Hva som er endret")[1]


def test_the_history_goes_on_over_several_pages_newest_first(db):
    with within(HERE):
        municipality, randi = Municipality.objects.get(pk=HERE), stage.actor("randi")
        for months in range(1, queries.SHOWN + 3):
            operations.change_settings(actor=randi, municipality=municipality, consent_months=months)

    first = reading.words(Visitor("randi").see("municipality_settings"))
    second = reading.words(Visitor("randi").see("municipality_settings", side="2"))

    assert f"{queries.SHOWN + 1} → {queries.SHOWN + 2}" in first
    assert " 12 → 1 " not in first and "12 → 1" in second
    assert "Eldre" in first and "Nyere" in second


def test_what_consent_rests_on_is_not_changed_when_there_are_logs(db):
    given = {**good_forms.fields("edit_consent_rules"), "own_consent_age": "15"}
    before = Visitor("randi").send("edit_consent_rules", fields=given)
    with within(HERE):
        stage.open_log("nils", holder="jonas")

    after = Visitor("randi").send("edit_consent_rules", fields=good_forms.fields("edit_consent_rules"))

    assert before.status_code == 302
    assert "før den første loggen" in reading.errors(after)["own_consent_age"]
    assert "Låst, fordi det finnes logger" in reading.words(Visitor("randi").see("municipality_settings"))
    with within(HERE):
        assert Municipality.objects.get(pk=HERE).own_consent_age == 15


def test_an_address_is_safe_or_is_asked_for_again(db):
    given = {**good_forms.fields("edit_contacts"), "information_url": "http://kommunen.example"}

    answer = Visitor("randi").send("edit_contacts", fields=given)

    assert answer.status_code == 422
    assert "https://" in reading.errors(answer)["information_url"]


def test_a_demo_is_never_ready_and_the_page_says_what_is_unsafe(db, settings):
    settings.DEMO = True

    page = reading.words(Visitor("randi").see("readiness"))
    answer = Visitor("randi").send("readiness")

    assert "Må på plass Kommunens egen innlogging" in page
    assert "Må på plass Vurderingen av personvern" in page
    assert "Enheter, ledere og ansatte På plass" in page
    assert answer.status_code == 422
    with within(HERE):
        assert not GoLive.objects.exists()


def test_when_nothing_unsafe_is_left_the_municipality_says_that_it_is_ready(
    db, settings, tmp_path, login_file  # noqa: F811 - the fixture
):  # fmt: skip
    settings.DEMO, settings.SYNTHETIC_PERSONS = False, False
    settings.LOGIN_FILE = login_file(entry("https://idporten.no", test=""))
    settings.ARCHIVE_FOLDER = str(tmp_path)
    with within(HERE):
        randi = stage.actor("randi")
        municipality = Municipality.objects.get(pk=HERE)
        operations.change_settings(
            actor=randi, municipality=municipality, part="consent", privacy_contact="Ombudet, 00 00 00 08"
        )
        operations.note_assessment(actor=randi, assessed_on=stage.today(), today=stage.today())
        municipality = queries.municipality_of(randi)

        said = operations.say_ready(actor=randi, municipality=municipality, today=stage.today())

        assert said.ready_by_id == randi.person_id
        Employment.objects.filter(person_id=cast.person("elle").id).update(
            ends_on=stage.today() - timedelta(days=1)
        )
        standing = queries.standing_of(municipality, today=stage.today())
        assert standing.units_without_leader == 1


def test_a_login_for_tests_or_for_employees_alone_is_not_a_login(db, settings, login_file):  # noqa: F811
    settings.DEMO = False
    given = {
        "test": entry("https://test.idporten.no"),
        "staff": entry("https://idporten.no", test="", audience='["staff"]'),
        "another": entry("https://idporten.no", test="", municipalities='["domesund"]'),
        "whole": entry("https://idporten.no", test=""),
    }
    found = {}

    for name, text in given.items():
        settings.LOGIN_FILE = login_file(text)
        providers._configured.cache_clear()
        with within(HERE):
            municipality = Municipality.objects.get(pk=HERE)
            found[name] = queries.standing_of(municipality, today=stage.today()).has_login

    assert found == {"test": False, "staff": False, "another": False, "whole": True}


def test_the_next_step_is_the_first_that_is_unsafe_and_then_the_first_that_is_not_done(db):
    with within(HERE):
        municipality = Municipality.objects.get(pk=HERE)
        checks = rules.checks_of(queries.standing_of(municipality, today=stage.today()))
    safe = [rules.Check(each.about, each.is_in_place or each.is_needed, each.is_needed) for each in checks]
    whole = [rules.Check(each.about, is_in_place=True) for each in checks]

    assert rules.next_step(rules.steps_of(checks)).which == SetupStep.CONTACTS
    assert rules.next_step(rules.steps_of(safe)).which == SetupStep.NAMES
    assert rules.next_step(rules.steps_of(whole)) is None


def test_every_check_stands_in_one_step(db):
    with within(HERE):
        municipality = Municipality.objects.get(pk=HERE)
        checks = rules.checks_of(queries.standing_of(municipality, today=stage.today()))

    assert [each for step in rules.steps_of(checks) for each in step.checks] == list(checks)


def test_the_assessment_is_noted_with_its_day(db):
    answer = Visitor("randi").send(
        "risk_assessment_approval", fields=good_forms.fields("risk_assessment_approval")
    )

    with within(HERE):
        noted = GoLive.objects.get()
    assert answer.status_code == 302
    assert (noted.assessed_on, noted.assessed_by_id) == (stage.today(), cast.person("randi").id)
