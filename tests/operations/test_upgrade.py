"""The drill of a new version: the tables of the one in use, with people in them, are brought here while it works on."""

import pytest
from django.core.management import call_command
from django.db import connections

from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.conftest import FORMER, own_database, pointed_at
from tests.environment import WORKER, cluster
from tests.operations import former, standby
from tests.web.visiting import Visitor, plain_styles

__all__ = ["plain_styles"]

ENOUGH = 25  # answered requests before, and after
PAGES = ("my_logs", "inbox", "own_page", "security", "toolbox")


@pytest.fixture
def database_in_use(template_database, django_db_blocker):
    """A database as the version in use left it, with the cast and two logs."""
    name = f"former_{WORKER}"
    cluster.create_database(name, template=FORMER)
    with own_database(template_database, django_db_blocker) as present:
        with within(cast.EKSEMPELVIK.id):
            stage.open_log()
        former.move_in(name, present)
    with django_db_blocker.unblock(), pointed_at(name):
        yield name
    cluster.drop_database(name)


def test_a_new_version_takes_over_while_the_former_one_works_and_no_request_fails(database_in_use):
    with former.AtWork() as work:
        standby.wait_for(lambda: work.answered >= ENOUGH)

        call_command("migrate", database="owner", verbosity=0)

        during = work.answered
        answers = [Visitor("kari").see(page).status_code for page in PAGES]
        standby.wait_for(lambda: work.answered >= during + ENOUGH)

    assert work.faults == []
    assert answers == [200] * len(PAGES)
    assert _rows("SELECT count(*) = max(number) AND count(*) >= %s FROM audit_entry", [work.answered]) == [
        (True,)
    ]


def _rows(question, values):
    with within(cast.EKSEMPELVIK.id), connections["default"].cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()
