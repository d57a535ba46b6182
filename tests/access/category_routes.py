"""Who may what of the municipality's own words for concerns, written by hand: a part of the table in who_may.py.

Route: what its address names, its methods, who gets it, and what an empty form gets; everybody else is told no. They name
categories, never anything about somebody (S003-31, S003-33).
"""

from tests.access import who_may
from tests.access.who_may import GET, POST

ADMINISTRATORS = who_may.ADMINISTRATORS
BOTH = (GET, POST)

ROUTES = {
    "category_words": ((), (GET,), ADMINISTRATORS, None),
    "edit_category": (("wellbeing",), BOTH, ADMINISTRATORS, 302),
    "edit_subcategory": (("subjects", "reading_speed"), BOTH, ADMINISTRATORS, 302),
    "new_subcategory": (("wellbeing",), BOTH, ADMINISTRATORS, 422),
}
