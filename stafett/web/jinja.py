"""The Jinja2 environment: what every template may call."""

import jinja2
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from stafett.web import dates


def environment(**options):
    """Build the environment. An undefined variable is an error, so that a typo never renders as nothing."""
    options.update(undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=True)
    env = jinja2.Environment(**options, extensions=["jinja2.ext.i18n", "jinja2.ext.do"])  # noqa: S701 - it is on
    env.install_gettext_callables(
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    env.globals.update(static=static, url=_url)
    env.filters.update(day=dates.day, moment=dates.moment, short_day=dates.short_day, dated=dates.dated)
    return env


def _url(name, *args, **kwargs):
    return reverse(name, args=args, kwargs=kwargs)
