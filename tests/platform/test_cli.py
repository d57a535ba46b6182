"""The command line: help, exit codes, and a sentence for each fault."""

import subprocess
import sys

import psycopg
import pytest

import stafett
from stafett.platform import cli
from stafett.platform.installation import DEMO, LIVE, opened


@pytest.mark.parametrize("command", [*cli.COMMANDS])
def test_every_command_has_help(command, capsys):
    assert _run(command, "--help") == 0
    assert cli.COMMANDS[command][1:] in capsys.readouterr().out


def test_the_help_lists_every_command_and_exit_code(capsys):
    assert _run("--help") == 0

    shown = capsys.readouterr().out
    assert all(word in shown for word in (*cli.COMMANDS, *cli.PASSED_ON, "130", "STAFETT_DATA"))


def test_python_m_stafett_tells_the_version():
    done = subprocess.run([sys.executable, "-m", "stafett", "--version"], capture_output=True, text=True)

    assert (done.returncode, done.stdout.strip()) == (0, f"stafett {stafett.__version__}")


@pytest.mark.parametrize("words", ["", "dance", "demo --port 0", "demo --port x", "check x"])
def test_wrong_use_is_2(words):
    assert _run(*words.split()) == 2


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org"])  # noqa: S104 - refused
def test_a_demo_others_can_reach_is_refused_unless_meant(host, capsys):
    assert _run("demo", "--host", host) == 2
    assert "--allow-public" in capsys.readouterr().err


def test_a_fault_is_one_sentence_and_1(monkeypatch, folder, capsys):
    monkeypatch.setenv("STAFETT_POSTGRES", "oracle")
    monkeypatch.setenv("STAFETT_DATA", str(folder))

    assert _run("migrate") == 1
    assert capsys.readouterr().err.startswith("stafett: STAFETT_POSTGRES=oracle")


def test_an_outside_database_that_does_not_answer_is_1(monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql://a:b@127.0.0.1:1/c")

    assert _run("migrate") == 1
    assert "DATABASE_URL does not answer" in capsys.readouterr().err


def test_ctrl_c_is_130(monkeypatch, capsys):
    monkeypatch.setattr(cli, "_module", _interrupt)

    assert cli.main(["generate"]) == 130


def test_database_describes_without_starting(monkeypatch, folder, capsys):
    monkeypatch.setenv("STAFETT_DATA", str(folder))

    assert _run("database") == 0
    assert "no" in capsys.readouterr().out.split()
    assert _run("database", "--url") == 1
    assert not (folder / "database").exists()


def test_the_url_of_a_running_server_lets_the_app_in(monkeypatch, made, capsys):
    monkeypatch.setenv("STAFETT_DATA", str(made))

    with opened():
        assert _run("database", "--url") == 0
        with psycopg.connect(capsys.readouterr().out.strip()) as app:
            assert app.execute("SELECT current_user").fetchone() == ("stafett_app",)


def test_a_data_folder_is_for_demo_or_for_real_and_for_one_at_a_time(monkeypatch, made):
    monkeypatch.setenv("STAFETT_DATA", str(made))

    with opened(DEMO) as first:
        assert first.demo
        first.settle()
        with pytest.raises(cli.PlatformError, match="already runs"), opened(DEMO):
            pass
        with opened() as guest:
            assert guest.demo
    with pytest.raises(cli.PlatformError, match="holds a demo installation"), opened(LIVE):
        pass


def _run(*words):
    try:
        return cli.main(words)
    except SystemExit as stop:
        return stop.code


def _interrupt(_name):
    raise KeyboardInterrupt
