"""Every route about an offer of the baton, in each of its states, for everybody of the cast; and the school of a starter."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.transfers import operations
from tests.access import asking, who_may
from tests.access.who_may import GET
from tests.transfers import handing

HERE = cast.EKSEMPELVIK.id
# Who may do what with an offer, by its state, written by hand: (who sees it) and for each verb who may. Kari offers log b to
# Jonas, who takes part in it already and so sees what became of it, or to PPT, which Liv leads and where Henrik is named.
# Sent empty these ask for something; a package is made of what goes to another municipality alone.
NOT_DONE_WHEN_EMPTY = {"transfer_refusal", "transfer_receiver", "transfer_receipt", "transfer_package"}
TO_COLLEAGUE = {
    "offered": {"see": {"kari", "jonas"}, "answer": {"jonas"}, "withdraw": {"kari"}},
    "declined": {"see": {"kari", "jonas"}},
    "withdrawn": {"see": {"kari", "jonas"}},
    "accepted": {"see": {"jonas"}, "read": {"jonas"}},
    "deputy": {"see": {"jonas", "kari"}, "read": {"jonas"}, "return": {"jonas", "kari"}},
    "returned": {"see": {"kari"}},
    "closed": {"see": set()},
}
TO_UNIT = {
    "offered": {"see": {"kari", "liv"}, "name": {"liv"}, "withdraw": {"kari"}},
    "named": {"see": {"kari", "liv", "henrik"}, "name": {"liv"}, "answer": {"henrik"}, "withdraw": {"kari"}},
    "accepted": {"see": {"henrik"}, "read": {"henrik"}},
    "not covered": {"see": {"kari"}, "withdraw": {"kari"}},
}


@pytest.mark.parametrize("state", TO_COLLEAGUE)
def test_an_offer_to_a_colleague_is_for_those_two_in_each_of_its_states(logs, state):
    with within(HERE):
        transfer = _to_colleague(logs["b"].log, state)

    asking.all_as_expected(_asked(transfer, TO_COLLEAGUE[state]), at_least=80)


@pytest.mark.parametrize("state", TO_UNIT)
def test_an_offer_to_a_unit_is_for_its_leader_and_whoever_is_named_as_long_as_consent_reaches(logs, state):
    with within(HERE):
        transfer = _to_unit(logs["b"].log, state)

    asking.all_as_expected(_asked(transfer, TO_UNIT[state]), at_least=80)


def test_a_stranger_is_sent_to_the_login(logs):
    with within(HERE):
        transfer = handing.offered(logs["b"].log)

    asking.all_as_expected(
        [
            (None, method, name, (transfer.pk,), 302)
            for name, (_verb, ms) in who_may.TRANSFER_ROUTES.items()
            for method in ms
        ],
        at_least=8,
    )


def test_the_school_is_chosen_by_the_holder_and_the_kindergartens_leader(logs):
    with within(HERE):
        log = handing.starter_log()
    asked = [
        (
            key,
            method,
            name,
            (log.pk,),
            (200 if method == GET else 422) if key in ("pernille", "ingeborg") else 404,
        )
        for key in [*asking.EVERY_KIND, "pernille", "ingeborg", "tove"]
        for name, methods in who_may.STARTER_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=40)


def _asked(transfer, may):
    """Those near the log in every state, and everybody else who is typical of somebody while the offer waits."""
    is_open = "answer" in may or "name" in may
    near = {"kari", "jonas", "henrik", "liv", "elle", "hilde", "dag"}
    people = {
        *(asking.EVERY_KIND if is_open else near),
        *(key for keys in may.values() for key in keys),
        "liv",
    }
    return [
        (key, method, name, (transfer.pk,), _status(may, key, verb, method, name))
        for key in sorted(people)
        for name, (verb, methods) in who_may.TRANSFER_ROUTES.items()
        for method in methods
    ]


def _status(may, key, verb, method, name):
    if key not in may["see"]:
        return 404
    if key not in may.get(verb, ()):
        return 403
    if method == GET:
        return 200
    return 422 if name in NOT_DONE_WHEN_EMPTY else 302


def _to_colleague(log, state):
    transfer = handing.offered_for_a_time(log) if state in ("deputy", "returned") else handing.offered(log)
    if state == "declined":
        handing.answer(operations.decline_transfer, transfer, "jonas", reason="Nei.")
    if state == "withdrawn":
        handing.answer(operations.withdraw_transfer, transfer, "kari")
    if state in ("accepted", "deputy", "returned"):
        handing.accepted(transfer)
    if state == "returned":
        handing.answer(operations.take_back, transfer, "kari")
    if state == "closed":
        type(log).objects.filter(pk=log.pk).update(
            state="closed", closed_at=log.started_at, closed_by_id=log.started_by_id
        )
    return transfer


def _to_unit(log, state):
    transfer = handing.offered_to_unit(log)
    if state in ("named", "accepted"):
        handing.named(transfer, "henrik", by="liv")
    if state == "accepted":
        handing.accepted(transfer, by="henrik")
    if state == "not covered":
        handing.taken_back("hilde", log)
    return transfer
