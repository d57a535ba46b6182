"""Pages need no built styles, and the four logs are at hand."""

from tests.access.four_logs import built_logs, logs
from tests.web.visiting import plain_styles

__all__ = ["built_logs", "logs", "plain_styles"]
