"""Pages in these tests need no built styles; operations run within Eksempelvik."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]


@pytest.fixture
def here(db):
    """Be in Eksempelvik."""
    with within(cast.EKSEMPELVIK.id):
        yield
