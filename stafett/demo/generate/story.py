"""The order of things in one log: acts are put in line, then carried out at moments from its start until today."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from stafett.audit.enums import EntryKind
from stafett.demo.generate.draw import Draw, as_json
from stafett.demo.generate.tables import Table

Act = Callable[[datetime], None]


class Teller(Protocol):
    """Whoever does something in a log."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


class Story:
    """One log's acts, and the rows of the trail that tell of them (appended to `trail`)."""

    def __init__(self, draw: Draw, trail: list[tuple], *, log_id: str, child_id: str) -> None:
        self._draw, self._trail = draw, trail
        self._log_id, self._child_id = log_id, child_id
        self._acts: list[Act] = []

    def then(self, *acts: Act) -> None:
        """Put acts in line."""
        self._acts.extend(acts)

    def then_mixed(self, acts: list[Act]) -> None:
        """Put acts in line in any order."""
        self._draw.random.shuffle(acts)
        self._acts.extend(acts)

    def carry_out(self, since: date) -> None:
        """Do everything in line, each thing at its moment."""
        for act, moment in zip(self._acts, self._draw.moments(since, len(self._acts)), strict=True):
            act(moment)

    def tell(
        self, event, at: datetime, by: Teller, table: Table, thing_id: str, *, reason="", **facts
    ) -> None:
        """An entry of the trail, as audit.trail writes it."""
        self._trail.append((
            self._draw.id(), at, EntryKind.ACT.value, event.value, by.id, by.name, getattr(by, "title", ""),
            self._log_id, self._child_id, table.model._meta.label_lower, thing_id, reason, as_json(facts),
        ))  # fmt: skip
