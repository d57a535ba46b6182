"""Hands batons about in Eksempelvik, through the product's own operations. Kari has Nils's log; Jonas is a colleague."""

from datetime import timedelta

from stafett.access.models import Grant
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.relay_log.models import RelayLog
from stafett.transfers import operations
from stafett.transfers.models import Transfer
from tests import stage

HERE = cast.EKSEMPELVIK.id


def post(key):
    """The id of somebody's employment."""
    return made_id("post", f"{key}-{cast.person(key).posts[0].unit.key}")


def unit(key):
    """The id of a unit."""
    return cast.unit(key).id


def offered(log, to="jonas", by="kari", **given):
    """An offer to a colleague."""
    options = {"words": "", "stays": False} | given
    return operations.offer_to_colleague(
        actor=stage.actor(by), log=log, employment_id=post(to), today=stage.today(), **options
    )


def offered_for_a_time(log, to="jonas", by="kari", days=20):
    """An offer to a deputy."""
    return operations.offer_to_deputy(
        actor=stage.actor(by), log=log, employment_id=post(to), until=stage.today() + timedelta(days=days), words="",
        today=stage.today(),
    )  # fmt: skip


def offered_to_unit(log, to="eksempelvik_ppt", by="kari", words=""):
    """An offer to another unit."""
    return operations.offer_to_unit(
        actor=stage.actor(by), log=log, unit_id=unit(to), words=words, today=stage.today()
    )


def answer(verb, transfer, by, **given):
    """Accept, decline, withdraw or take back."""
    log = RelayLog.objects.get(pk=transfer.log_id)
    return verb(actor=stage.actor(by), log=log, transfer=transfer, today=stage.today(), **given)


def accepted(transfer, by="jonas"):
    """The offer accepted."""
    return answer(operations.accept_transfer, transfer, by)


def named(transfer, who, by):
    """Somebody named by the leader of the receiving unit."""
    return answer(operations.name_receiver, transfer, by, employment_id=post(who))


def holder(log):
    """The ids of those who hold the baton: one."""
    grants = Grant.objects.filter(log_id=log.pk, relation="baton_holder", ended_at__isnull=True)
    return list(grants.values_list("person_id", flat=True))


def state(transfer):
    """What is stored of an offer now."""
    return Transfer.objects.get(pk=transfer.pk).state


def starter_log(holder="pernille", units=()):
    """Isak's log in the kindergarten: he starts school next summer."""
    return stage.open_log("isak", holder, units=units)


def taken_back(guardian, log):
    """A guardian's consent taken back, as the holder writes it down."""
    stage.consent_operations.register_withdrawal(
        actor=stage.actor("kari"), log=log, guardian_id=cast.person(guardian).id, signed_on=stage.today(), form="oral",
        asks_to_end=False, today=stage.today(),
    )  # fmt: skip
