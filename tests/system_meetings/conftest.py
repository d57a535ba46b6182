"""Pages in these tests need no built styles."""

from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]
