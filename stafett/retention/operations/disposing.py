"""Two persons and a list: one proposes, another approves or says no. Nothing is deleted here; see `carrying_out`."""

from datetime import timedelta

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind as MessageKind
from stafett.messages.operations import telling
from stafett.register.actor import Actor
from stafett.retention import rules
from stafett.retention.enums import DisposalState, Event, ItemState, Refusal
from stafett.retention.models import Disposal, DisposalItem
from stafett.retention.operations.carrying_out import certify, dispose_log
from stafett.retention.queries.disposals import keepers_but
from stafett.retention.queries.due import due_among


@operation(Event.PROPOSED)
def propose(*, actor, log_ids, words, today):
    """Propose logs to dispose of; those who may answer are told. Raises Refused when one of them may not go today."""
    due = due_among(log_ids, actor, today=today)
    if not log_ids:
        require(no(Refusal.CHOOSE_LOGS))
    if len(due) != len(set(log_ids)) or any(each.stopped for each in due.values()):
        require(no(Refusal.GONE_FROM_LIST))
    disposal = Disposal.objects.create(
        municipality_id=actor.municipality_id, words=words, proposed_by_id=actor.person_id, proposed_at=clock.now(),
        expires_on=today + timedelta(days=rules.VALID_DAYS),
    )  # fmt: skip
    DisposalItem.objects.bulk_create(_line(disposal, each) for each in due.values())
    telling.tell(
        actor.municipality_id, keepers_but(actor.person_id, day=today), MessageKind.DISPOSAL_WAITS,
        link=("disposal", disposal.pk), once=f"disposal:{disposal.pk}",
    )  # fmt: skip
    return Outcome(disposal, {"logs": len(due)})


@operation(Event.APPROVED, lock="disposal", reason="words")
def approve(*, actor, disposal, words, today):
    """Approve a list: what may still go is deleted at once, what has been stopped since is left standing, and a certificate
    is made. Raises Refused for whoever proposed it, when it does not wait, and when nothing on it may go any more."""
    _require_may_answer(actor, disposal, today)
    lines = list(
        DisposalItem.objects.select_for_update(of=("self",)).filter(disposal=disposal).order_by("id")
    )
    due = due_among([each.log_id for each in lines], actor, today=today, but_list=disposal.pk)
    go, stay = _parted(lines, due)
    if not go:
        require(no(Refusal.NOTHING_LEFT))
    _decide(actor, disposal, DisposalState.APPROVED, words)
    for line, because in stay:
        line.state, line.left_because = ItemState.LEFT, because
        line.save(update_fields=["state", "left_because"])
    gone = [dispose_log(actor=actor, disposal=disposal, log_id=line.log_id) for line in go]
    proof = certify(disposal, [due[line.log_id] for line in go], gone, left=len(stay))
    disposal.state = DisposalState.CARRIED_OUT
    disposal.save(update_fields=["state"])
    return Outcome(disposal, {"certificate": proof.number, "logs": len(go), "left": len(stay)})


@operation(Event.DECLINED, lock="disposal", reason="words")
def decline(*, actor, disposal, words, today):
    """Say no to a list, with a reason. Raises Refused as approving does."""
    _require_may_answer(actor, disposal, today)
    _decide(actor, disposal, DisposalState.DECLINED, words)
    return disposal


@operation(Event.WITHDRAWN, lock="disposal")
def withdraw(*, actor, disposal):
    """Take one's own list back while it waits. Raises Refused."""
    require(rules.may_withdraw(disposal.state))
    _decide(actor, disposal, DisposalState.WITHDRAWN, "")
    return disposal


def expire(municipality_id, *, today) -> int:
    """Let lists go that nobody has answered in time; gives how many. For the worker, within the municipality."""
    late = Disposal.objects.filter(state=DisposalState.PROPOSED, expires_on__lt=today).order_by(
        "expires_on", "id"
    )
    actor = Actor(person_id=None, municipality_id=municipality_id, name="Stafett")
    return sum(1 for disposal in late[:500] if _expire(actor=actor, disposal=disposal))


@operation(Event.EXPIRED, lock="disposal")
def _expire(*, actor, disposal):
    disposal.state = DisposalState.EXPIRED
    disposal.save(update_fields=["state"])
    return disposal


def _require_may_answer(actor, disposal, today):
    require(
        rules.may_approve(
            disposal.state, proposed_by=disposal.proposed_by_id, person_id=actor.person_id,
            expires_on=disposal.expires_on, today=today,
        )
    )  # fmt: skip


def _decide(actor, disposal, state, words):
    disposal.state, disposal.decision_words = state, words
    disposal.decided_by_id, disposal.decided_at = actor.person_id, clock.now()
    disposal.save(update_fields=["state", "decision_words", "decided_by", "decided_at"])


def _parted(lines, due):
    """(those that may still go, (line, why) of the others)."""
    why = {each.pk: _why(due.get(each.log_id)) for each in lines}
    return [each for each in lines if not why[each.pk]], [
        (each, why[each.pk]) for each in lines if why[each.pk]
    ]


def _why(due):
    if due is None:
        return Refusal.GONE_FROM_LIST.value[:20]
    return due.stopped.value if due.stopped else ""


def _line(disposal, due):
    return DisposalItem(
        municipality_id=disposal.municipality_id, disposal=disposal, log_id=due.log_id, log_hash=due.log_hash,
        kind=due.rule.kind, rule_version=due.rule.version, counted_from=due.counted_from, due_on=due.due_on,
    )  # fmt: skip
