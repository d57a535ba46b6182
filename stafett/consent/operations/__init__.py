"""Verbs of consent, and `renew_places`: no verb of its own but a part of whatever consent rests on."""

from stafett.consent.operations.answering import (
    answer_request,
    decline_request,
    narrow_consent,
    withdraw_consent,
)
from stafett.consent.operations.asking import request_consent
from stafett.consent.operations.places import renew_places as renew_places
from stafett.consent.operations.recording import (
    record_oral_consent,
    record_paper_consent,
    register_withdrawal,
)

__all__ = [
    "answer_request",
    "decline_request",
    "narrow_consent",
    "record_oral_consent",
    "record_paper_consent",
    "register_withdrawal",
    "request_consent",
    "withdraw_consent",
]
