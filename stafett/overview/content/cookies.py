"""What Stafett leaves in a browser. All of it is needed to log in and to write; nothing follows anybody."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

COOKIES = (
    (settings.LOGIN_COOKIE, _("Husker at du er logget inn."), _("Til du logger ut eller lukker nettleseren, høyst åtte timer.")),
    (f"{settings.LOGIN_COOKIE}-inn-…", _("Holder orden mens du logger inn."), _("Et kvarter.")),
    (settings.CSRF_COOKIE_NAME, _("Passer på at skjemaer kommer fra deg."), _("Ett år.")),
    (settings.FLASH_COOKIE, _("Viser én beskjed, som at noe er lagret."), _("Til beskjeden er vist.")),
    (settings.PLACE_COOKIE, _("Husker hvilken kommune du logger inn i."), _("Ett år.")),
    (settings.HANDED_COOKIE, _("Husker at et barn har skjermen."), _("Ett døgn.")),
)  # fmt: skip
