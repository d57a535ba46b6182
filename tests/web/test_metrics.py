"""Numbers for the operator's monitoring: there, in the right form, and with nothing of anybody in them."""

import re

from django.core.management import call_command

from stafett.access.enums import Event
from stafett.audit import trail
from stafett.demo import cast
from stafett.identity import tasks
from stafett.register.actor import Actor
from stafett.register.tenancy import within
from stafett.web import metrics

LINE = re.compile(r'^[a-z_]+(\{[a-z]+="[a-z0-9._]+"\})? -?[0-9.e+]+$')


def test_every_number_has_one_line_in_the_collectors_form_and_a_word_on_what_it_says(db):
    lines = metrics.text(metrics.measures()).splitlines()

    numbers = [line for line in lines if not line.startswith("#")]
    assert all(LINE.match(line) for line in numbers), numbers
    assert {line.split()[2] for line in lines if line.startswith("# HELP")} == {
        re.split(r"[ {]", line)[0] for line in numbers
    }
    assert "stafett_info" in numbers[0]


def test_nobody_and_no_municipality_is_named(db):
    told = metrics.text(metrics.measures())

    names = [place.name for place in cast.PLACES] + [str(place.id) for place in cast.PLACES]
    assert not [name for name in names if name.lower() in told.lower()]


def test_jobs_that_wait_are_counted(db):
    before = _value("stafett_jobs", "todo")

    tasks.forget_stale_sessions.defer(timestamp=0)

    assert _value("stafett_jobs", "todo") == before + 1


def test_rows_in_the_trail_of_every_municipality_are_counted(db):
    before = _value("stafett_trail_rows")

    for place in (cast.EKSEMPELVIK, cast.DOMESUND):
        with within(place.id):
            somebody = Actor(person_id=place.people[0].id, municipality_id=place.id, name="Noen")
            trail.refused(somebody, Event.NOT_FOUND, reason="prøvd")

    assert _value("stafett_trail_rows") == before + 2


def test_a_file_is_replaced_whole_and_may_be_read_by_the_collector(db, tmp_path):
    path = tmp_path / "stafett.prom"
    path.write_text("old")

    call_command("metrics", file=path)

    assert path.read_text().startswith("# HELP stafett_info")
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [path]


def _value(name, state=None):
    lines = metrics.text(metrics.measures()).splitlines()
    wanted = f'{name}{{state="{state}"}}' if state else name
    return next((float(line.split()[1]) for line in lines if line.split()[0] == wanted), 0)
