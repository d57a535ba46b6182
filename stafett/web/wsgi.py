"""The WSGI application, for Granian or any other WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stafett.web.settings")
application = get_wsgi_application()

from stafett.web.starting import refuse_unsafe  # noqa: E402 - can only be imported once Django is set up

refuse_unsafe()
