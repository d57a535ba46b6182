"""However lists are made, answered, withdrawn and left, and whatever is held meanwhile: a state only becomes what the table
says, nothing is deleted without two, and nothing that was held."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from stafett.retention import operations, rules
from stafett.retention.enums import DisposalState
from stafett.retention.models import Certificate, Disposal, Hold
from stafett.retention.operations import disposing
from tests import stage
from tests.retention import ageing
from tests.retention.ageing import HERE

WHO = st.sampled_from(["arkivar", "personvern"])


class Disposing(RuleBasedStateMachine):
    """Two old logs, an archivist and personvernombudet."""

    @initialize()
    def begin(self):
        self.savepoint = transaction.savepoint()
        started = [stage.started_log(child) for child in ("nils", "sara")]
        RelayLog.objects.update(state="closed", closed_at=clock.now(), closed_by=started[0].started_by_id)
        self.logs = [ageing.aged(stage.stored(log)) for log in started]
        self.states = {}

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)

    def _try(self, verb, **given):
        try:
            with transaction.atomic():
                verb(**given)
        except Refused:
            pass

    def _list(self, which):
        rows = list(Disposal.objects.order_by("proposed_at", "id"))
        return rows[which % len(rows)] if rows else None

    @rule(by=WHO, picked=st.sets(st.integers(0, 1)))
    def propose(self, by, picked):
        ids = [self.logs[each].pk for each in sorted(picked)]
        self._try(operations.propose, actor=stage.actor(by), log_ids=ids, words="Nå.", today=stage.today())

    @rule(by=WHO, which=st.integers(0, 9), verb=st.sampled_from(["approve", "decline", "withdraw"]))
    def answer(self, by, which, verb):
        if disposal := self._list(which):
            given = {} if verb == "withdraw" else {"words": "Sett.", "today": stage.today()}
            self._try(getattr(operations, verb), actor=stage.actor(by), disposal=disposal, **given)

    @rule(which=st.integers(0, 1))
    def hold(self, which):
        if log := RelayLog.objects.filter(pk=self.logs[which].pk).first():
            ageing.held(log)

    @rule(which=st.integers(0, 9))
    def lift(self, which):
        rows = list(Hold.objects.order_by("placed_at", "id"))
        if rows:
            hold = rows[which % len(rows)]
            self._try(operations.lift, actor=stage.actor("arkivar"), hold=hold, reason="Ferdig.")

    @rule()
    def expire(self):
        disposing.expire(HERE, today=stage.today())

    @invariant()
    def states_follow_the_table(self):
        if not hasattr(self, "states"):
            return
        for row in Disposal.objects.all():
            before = self.states.get(row.pk, DisposalState.PROPOSED)
            through = {before, *(after for after in DisposalState if _leads(before, after))}
            assert row.state in through
            assert row.state != DisposalState.APPROVED  # never left there
            self.states[row.pk] = row.state

    @invariant()
    def what_is_gone_was_taken_by_two_and_not_held(self):
        if not hasattr(self, "logs"):
            return
        gone = sum(not RelayLog.objects.filter(pk=log.pk).exists() for log in self.logs)
        proofs = list(Certificate.objects.select_related("disposal"))
        assert gone == sum(proof.logs for proof in proofs)
        assert all(proof.disposal.decided_by_id != proof.disposal.proposed_by_id for proof in proofs)
        for hold in Hold.objects.filter(lifted_at=None, log__isnull=False):
            assert RelayLog.objects.filter(pk=hold.log_id).exists()


def _leads(before, after):
    """Whether one state may become another, at once or through being approved."""
    return rules.may_become(before, after) or any(
        rules.may_become(before, between) and rules.may_become(between, after) for between in DisposalState
    )


@pytest.mark.django_db
def test_nothing_is_deleted_without_two_or_while_it_is_held_whatever_people_do():
    with within(HERE):
        run_state_machine_as_test(
            Disposing,
            settings=settings(
                max_examples=15, stateful_step_count=12, deadline=None,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
            ),
        )  # fmt: skip
