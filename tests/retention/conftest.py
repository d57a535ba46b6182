"""The four logs for what needs a whole one, and pages that need no built styles."""

from tests.access.four_logs import built_logs, logs
from tests.web.visiting import plain_styles

__all__ = ["built_logs", "logs", "plain_styles"]
