"""How often measures of the bank have been used, told by the feature above that counts: it says so when it starts, nothing is
imported upward."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Uses:
    """At least so many logs have tried a measure, and continued it in daily work; None when that is not shown."""

    tried: int
    continued: int | None


_tellers: list[Callable[..., Mapping[str, tuple[int, int | None]]]] = []


def tell_of_uses(teller: Callable[..., Mapping[str, tuple[int, int | None]]]) -> None:
    """Let the bank say what `teller(today=...)` gives: key of a measure -> (tried, continued), small numbers left out."""
    _tellers[:] = [teller]


def bank_uses(*, today: date) -> dict[str, Uses]:
    """The uses that may be shown beside the measures of the bank, by key. One query. Source: ranked wish 18, ADR 0033."""
    return {key: Uses(*found) for teller in _tellers for key, found in teller(today=today).items()}
