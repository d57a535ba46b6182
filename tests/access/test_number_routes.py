"""A unit's numbers, for every grown-up of the cast and for a stranger."""

from stafett.demo import cast
from tests.access import asking, who_may
from tests.access.who_may import GET


def test_a_schools_numbers_are_its_leaders_the_areas_and_the_administrators(logs):
    school = (cast.unit("eksempelvik_school").id,)
    asked = [
        (key, GET, name, school, _status(key))
        for key in [*asking.GROWN_UPS, None]
        for name in who_may.NUMBER_ROUTES
    ]

    asking.all_as_expected(asked, at_least=80)


def _status(key):
    if key is None:
        return 302
    return 200 if key in who_may.SEES_THE_SCHOOLS_NUMBERS else 404
