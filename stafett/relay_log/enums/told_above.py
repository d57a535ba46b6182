"""Acts of features above the log that its timeline tells too: each feature says so when it starts, nothing is imported upward."""

from collections.abc import Iterable, Mapping

from django.db.models import TextChoices

_told: dict[str, TextChoices] = {}


def tell_in_timeline(events: Iterable[TextChoices]) -> None:
    """Let the timeline tell these events, each with its label as the sentence.

    A sentence may use `%(actor)s` and the facts of the act; the fact `date` (an ISO date) is told as a day.
    """
    _told.update({str(event.value): event for event in events})


def told_above() -> Mapping[str, TextChoices]:
    """The events that features above have registered, by their value."""
    return _told
