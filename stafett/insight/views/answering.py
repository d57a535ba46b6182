"""A table as a file to take away."""

from datetime import date

from django.http import HttpResponse


def as_file(text: str, counted_on: date | None, name: str) -> HttpResponse:
    """Comma-separated text as a file, named after what it is and the counting day."""
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    day = f"-{counted_on.isoformat()}" if counted_on else ""
    response["Content-Disposition"] = f'attachment; filename="{name}{day}.csv"'
    return response
