"""The ASGI application for server-sent events: a process of its own beside the web server (`stafett/live`)."""

import os
import resource

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stafett.web.settings")
django.setup()

from django.conf import settings  # noqa: E402 - what follows can only be imported once Django is set up

from stafett.live.application import Application  # noqa: E402 - see above
from stafett.live.hub import Hub  # noqa: E402 - see above
from stafett.log_meetings.queries.news import newest_in_meeting  # noqa: E402 - see above
from stafett.relay_log.queries.news import newest_for  # noqa: E402 - see above
from stafett.system_meetings.queries.running import newest_in_system_meeting  # noqa: E402 - see above
from stafett.web.starting import refuse_unsafe  # noqa: E402 - see above

refuse_unsafe()

_FILES = 65_536  # each open page is an open file, and the usual limit is a thousand
_soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (_hard if 0 <= _hard < _FILES else _FILES, _hard))

# few connections that ask the same few questions all day: the database keeps their plans (ADR 0025)
settings.DATABASES["default"]["OPTIONS"]["prepare_threshold"] = 3

SOURCES = {
    "/hendelser/logger/": newest_for,
    "/hendelser/moter/": newest_in_meeting,
    "/hendelser/systemmoter/": newest_in_system_meeting,
}
application = Application(Hub(settings.DATABASE_URL), SOURCES)
