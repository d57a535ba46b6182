"""Tables of the relay log. Every table under a log carries `log`, so that one look-up fetches a whole page."""

from stafett.relay_log.models.category import CategoryWord
from stafett.relay_log.models.concern import Concern, Goal, MaintainingFactor
from stafett.relay_log.models.coordination import Coordination
from stafett.relay_log.models.ladder import LadderStep, MeasureLadder
from stafett.relay_log.models.log import RelayLog
from stafett.relay_log.models.measure import Evaluation, Measure, MeasureOwner
from stafett.relay_log.models.words import BrightSpot, Note

__all__ = [
    "BrightSpot", "CategoryWord", "Concern", "Coordination", "Evaluation", "Goal", "LadderStep", "MaintainingFactor", "Measure", "MeasureLadder",
    "MeasureOwner", "Note", "RelayLog",
]  # fmt: skip
