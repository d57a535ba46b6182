"""Batons on their way in the demo: one offered to a colleague, one to a deputy, and two school starters, one in a private
kindergarten: for one the family has said yes to the school, for the other it has been asked."""

from collections.abc import Iterator
from datetime import timedelta

from stafett.consent import operations as consents
from stafett.demo import cast, paper
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import made_id, today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.relay_log.models import RelayLog
from stafett.transfers import operations

SCHOOL = "eksempelvik_school"


def life_of(place: Place) -> Iterator[When]:
    """What the holders and a leader do about it, as one more life to be told beside the logs' own."""
    yield on(-2, 10, 0)
    if place.slug != "eksempelvik":
        return
    operations.offer_to_colleague(
        actor=_actor("yusuf"), log=_log("hedda"), employment_id=made_id("post", f"jonas-{SCHOOL}"), stays=True,
        words="Hedda forteller mest når dere går tur. Begynn der.", today=today(),
    )  # fmt: skip
    operations.offer_to_deputy(
        actor=_actor("pernille"), log=_log("lilly"), employment_id=made_id("post", "ingeborg-eventyrskogen"),
        until=today() + timedelta(days=90), words="Lilly vil gjerne vite hva dere skal spise.", today=today(),
    )  # fmt: skip
    yield on(-1, 9, 0)
    _choose("ingeborg", "isak")
    _choose("amal", "zara")
    operations.ask_consent(
        actor=_actor("pernille"), log=_log("isak"), unit_id=cast.unit(SCHOOL).id, today=today()
    )
    yield on(-1, 12, 30)
    _signed_for_school("amal", "zara", "thi")


def _choose(who, child):
    operations.choose_school(
        actor=_actor(who), log=_log(child), school_id=cast.unit(SCHOOL).id, today=today()
    )


def _signed_for_school(holder, child, guardian):
    person = cast.person(guardian)
    consents.record_paper_consent(
        actor=_actor(holder), log=_log(child), guardian_id=person.id, signed_on=today(),
        valid_until=today() + timedelta(days=360), locale="nb", covered_unit_ids=[cast.unit(SCHOOL).id], limits="",
        file=("samtykke.pdf", paper.signed_form(f"Samtykke. {person.name}. {today():%d.%m.%Y}. Demo.")), today=today(),
    )  # fmt: skip


def _actor(key):
    return sessions.actor_of(cast.person(key).id, today=today())


def _log(child):
    return RelayLog.objects.select_related("municipality").get(child_id=cast.child(child).id)
