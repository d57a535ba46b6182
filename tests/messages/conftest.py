"""Pages need no built styles; people of Eksempelvik have addresses that say nothing about them."""

import pytest

from stafett.demo import cast
from stafett.register.models import Person
from stafett.register.tenancy import within
from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]

HERE = cast.EKSEMPELVIK.id
EMAIL, PHONE = "post1@eksempel.example", "900 00 001"


@pytest.fixture
def here(db):
    """Inside Eksempelvik."""
    with within(HERE):
        yield HERE


@pytest.fixture
def by_email(settings):
    """A municipality that sends e-mail; letters land in Django's outbox."""
    settings.EMAIL_URL = "smtp://mail.example"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SITE_ADDRESS = "https://stafett.example/"


def give_address(key, *, email=EMAIL, phone=""):
    """Let a person of the cast have these addresses; must run within the place."""
    Person.objects.filter(pk=cast.person(key).id).update(email=email, phone=phone)
    return cast.person(key).id
