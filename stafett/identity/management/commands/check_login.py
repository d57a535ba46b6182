"""`check_login`: asks each login provider, and says what is wrong. `stafett check` runs it."""

import sys

from django.conf import settings
from django.core.management.base import BaseCommand

from stafett.identity import queries
from stafett.identity.oidc import checking
from stafett.kernel import clock


class Command(BaseCommand):
    help = "Asks each provider in the login file whether it can be used, and says what is wrong."
    requires_system_checks = ()

    def handle(self, *args, **options):
        """Facts on standard output, faults after a cross; exit code 1 when there are any."""
        if not settings.LOGIN_FILE:
            if not settings.DEMO:
                self.stdout.write("✗ STAFETT_LOGIN_FILE is not set, so nobody can log in.")
                sys.exit(1)
            return
        slugs = [place.slug for place in queries.places()]
        made = checking.report(settings.LOGIN_FILE, slugs=slugs, now=clock.now())
        for name, value in made.facts:
            self.stdout.write(f"  {name:<22}{value}")
        for fault in made.faults:
            self.stdout.write(f"✗ {fault}")
        if made.faults:
            sys.exit(1)
