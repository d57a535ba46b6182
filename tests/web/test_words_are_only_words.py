"""Whatever stands in the database is shown as words: no page lets it become part of the page itself."""

import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse

from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.register.tenancy import within
from tests.access import asking, who_may
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
EVIL = "<script>x</script>\"'{{7*7}}%(a)s"
WRITTEN_BY_US = {"content_type", "sha256", "sort_key", "once_key"}
GOES_WITH_WORDS = {
    "Meeting": {"interpreter": "booked"}
}  # a language stands only where there is an interpreter
NEVER_CHANGED = {"Consent"}  # the database refuses, also to us: said once more instead, evilly


@pytest.fixture
def poisoned(logs):
    """Every text column of the municipality's register and logs says the same evil thing."""
    changed = 0
    with within(HERE):
        for model in apps.get_models():
            names = _text_columns(model)
            if names and model.__name__ in NEVER_CHANGED:
                changed += _said_once_more(model, names)
            elif names:
                also = GOES_WITH_WORDS.get(model.__name__, {})
                changed += model.objects.update(**dict.fromkeys(names, EVIL), **also)
    assert changed > 200
    return logs


@pytest.mark.parametrize("key", ["kari", "jonas", "hilde", "elle"])
def test_no_page_takes_stored_words_for_its_own(poisoned, key):
    visitor, shown = Visitor(key), 0

    for page in _pages(poisoned):
        answer = visitor.get(page)
        assert answer.status_code in (200, 302, 403, 404, 422), page  # 422: the words fit no paper
        if answer.get("Content-Type", "").startswith(("text/calendar", "application/pdf")):
            continue  # a file, and no markup in it
        content = answer.content.decode()
        shown += "&lt;script&gt;" in content

        assert "<script>x" not in content, page
        assert EVIL not in content, page

    assert shown >= {"kari": 30, "jonas": 10, "hilde": 8, "elle": 4}[key]


def _said_once_more(model, names):
    rows = list(model.objects.all())
    for row in rows:
        row.pk, row.recorded_at = new_id(), clock.now()
        for name in names:
            setattr(row, name, EVIL)
    return len(model.objects.bulk_create(rows))


def _pages(logs):
    for letter in "bd":
        for name, (_rule, _kinds, methods) in who_may.LOG_ROUTES.items():
            if "GET" in methods and name != "consent_document":
                yield reverse(name, args=asking.address(name, logs[letter]))
    for name, (method, *_statuses) in who_may.OTHER_ROUTES.items():
        if method == "GET":
            yield reverse(name)
    yield f"{reverse('choose_child')}?q=x"
    yield f"{reverse('staff_search')}?q=script"
    yield f"{reverse('participants', args=[logs['b'].log.pk])}?q=script"
    yield from (reverse(name, args=[cast.child("nils").id]) for name in who_may.CHILD_ROUTES)
    yield reverse("guardian_confirmation", args=[cast.relations_of("mateusz")[1].id])


def _text_columns(model):
    if not model.__module__.startswith("stafett.") or model._meta.app_label in ("audit", "identity"):
        return []
    return [
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not field.unique
        and (field.max_length or 999) > len(EVIL)
        and field.name not in WRITTEN_BY_US
    ]
