"""Pages need no built styles, and forms are tried in the active one of the four logs."""

from tests.access.four_logs import built_logs, logs
from tests.web.visiting import plain_styles

__all__ = ["built_logs", "logs", "plain_styles"]
