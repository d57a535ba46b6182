"""The only sentences that leave the house, in the reader's language. No names, no ids, no content (L-59)."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _


def subject(lang: str) -> str:
    """The subject of the e-mail."""
    with translation.override(lang):
        return _("Du har en ny melding i Stafett")


def letter(lang: str) -> str:
    """The whole of the e-mail."""
    with translation.override(lang):
        lines = [
            _("Du har en ny melding i Stafett."),
            _("Logg inn for å lese den:"),
            _(
                "Denne e-posten kan ikke besvares. På Min side i Stafett velger du hvordan du vil bli varslet."
            ),
        ]
    return f"{lines[0]}\n\n{lines[1]}\n{settings.SITE_ADDRESS}\n\n{lines[2]}\n"


def short(lang: str) -> str:
    """The whole of the SMS."""
    with translation.override(lang):
        return f"{_('Du har en ny melding i Stafett.')} {settings.SITE_ADDRESS}".strip()
