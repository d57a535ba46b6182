"""Tests of operations run within Eksempelvik, on a real database, as the app's own role."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within


@pytest.fixture(autouse=True)
def here(db):
    """Be in Eksempelvik."""
    with within(cast.EKSEMPELVIK.id):
        yield
