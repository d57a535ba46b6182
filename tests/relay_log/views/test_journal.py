"""Health staff keep a journal of their own; the log helps them without replacing it (L-15)."""

import pytest

from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.register.tenancy import within
from stafett.relay_log import operations
from tests import stage
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
HEADING = "Husk journalen"


@pytest.fixture
def log(db):
    """A log at level 2 with the health nurse taking part, and one concern under way."""
    with within(HERE):
        log = stage.open_log("noor", units=[cast.unit("eksempelvik_health").id])
        operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="Flere må hjelpe")
        operations.add_participant(
            actor=stage.actor("kari"), log=stage.stored(log), purpose="Søvn", today=stage.today(),
            employment_id=made_id("post", "mina-eksempelvik_health"),
        )  # fmt: skip
        stage.active_concern(log)
    return log


def test_the_health_nurse_is_reminded_of_the_journal_and_given_a_text_to_copy(log):
    page = Visitor("mina").see("log", log.pk).content.decode()

    text = page.partition("<textarea")[2].partition("</textarea>")[0]
    assert HEADING in page
    assert "Stafettlogg, nivå 2: samarbeid mellom tjenester." in text
    assert "Oppmerksomhet: Eleven er ofte alene i friminuttene" in text
    assert "Mål: Eleven leker med andre i storefri." in text
    assert text.count("Tiltak: ") == 3


@pytest.mark.parametrize("key", ["kari", "fatima"])
def test_others_have_no_journal_to_be_reminded_of(log, key):
    assert HEADING not in reading.words(Visitor(key).see("log", log.pk))
