"""Short messages from one page to the next ("Notatet er lagret."), in a signed cookie of our own name."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class FlashCookie(CookieStorage):
    """Django's storage under a name that only this host can set (`__Host-`, behind TLS). It never holds content."""

    cookie_name = settings.FLASH_COOKIE
