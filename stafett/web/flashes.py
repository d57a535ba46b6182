"""Short messages from one page to the next ("Notatet er lagret."), in a signed cookie of our own name."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class FlashCookie(CookieStorage):
    """Django's storage under a name that only this host can set (`__Host-`, behind TLS). It never holds content."""

    cookie_name = settings.FLASH_COOKIE

    def update(self, response):
        """Take the cookie away only where there is one: an answer that sets a cookie is kept by no cache."""
        if self._queued_messages or self.cookie_name in self.request.COOKIES:
            return super().update(response)
        return []
