"""What people of the cast say about consent in a test, through the product's own operations."""

from datetime import timedelta

from stafett.consent import operations, queries
from stafett.consent.models import ConsentRequest
from stafett.demo import cast
from tests import stage

PPT, WELFARE = "eksempelvik_ppt", "eksempelvik_welfare"


def asked(log, *people, units=(), until=300, holder="kari", about=""):
    """The holder asks people of the cast; gives their requests in order."""
    operations.request_consent(
        actor=stage.actor(holder),
        log=log,
        person_ids=[cast.person(key).id for key in people],
        unit_ids=[cast.unit(key).id for key in units],
        valid_until=stage.today() + timedelta(days=until),
        locale="nb",
        about=about,
        today=stage.today(),
    )
    return [request_to(log, key) for key in people]


def request_to(log, key):
    """The request that waits for somebody, with its log."""
    pk = ConsentRequest.objects.get(log=log, person_id=cast.person(key).id, answer="").pk
    return queries.reachable_request(stage.actor(key), pk)


def says_yes(request, key, *, units=None, restrictions=None, limits="", until=None, locale="nb"):
    """Somebody says yes to a request; `units` are unit ids (text) as the request has them, else all of them."""
    return operations.answer_request(
        actor=stage.actor(key),
        log=request.log,
        asked=request,
        covered_unit_ids=request.unit_ids if units is None else units,
        restrictions=restrictions or {},
        limits=limits,
        valid_until=until or request.valid_until,
        locale=locale,
        today=stage.today(),
    )


def takes_back(log, key, *, asks_to_end=False):
    """Somebody takes their consent back on the phone."""
    return operations.withdraw_consent(
        actor=stage.actor(key), log=log, asks_to_end=asks_to_end, today=stage.today()
    )


def says_less(log, key, *, units=(), restrictions=None, until=None):
    """Somebody says yes to less than before."""
    word = queries.newest_word_of(log, cast.person(key).id)
    return operations.narrow_consent(
        actor=stage.actor(key),
        log=log,
        covered_unit_ids=[cast.unit(each).id for each in units],
        restrictions=restrictions or {},
        limits="",
        valid_until=until or word.valid_until,
        today=stage.today(),
    )


def standing(log):
    """What consent amounts to in the log now."""
    return queries.standing_of(stage.stored(log), today=stage.today())
