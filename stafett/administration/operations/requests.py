"""A parent without parental responsibility asks about the child, and is answered by letter (L-20, L-21)."""

from stafett.administration.enums import Event
from stafett.administration.operations.renewing import tell_leaders, today
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.register.enums import Refusal, RequestAnswer
from stafett.register.models import InformationRequest


@operation(Event.REQUEST_REGISTERED, lock="relation")
def register_request(*, actor, relation, asked_on):
    """Note that a parent without parental responsibility has asked for information. The unit's leader answers.

    Raises Refused.
    """
    if relation.has_parental_responsibility:
        require(no(Refusal.HAS_RESPONSIBILITY))
    if asked_on > today():
        require(no(Refusal.DAY_IN_FUTURE))
    if InformationRequest.objects.filter(relation=relation, answer=RequestAnswer.WAITING).exists():
        require(no(Refusal.ALREADY_WAITING))
    request = InformationRequest.objects.create(
        municipality_id=relation.municipality_id,
        relation=relation,
        asked_on=asked_on,
        registered_by_id=actor.person_id,
        registered_at=clock.now(),
    )
    tell_leaders(relation.child, Kind.GUARDIAN_WAITS, leave_out=actor.person_id)
    return Outcome(request, {"relation": str(relation.pk)})


@operation(Event.REQUEST_ANSWERED, lock="asked")
def answer_request(*, actor, asked, answer, letter, refusal_reason):
    """Answer with a letter that the leader has looked through, or refuse with a reason that can be appealed (L-21).

    `asked` is an InformationRequest; `answer` a RequestAnswer. The letter is about the child, and gives no access.
    Raises Refused.
    """
    if asked.answer != RequestAnswer.WAITING:
        require(no(Refusal.ALREADY_ANSWERED))
    if answer == RequestAnswer.REFUSED and not refusal_reason:
        require(no(Refusal.REASON_MISSING))
    if answer == RequestAnswer.GIVEN and not letter:
        require(no(Refusal.TEXT_MISSING))
    asked.answer = answer
    asked.letter = letter
    asked.refusal_reason = refusal_reason if answer == RequestAnswer.REFUSED else ""
    asked.answered_by_id, asked.answered_at = actor.person_id, clock.now()
    asked.save(update_fields=["answer", "letter", "refusal_reason", "answered_by", "answered_at"])
    return Outcome(asked, {"answer": str(answer)})
