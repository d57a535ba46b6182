"""What every page of the help needs."""

from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]
