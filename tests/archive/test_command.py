"""`stafett deposit`: makes a deposit for the operator, and says in a sentence what stops it."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from stafett.register.tenancy import within
from tests import stage
from tests.archive import inventing, sending
from tests.archive.sending import HERE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Say --period and --to, or --check."),
        (["--period", "2025", "--to", "x"], "Write the period as"),
        (["--period", "2026-02-01..2026-01-01", "--to", "x"], "Perioden må slutte etter"),
        (["--period", "2020-01-01..2099-01-01", "--to", "x"], "Perioden må være over"),
        (["--period", "2020-01-01..2020-12-31", "--to", "x"], "Say --municipality"),
        (["--period", "2020-01-01..2020-12-31", "--to", "x", "--municipality", "nowhere"], "No municipality is called"),
        (["--period", "2020-01-01..2020-12-31", "--to", "x", "--municipality", "eksempelvik"], "STAFETT_ARCHIVE_SCHEMAS"),
        (["--check", "nothing"], "N5.01 fil mangler i pakken"),
    ],
)  # fmt: skip
def test_what_stops_it_is_said(db, settings, arguments, said):
    settings.ARCHIVE_SCHEMAS = ""
    with pytest.raises(CommandError, match=said):
        call_command("deposit", *arguments)


def test_a_deposit_of_the_logs_in_the_database_is_made_and_has_no_fault(
    db, settings, tmp_path, monkeypatch, capsys
):
    schemas, target = tmp_path / "schemas", tmp_path / "deposit"
    schemas.mkdir()
    for name, content in inventing.LOOSE_SCHEMAS.items():
        (schemas / name).write_bytes(content)
    settings.ARCHIVE_SCHEMAS = str(schemas)
    monkeypatch.setattr("stafett.archive.content.noark.schemas.OFFICIAL", inventing.LOOSE_SUMS)
    with within(HERE):
        sending.closed_log()
    day = stage.today()

    with sending.later(days=2):
        period = f"{day - timedelta(days=5)}..{day + timedelta(days=1)}"
        call_command("deposit", "--period", period, "--to", str(target), "--municipality", "eksempelvik")

    assert "1 logs" in capsys.readouterr().out
    assert (target / "arkivuttrekk.xml").exists()
