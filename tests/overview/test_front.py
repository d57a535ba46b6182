"""The front page, before anybody has logged in."""

import pytest

from tests.web.reading import words
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def test_the_motto_stands_under_the_way_the_relay_goes():
    page = words(Visitor().see("start"))

    assert page.index("Slik går stafetten") < page.index("Sammen gir vi barnet mer å mestre")
