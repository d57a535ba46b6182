"""Stops the start-up when the login file cannot be used. Whether the providers answer is `check_login`'s to ask."""

from django.conf import settings
from django.core.checks import Error, register

from stafett.identity.oidc import providers
from stafett.identity.oidc.providers import BadLoginFile


@register()
def the_login_file_can_be_used(app_configs, **options):
    """One error per fault in the login file."""
    try:
        providers.configured(settings.LOGIN_FILE)
    except BadLoginFile as bad:
        return [Error(fault, id="identity.E001") for fault in bad.faults]
    return []
