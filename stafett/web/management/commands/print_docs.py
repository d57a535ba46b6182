"""`manage print_docs`: write the pages of docs/ that are printed from the code."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from stafett.web import printed

PAGES = {"access.md": printed.access_page, "states.md": printed.states_page}


class Command(BaseCommand):
    help = "Write docs/access.md and docs/states.md from the code."

    def handle(self, **options):
        for name, page in PAGES.items():
            (Path(settings.ROOT) / "docs" / name).write_text(page(), encoding="utf-8")
            self.stdout.write(f"docs/{name}")
