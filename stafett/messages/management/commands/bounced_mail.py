"""`bounced_mail`: takes a delivery report on standard input, as a mail server pipes it, and says who was not reached."""

import sys

from django.core.management.base import BaseCommand

from stafett.messages.channels.bounces import refused_addresses
from stafett.messages.operations.pointing import mark_bounced
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within

LIMIT = 1_000_000  # bytes; a report is a few thousand


class Command(BaseCommand):
    """Reads one letter. Prints a number, never an address."""

    help = "Marks pointers as bounced from a delivery report on standard input (RFC 3464)."

    def handle(self, *args, **options):
        addresses = refused_addresses(sys.stdin.buffer.read(LIMIT))
        count = 0
        for municipality_id in municipality_ids() if addresses else ():
            with within(municipality_id):
                count += mark_bounced(municipality_id, addresses)
        self.stdout.write(f"{count} pointers had bounced")
