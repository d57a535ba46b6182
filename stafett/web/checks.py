"""What `stafett check` and `stafett serve` say of the settings besides Django's own checks."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

from stafett.web.starting import secret_faults


@register(Tags.security)
def the_secrets_are_secret(app_configs, **options):
    """One error for each key that could be guessed."""
    return [Error(fault, id="web.E001") for fault in secret_faults()]


@register(Tags.security, deploy=True)
def somebody_is_told_of_holes(app_configs, **options):
    """A warning where nobody is named (RFC 9116, SEC-01)."""
    if settings.SECURITY_CONTACT or settings.DEMO:
        return []
    return [Warning("Set STAFETT_SECURITY_CONTACT: where to tell of a security hole.", id="web.W001")]
