"""Rules about units, staff lists, settings and integrations of a municipality. A part of the one table in `policy.py`, which takes `RULES` in whole. As pure as that module."""

from collections.abc import Callable

from stafett.access.enums import Action
from stafett.kernel.verdict import Verdict
from stafett.register.actor import Actor

RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {}
