"""`manage print_docs`: write the pages of docs/ that are printed from the code."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from stafett.integrations.content import openapi
from stafett.web import printed


def api_page() -> str:
    """The description of the API for other systems."""
    return json.dumps(openapi.DOCUMENT, indent=2, ensure_ascii=False) + "\n"


PAGES = {"access.md": printed.access_page, "states.md": printed.states_page, "api/openapi.json": api_page}


class Command(BaseCommand):
    help = "Write docs/access.md, docs/states.md and docs/api/openapi.json from the code."

    def handle(self, **options):
        for name, page in PAGES.items():
            (Path(settings.ROOT) / "docs" / name).write_text(page(), encoding="utf-8")
            self.stdout.write(f"docs/{name}")
