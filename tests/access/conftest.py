"""The four logs that the access tests walk through; pages need no built styles."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access import four_logs
from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]


@pytest.fixture
def logs(db):
    """One log in each state, by its letter."""
    with within(cast.EKSEMPELVIK.id):
        return four_logs.build()
