"""What `stafett check` says of e-mail and SMS, a sentence for each fault."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, register


@register()
def pointers_can_be_sent(app_configs, **options):
    """One error for each thing that is missing where a way out has been opened."""
    if not (settings.EMAIL_URL or settings.SMS_URL):
        return []
    faults = []
    if urlsplit(settings.SITE_ADDRESS).scheme not in ("http", "https"):
        faults.append("STAFETT_ADDRESS must be where people log in, for it stands in every e-mail and SMS.")
    if settings.SMS_URL and urlsplit(settings.SMS_URL).scheme not in ("http", "https", "file"):
        faults.append("STAFETT_SMS_URL must begin with https:// or file:///.")
    if settings.SMS_TOKEN_FILE and not Path(settings.SMS_TOKEN_FILE).is_file():
        faults.append("STAFETT_SMS_TOKEN_FILE names a file that is not there.")
    return [Error(fault, id=f"messages.E00{number}") for number, fault in enumerate(faults, start=1)]
