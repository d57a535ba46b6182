"""A report is never made in a log: what reads like one is stopped at, and what is only a hard day is not (L-33)."""

import pytest

from stafett.relay_log.rules.reporting import reads_like_a_report


@pytest.mark.parametrize(
    "text",
    [
        "Vi har sendt bekymringsmelding i dag.",
        "Eg har skrive ei uromelding.",
        "Skal vi melde dette til barnevernet?",
        "Det er meldt saken til barnevernet.",
        "Jeg har mistanke om\nvold i hjemmet.",
        "Vi mistenkjer vald heime.",
        "Han forteller at han blir slått hjemme.",
        "Hun sier at hun er slått av stefar.",
        "Vi vurderer å politianmelde.",
        "OMSORGSSVIKT",
    ],
)
def test_what_reads_like_a_report_is_seen_in_both_written_languages(text):
    assert reads_like_a_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Eleven er ofte alene i friminuttene.",
        "Barnevernet er med på møtet i mars.",
        "Han slår klokka når det ringer inn.",
        "Vi melder oss på turen sammen.",
        "Det ble slåsskamp i friminuttet.",
        "Foresatte forteller at morgenene er verst hjemme.",
    ],
)
def test_what_is_no_report_is_left_alone(text):
    assert not reads_like_a_report(text)
