"""Verbs of transfers: offering, answering, giving back, placing, the school of a school starter, and history that
comes from another municipality."""

from stafett.transfers.operations.answering import (
    accept_transfer,
    confirm_reading,
    decline_transfer,
    name_receiver,
    take_back,
    withdraw_transfer,
)
from stafett.transfers.operations.carrying import open_package, take_in
from stafett.transfers.operations.offering import (
    ask_consent,
    offer_to_colleague,
    offer_to_deputy,
    offer_to_municipality,
    offer_to_unit,
)
from stafett.transfers.operations.packages import check_package, confirm_receipt, take_out_package
from stafett.transfers.operations.placing import place_log
from stafett.transfers.operations.starting_school import choose_school

__all__ = [
    "accept_transfer",
    "ask_consent",
    "check_package",
    "choose_school",
    "confirm_reading",
    "confirm_receipt",
    "decline_transfer",
    "name_receiver",
    "offer_to_colleague",
    "offer_to_deputy",
    "offer_to_municipality",
    "offer_to_unit",
    "open_package",
    "place_log",
    "take_back",
    "take_in",
    "take_out_package",
    "withdraw_transfer",
]
