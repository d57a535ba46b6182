"""`provision_logins`: gives employees access by the names their login provider knows them by (Feide, Entra ID)."""

import csv
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from stafett.identity import operations, queries, sessions, setting_out
from stafett.kernel import clock, personal_number
from stafett.kernel.clock import today_in_norway
from stafett.kernel.personal_number import InvalidPersonalNumber
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within


class Command(BaseCommand):
    help = (
        "Reads a CSV file with the columns personal_number and handle, and lets each of them log in. "
        "All or nothing. Delete the file afterwards."
    )

    def add_arguments(self, parser):
        parser.add_argument("--municipality", required=True, help="the municipality's short name")
        parser.add_argument("--provider", required=True, help="the provider's key in the login file")
        parser.add_argument("file", type=Path)

    def handle(self, *args, municipality, provider, file, **options):
        """Prints how many; a fault names the line, never the number that stands in it."""
        place, known = queries.place(municipality), setting_out.provider_called(provider)
        if place is None or known is None or not known.profile.handle_claim:
            raise CommandError("Name a municipality, and a provider that gives no personal number.")
        with file.open(encoding="utf-8-sig", newline="") as lines, within(place.id), transaction.atomic():
            rows = list(csv.DictReader(lines))
            for line, row in enumerate(rows, start=2):
                self._promise(row, line, place=place, issuer=known.issuer)
        self.stdout.write(f"{len(rows)} can log in with {known.label}.")

    def _promise(self, row, line, *, place, issuer):
        now, handle = clock.now(), (row.get("handle") or "").strip()
        try:
            number = personal_number.parse(
                row.get("personal_number") or "", allow_synthetic=settings.SYNTHETIC_PERSONS
            )
        except InvalidPersonalNumber:
            raise CommandError(f"Line {line}: no personal number.") from None
        person_id = queries.known_by_number(number.digits, municipality_ids=[place.id]).get(place.id)
        if person_id is None or not handle:
            raise CommandError(f"Line {line}: the person is not in the register, or the handle is missing.")
        actor = sessions.actor_of(person_id, today=today_in_norway(now))
        try:
            operations.promise_access(actor=actor, issuer=issuer, handle=handle, now=now)
        except Refused:
            raise CommandError(f"Line {line}: somebody else has that handle already.") from None
