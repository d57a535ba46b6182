"""However a baton is offered, taken, refused and taken back, there is one, and never two or none: also by the database."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stafett.access.models import Grant
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from stafett.transfers import operations
from stafett.transfers.enums import TRANSFER_STATES, TransferState
from stafett.transfers.models import Transfer
from tests import stage
from tests.transfers import handing
from tests.transfers.handing import HERE

COLLEAGUES = ("kari", "jonas", "yusuf", "elle", "henrik")
WHO = st.sampled_from(COLLEAGUES)


class Relay(RuleBasedStateMachine):
    """One log whose baton anybody tries to pass to anybody, in any order."""

    @initialize()
    def open(self):
        self.savepoint = transaction.savepoint()
        self.log = stage.open_log("nils", units=[handing.unit("eksempelvik_ppt")])
        self.states = {}

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)

    def _try(self, verb, by, **given):
        try:
            with transaction.atomic():
                log = RelayLog.objects.get(pk=self.log.pk)
                verb(actor=stage.actor(by), log=log, today=stage.today(), **given)
        except Refused:
            pass

    def _newest(self):
        return Transfer.objects.filter(log=self.log).order_by("-offered_at", "-id").first()

    @rule(by=WHO, to=WHO, stays=st.booleans())
    def offer(self, by, to, stays):
        if [stage.actor(by).person_id] == handing.holder(self.log):
            self._try(
                operations.offer_to_colleague, by, employment_id=handing.post(to), words="", stays=stays
            )

    @rule(by=WHO, to=WHO, days=st.integers(-1, 30))
    def offer_for_a_time(self, by, to, days):
        if [stage.actor(by).person_id] == handing.holder(self.log):
            until = stage.today() + timedelta(days=days)
            self._try(operations.offer_to_deputy, by, employment_id=handing.post(to), until=until, words="")

    @rule(by=WHO, to=st.sampled_from(["eksempelvik_ppt", "eksempelvik_school", "fabelasen_school"]))
    def offer_to_unit(self, by, to):
        if [stage.actor(by).person_id] == handing.holder(self.log):
            self._try(operations.offer_to_unit, by, unit_id=handing.unit(to), words="")

    @rule(who=WHO)
    def name(self, who):
        if newest := self._newest():
            self._try(operations.name_receiver, "liv", transfer=newest, employment_id=handing.post(who))

    @rule(by=WHO, which=st.integers(0, 20))
    def take_back(self, by, which):
        rows = list(Transfer.objects.filter(log=self.log).order_by("offered_at", "id"))
        if rows:
            self._try(operations.take_back, by, transfer=rows[which % len(rows)])

    @rule(by=WHO, verb=st.sampled_from(["accept", "decline", "withdraw"]))
    def answer(self, by, verb):
        if newest := self._newest():
            verbs = {
                "accept": operations.accept_transfer, "withdraw": operations.withdraw_transfer,
                "decline": operations.decline_transfer,
            }  # fmt: skip
            given = {"reason": "Nei."} if verb == "decline" else {}
            self._try(verbs[verb], by, transfer=newest, **given)

    @invariant()
    def there_is_exactly_one_baton(self):
        if hasattr(self, "log"):
            assert len(handing.holder(self.log)) == 1

    @invariant()
    def the_holder_works_in_the_unit_that_has_the_log(self):
        if hasattr(self, "log"):
            grant = Grant.objects.get(log=self.log, relation="baton_holder", ended_at__isnull=True)
            assert grant.unit_id == RelayLog.objects.get(pk=self.log.pk).unit_id

    @invariant()
    def nobody_stands_in_but_whoever_got_the_baton_last(self):
        if hasattr(self, "log"):
            taken = Transfer.objects.filter(log=self.log, state=TransferState.ACCEPTED).order_by(
                "answered_at"
            )
            open_deputies = [each for each in taken if each.kind == "deputy"]
            assert open_deputies in ([], list(taken)[-1:])
            assert all(handing.holder(self.log) == [each.to_person_id] for each in open_deputies)

    @invariant()
    def an_offer_waits_once_and_changes_as_the_table_says(self):
        if not hasattr(self, "log"):
            return
        rows = dict(Transfer.objects.filter(log=self.log).values_list("pk", "state"))
        assert list(rows.values()).count(TransferState.OFFERED) <= 1
        for pk, state in rows.items():
            before = self.states.get(pk, state)
            assert state == before or state in TRANSFER_STATES[TransferState(before)]
        self.states = rows

    @invariant()
    def the_log_says_that_an_offer_waits_when_one_does(self):
        if hasattr(self, "log"):
            waits = Transfer.objects.filter(log=self.log, state=TransferState.OFFERED).exists()
            assert (RelayLog.objects.get(pk=self.log.pk).baton_offered_until is not None) == waits


@pytest.mark.django_db
def test_whatever_people_try_there_is_one_baton_and_one_holder():
    with within(HERE):
        run_state_machine_as_test(
            Relay,
            settings=settings(
                max_examples=15,
                stateful_step_count=20,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )


@pytest.mark.django_db
def test_the_database_refuses_a_log_in_use_without_a_holder():
    with within(HERE):
        log = stage.open_log("nils")
        with pytest.raises(IntegrityError, match="always has a baton holder"), transaction.atomic():
            Grant.objects.filter(log=log, relation="baton_holder").update(ended_at=clock.now())
            _settle()


@pytest.mark.django_db
def test_the_database_refuses_a_log_that_begins_without_a_holder():
    with within(HERE):
        log = stage.open_log("nils")
        with pytest.raises(IntegrityError, match="always has a baton holder"), transaction.atomic():
            log.pk, log.child = RelayLog().pk, stage.child("ronja")
            log.save(force_insert=True)
            _settle()


@pytest.mark.django_db
def test_the_database_refuses_two_holders():
    with within(HERE):
        log = stage.open_log("nils")
        grant = Grant.objects.get(log=log)
        with pytest.raises(IntegrityError, match="one_baton_holder_per_log"), transaction.atomic():
            Grant.objects.create(
                municipality_id=HERE, log=log, person_id=stage.actor("jonas").person_id, unit_id=grant.unit_id,
                relation="baton_holder", given_by_id=grant.person_id, started_at=clock.now(),
            )  # fmt: skip


@pytest.mark.django_db
def test_a_closed_log_and_a_discarded_one_need_no_holder():
    with within(HERE):
        log = stage.open_log("nils")
        waiting = stage.started_log("ronja")
        RelayLog.objects.filter(pk=log.pk).update(
            state="closed", closed_at=clock.now(), closed_by_id=stage.actor("kari").person_id
        )
        Grant.objects.filter(log=log).update(ended_at=clock.now())
        stage.operations.discard_log(actor=stage.actor("kari"), log=waiting)
        _settle()

        assert handing.holder(log) == []


def _settle():
    """Ask what is asked at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
