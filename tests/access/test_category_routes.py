"""The municipality's own words for concerns, for every kind of person in the cast and for a stranger."""

from tests.access import asking, category_routes
from tests.access.who_may import POST


def test_words_for_categories_are_the_administrators(db):
    asked = [
        (key, method, name, about, _status(key, method, people, when_empty))
        for key in [*asking.EVERY_KIND, None]
        for name, (about, methods, people, when_empty) in category_routes.ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=100)


def _status(key, method, people, when_empty):
    if key is None:
        return 302
    if key not in people:
        return 403
    return when_empty if method == POST else 200
