"""Employees get access by the name their provider knows them by, from a file, all or nothing."""

import pytest
from django.core.management import CommandError, call_command

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity.models import Identity
from stafett.register.tenancy import within
from tests.identity.conftest import entry

FEIDE = "https://auth.dataporten.no"
KARI, JONAS = cast.person("kari"), cast.person("jonas")

pytestmark = pytest.mark.django_db


@pytest.fixture
def give(settings, login_file, tmp_path, capsys):
    """Runs the command on a file with these lines; gives what it prints."""
    settings.LOGIN_FILE = login_file(
        entry(FEIDE, key="feide", profile="feide", test=""),
        entry("https://idporten.no", key="idporten", test=""),
    )

    def run(*lines, municipality=cast.EKSEMPELVIK.slug, provider="feide"):
        path = tmp_path / "people.csv"
        path.write_text("\n".join(["personal_number,handle", *lines]), encoding="utf-8")
        call_command("provision_logins", str(path), municipality=municipality, provider=provider)
        return capsys.readouterr().out

    return run


def test_each_line_lets_one_employee_in(give):
    told = give(f"{KARI.number.digits},kari@eksempelvik.no", f"{JONAS.number.digits}, jonas@eksempelvik.no ")

    links = set(Identity.objects.values_list("person_id", "handle", "subject", "issuer"))
    assert told == "2 can log in with Feide.\n"
    assert links == {
        (KARI.id, "kari@eksempelvik.no", "", FEIDE), (JONAS.id, "jonas@eksempelvik.no", "", FEIDE),
    }  # fmt: skip
    with within(cast.EKSEMPELVIK.id):
        assert Entry.objects.filter(event="identity.linked").count() == 2


def test_giving_it_again_changes_nothing(give):
    give(f"{KARI.number.digits},kari@eksempelvik.no")
    give(f"{KARI.number.digits},kari@eksempelvik.no")

    assert Identity.objects.count() == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("12345678901,x@y.no", "Line 3: no personal number"),
        (f"{JONAS.number.digits},", "Line 3: the person is not in the register, or the handle is missing"),
        (f"{cast.person('oddny').number.digits},x@y.no", "Line 3: the person is not in the register"),
        (f"{JONAS.number.digits},kari@eksempelvik.no", "Line 3: somebody else has that handle"),
    ],
)
def test_one_bad_line_stops_the_whole_file_and_is_told_by_its_number_alone(give, line, words):
    with pytest.raises(CommandError) as bad:
        give(f"{KARI.number.digits},kari@eksempelvik.no", line)

    assert words in str(bad.value)
    assert line.split(",")[0] not in str(bad.value)
    assert not Identity.objects.exists()


@pytest.mark.parametrize("given", [{"municipality": "oslo"}, {"provider": "idporten"}, {"provider": "none"}])
def test_a_municipality_and_a_provider_that_fit_must_be_named(give, given):
    with pytest.raises(CommandError, match="Name a municipality"):
        give(f"{KARI.number.digits},kari@eksempelvik.no", **given)
