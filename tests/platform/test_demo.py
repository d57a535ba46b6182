"""The demo is prepared in order, each step with no more rights than it needs, and can begin anew."""

import psycopg
import pytest

from stafett.platform.cli import main
from stafett.platform.cluster import Cluster
from stafett.platform.commands import demo


@pytest.fixture
def steps(monkeypatch, made):
    """The management commands that were run: name, database role, demo flag. Nothing is served."""
    with Cluster(made, durable=False) as cluster:
        cluster.drop_database("stafett")
    monkeypatch.setenv("STAFETT_DATA", str(made))
    seen = []
    for way in ("run_quietly", "run_django"):
        monkeypatch.setattr(demo, way, lambda words, env: seen.append((words[0], env)))
    monkeypatch.setattr(demo, "supervise", _leave_a_mark)
    return seen


def test_tables_are_made_by_the_owner_and_people_loaded_by_the_app(steps, capsys):
    assert main(["demo"]) == 0

    assert [name for name, _environment in steps] == ["migrate", "check", "collectstatic", "load_demo"]
    roles = {name: environment["DATABASE_URL"].split(":")[1] for name, environment in steps}
    assert (roles["migrate"], roles["load_demo"]) == ("//stafett_owner", "//stafett_app")
    assert {environment["STAFETT_DEMO"] for _name, environment in steps} == {"1"}
    assert capsys.readouterr().out.count("✓") == 5


def test_a_demo_keeps_what_was_done_until_told_to_begin_anew(steps):
    assert [main(["demo"]), main(["demo"]), main(["demo", "--fresh"])] == [0, 1, 0]


def test_an_outside_database_is_never_emptied(steps, monkeypatch, capsys):
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.setenv(name, "postgresql://somewhere")
    monkeypatch.setattr("stafett.platform.outside.OutsideServer.start", lambda _self: None)

    assert main(["demo", "--fresh"]) == 1
    assert "empties only Stafett's own database" in capsys.readouterr().err
    assert steps == []


def _leave_a_mark(installation, **_rest):
    """Serve nothing; return 1 when an earlier run has been here."""
    with psycopg.connect(installation.urls.owner) as owner:
        been_here = owner.execute("SELECT to_regclass('mark') IS NOT NULL").fetchone()[0]
        owner.execute("CREATE TABLE IF NOT EXISTS mark (id int)")
    return int(been_here)
