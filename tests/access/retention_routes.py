"""Who may what of retention, written by hand: a part of the table in who_may.py.

Route: what its address names, and for each method what the archivist and personvernombudet get when it is sent empty. The
archivist has proposed the list and so does not answer it. About nothing in particular everybody else is told no; about a
log, a hold, a list or a child they are told that there is no such thing (L-52, ADR 0043).
"""

from tests.access.who_may import GET, POST

ROUTES = {
    "retention": (None, {GET: (200, 200)}),
    "disposals": (None, {GET: (200, 200)}),
    "holds": (None, {GET: (200, 200)}),
    "retention_rules": (None, {GET: (200, 200)}),
    "disposal_proposal": (None, {POST: (422, 403)}),
    "retention_rule": ("kind", {GET: (200, 403), POST: (422, 403)}),
    "log_hold": ("log", {GET: (200, 200), POST: (422, 422)}),
    "child_hold": ("child", {GET: (404, 200), POST: (404, 422)}),
    "hold_lifting": ("hold", {GET: (200, 200), POST: (422, 422)}),
    "disposal": ("list", {GET: (200, 200)}),
    "disposal_approval": ("list", {POST: (403, 422)}),
    "disposal_refusal": ("list", {POST: (403, 422)}),
    "disposal_withdrawal": ("list", {POST: (302, 403)}),
    "disposal_certificate": ("list", {GET: (404, 404)}),  # it waits, so there is none
}
