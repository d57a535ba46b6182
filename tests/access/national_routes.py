"""Who may what of numbers shared between municipalities, written by hand: a part of the table in who_may.py.

Route: its methods, who gets it, and what an empty form gets; everybody else is told no. They are about the reader's own
municipality, and name nothing in their address (issue E 6, L-58).
"""

from tests.access import who_may
from tests.access.who_may import GET, POST

LEADERS = who_may.ROLE_ROUTES["numbers"]

ROUTES = {
    "national_numbers": ((GET,), LEADERS, None),
    "national_numbers_table": ((GET,), LEADERS, None),
    "number_sharing": ((GET, POST), who_may.ADMINISTRATORS, 422),
    "number_sharing_end": ((POST,), who_may.ADMINISTRATORS, 422),
}
