"""Who may what of connected systems, written by hand: a part of the table in who_may.py.

The administrator's pages: what the address names, methods, who gets it, and what an empty form gets. The machines' own
addresses open for nobody who is logged in: a login is not looked at there, and without a key the answer is 401 (ADR 0046).
"""

from tests.access import who_may
from tests.access.who_may import GET, POST

PAGES = {
    "systems": (None, (GET,), who_may.ADMINISTRATORS, None),
    "new_system": (None, (GET, POST), who_may.ADMINISTRATORS, 422),
    "system": ("system", (GET,), {"randi"}, None),
    "system_key": ("system", (POST,), {"randi"}, 200),
    "system_disconnection": ("system", (POST,), {"randi"}, 302),
}
OPEN_TO_ALL = "api_description"
MACHINES = {
    "api_token": (),
    "api_units": (),
    "api_unit": ("x",),
    "api_staff": (),
    "api_post": ("x",),
    "api_post_end": ("x",),
    "api_guide": (),
    "api_guide_step": ("1", "x"),
    "api_statistics": (),
    "api_archive_status": (),
    "api_archive_deposits": (),
    "api_elsewhere": (),
    "scim_configuration": (),
    "scim_resource_types": (),
    "scim_resource_type": ("User",),
    "scim_schemas": (),
    "scim_schema": ("x",),
    "scim_search": (),
    "scim_users": (),
    "scim_user_search": (),
    "scim_user": ("x",),
    "scim_groups": (),
    "scim_group_search": (),
    "scim_group": ("x",),
    "scim_elsewhere": (),
}
