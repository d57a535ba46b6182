"""Where the municipality is in the roll-out: set by the administrator, read by leaders, told to nobody else."""

from datetime import timedelta

import pytest

from stafett.register.tenancy import within
from stafett.toolbox.models import Phase
from tests import stage
from tests.toolbox.filling import HERE
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db
WORDS = {
    "kind": "work",
    "now": "Prosjektgruppen skriver veilederen.",
    "following": "Styringsgruppen leser den.",
    "aims_on": "",
}


@pytest.mark.parametrize(
    ("who", "status"),
    [("randi", 200), ("elle", 200), ("torbjorn", 200), ("kari", 403), ("hilde", 403), ("arkivar", 403)],
)
def test_leaders_and_the_administrator_see_it(who, status):
    assert Visitor(who).see("roll_out").status_code == status


@pytest.mark.parametrize("who", ["elle", "torbjorn", "kari"])
def test_only_the_administrator_sets_it(who):
    assert Visitor(who).send("new_phase", fields=WORDS).status_code == 403


def test_what_is_said_is_shown_with_what_is_next_and_what_was_said_before_stays():
    randi = Visitor("randi")
    begins = stage.today() + timedelta(days=90)

    randi.send("new_phase", fields=WORDS | {"kind": "planning", "now": "Vi spør de andre kommunene."})
    randi.send("new_phase", fields=WORDS | {"aims_on": begins.isoformat()})
    words = reading.words(Visitor("elle").see("roll_out"))

    assert "Arbeid – her er dere nå" in words
    assert "Planlegging – gjort" in words
    assert "Styringsgruppen leser den." in words
    assert words.index("Prosjektgruppen skriver") < words.index("Vi spør de andre kommunene.")
    with within(HERE):
        assert Phase.objects.count() == 2


def test_before_anything_is_said_the_page_says_the_next_step():
    assert "Skriv hvor dere er nå" in reading.words(Visitor("randi").see("roll_out"))
    assert "Ingen har skrevet hvor dere er ennå" in reading.words(Visitor("elle").see("roll_out"))


def test_the_neighbour_reads_nothing_of_it():
    Visitor("randi").send("new_phase", fields=WORDS)

    assert "Prosjektgruppen" not in reading.words(Visitor("torleiv").see("roll_out"))
