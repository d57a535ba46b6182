"""Reads about consent. The log has been reached through access.scope, or the person is asked themselves."""

from stafett.consent.queries.given import (
    consents_of,
    content_of,
    document_of,
    kept_text,
    newest_word_of,
    said_otherwise_on,
)
from stafett.consent.queries.givers import Giver, entitlement_of, givers_of
from stafett.consent.queries.mine import (
    MyConsent,
    facts_of_request,
    facts_of_word,
    my_consents,
    reachable_request,
    reachable_word,
)
from stafett.consent.queries.standings import standing_of, standings_of

__all__ = [
    "Giver",
    "MyConsent",
    "consents_of",
    "content_of",
    "document_of",
    "entitlement_of",
    "facts_of_request",
    "facts_of_word",
    "givers_of",
    "kept_text",
    "my_consents",
    "newest_word_of",
    "reachable_request",
    "reachable_word",
    "said_otherwise_on",
    "standing_of",
    "standings_of",
]
