"""What concerns may be about in this municipality, in one query."""

from django.utils import translation

from stafett.relay_log.models import CategoryWord
from stafett.relay_log.rules import categories


def words() -> list[categories.Word]:
    """The municipality's own words, oldest first."""
    rows = CategoryWord.objects.order_by("changed_at", "id")
    return [categories.Word(row.category, row.key, row.nb, row.nn, row.hidden_at is not None) for row in rows]


def listed() -> dict[str, categories.Entry]:
    """Every category with what lies under it, as the reader's language says it."""
    return categories.entries(words(), language=(translation.get_language() or "nb")[:2])


def offered_to(concern=None) -> dict[str, categories.Entry]:
    """What a form offers for a new concern, or for one that has chosen already."""
    if concern is None:
        return categories.offered(listed())
    return categories.offered(listed(), category=concern.category, subcategory=concern.subcategory)


def known() -> dict[str, tuple[str, ...]]:
    """What may lie under each category."""
    return categories.keys(words())


def word_for(category, key):
    """One category or something under it: its Word (empty when nobody has changed it), or None when there is none."""
    all_words = words()
    if key and key not in categories.keys(all_words).get(category, ()):
        return None
    usual = categories.Word(category, key, "", "", False)
    return next((each for each in all_words if (each.category, each.key) == (category, key)), usual)
