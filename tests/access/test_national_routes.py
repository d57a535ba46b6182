"""Numbers shared between municipalities, for every kind of person in the cast and for a stranger."""

from tests.access import asking, national_routes
from tests.access.who_may import POST


def test_shared_numbers_are_for_those_who_lead_and_sharing_is_the_administrators(db):
    asked = [
        (key, method, name, (), _status(key, method, people, when_empty))
        for key in [*asking.EVERY_KIND, None]
        for name, (methods, people, when_empty) in national_routes.ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=100)


def _status(key, method, people, when_empty):
    if key is None:
        return 302
    if key not in people:
        return 403
    return when_empty if method == POST else 200
