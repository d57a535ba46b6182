"""Random lives of a log, by the real operations on the real database, never reach a state nobody named."""

from datetime import timedelta

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stafett.access.models import Grant
from stafett.audit.models import RowVersion
from stafett.kernel.verdict import Refused
from stafett.relay_log import operations
from stafett.relay_log.enums import (
    CONCERN_STATES,
    LEVELS,
    LOG_STATES,
    MEASURE_STATES,
    STEP_STATES,
    ConcernState,
    EvaluationOption,
)
from stafett.relay_log.models import Concern, Evaluation, LadderStep, Measure, RelayLog
from tests import stage

TABLES = {
    Concern: ("state", CONCERN_STATES),
    Measure: ("state", MEASURE_STATES),
    LadderStep: ("state", STEP_STATES),
    RelayLog: ("state", LOG_STATES),
}
ARENAS = {"service": "baton_holder", "home": "guardians", "child": "child"}
PICK = st.integers(min_value=0, max_value=9)


class Life(RuleBasedStateMachine):
    """One log from its opening, with up to a few concerns, measures and ladders."""

    @initialize()
    def open(self):
        self.savepoint = transaction.savepoint()
        self.before = RowVersion.objects.order_by("-id").values_list("id", flat=True).first() or 0
        self.kari = stage.actor("kari")
        self.log = stage.open_log()

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)

    def _try(self, operation, **given):
        try:
            with transaction.atomic():
                operation(actor=self.kari, log=self.log, **given)
        except Refused:
            pass

    def _one(self, rows, pick):
        found = list(rows.filter(log=self.log).order_by("id"))
        return found[pick % len(found)] if found else None

    @rule(talked=st.sampled_from([True, True, False]), arenas=st.sets(st.sampled_from(sorted(ARENAS))))
    def draft(self, talked, arenas):
        words = stage.concern_words(talked_with_guardians_on=stage.today() if talked else None)
        self._try(operations.draft_concern, today=stage.today(), **words)
        for arena in arenas:
            self.plan(-1, arena)

    @rule()
    def get_going(self):
        self.draft(True, set(ARENAS))
        self.share_all()
        self.activate_all("Vil vente.")

    @rule()
    def share_all(self):
        for concern in Concern.objects.filter(log=self.log):
            self._try(operations.share_concern, concern=concern, today=stage.today())

    @rule(pick=PICK, arena=st.sampled_from(sorted(ARENAS)))
    def plan(self, pick, arena):
        if concern := self._one(Concern.objects, pick):
            words = stage.measure_words(arena=arena, owner_kinds=[ARENAS[arena]], accept_second=True)
            self._try(operations.add_measure, concern=concern, today=stage.today(), **words)

    @rule(reason=st.sampled_from(["", "Vil vente."]))
    def activate_all(self, reason):
        for concern in Concern.objects.filter(log=self.log):
            self._activate(concern, reason)

    def _activate(self, concern, reason):
        was_active = concern.state == ConcernState.ACTIVE
        self._try(
            operations.activate_concern, concern=concern, no_child_measure_reason=reason, today=stage.today()
        )
        if not was_active and stage.state_of(concern) == ConcernState.ACTIVE:
            arenas = set(Measure.objects.filter(concern=concern).values_list("arena", flat=True))
            assert {"service", "home"} <= arenas

    @rule(option=st.sampled_from(EvaluationOption.values), how_many=st.integers(min_value=1, max_value=3))
    def evaluate(self, option, how_many):
        for measure in Measure.objects.filter(log=self.log, state="active").order_by("id")[:how_many]:
            self._try(
                operations.evaluate_measure, measure=measure, option=option, form="phone", took_part=["child"],
                words="", new_evaluate_by=stage.today() + timedelta(days=20) if option == "ongoing" else None,
                reason="Sykdom", today=stage.today(),
            )  # fmt: skip

    @rule(pick=PICK, start=st.booleans())
    def start_or_discard(self, pick, start):
        if measure := self._one(Measure.objects, pick):
            self._try(operations.start_measure if start else operations.discard_measure, measure=measure)

    @rule(pick=PICK, achieve=st.booleans(), reason=st.sampled_from(["", "Flytter"]))
    def finish(self, pick, achieve, reason):
        concern = self._one(Concern.objects, pick)
        if concern and achieve:
            self._try(operations.achieve_goal, concern=concern, today=stage.today())
        elif concern:
            self._try(operations.end_concern, concern=concern, reason=reason, today=stage.today())

    @rule(level=st.integers(min_value=0, max_value=4))
    def change_level(self, level):
        self._try(operations.change_level, level=level, reason="Trenger flere")

    @rule(pick=PICK)
    def shape(self, pick):
        if concern := self._one(Concern.objects, pick):
            self._try(
                operations.shape_ladder, concern=concern, title="Trapp", steps=["a", "b", "c"],
                shaped_with_child=True,
            )  # fmt: skip

    @rule(pick=PICK, change=st.sampled_from(["take", "skip", "merge", "undo"]))
    def step(self, pick, change):
        if step := self._one(LadderStep.objects, pick):
            self._try(operations.change_step, step=step, change=change, today=stage.today())

    @rule(really=PICK)
    def close(self, really):
        if really == 9:
            self._try(operations.close_log, summary="Nok nå.", today=stage.today())

    @invariant()
    def every_change_is_one_the_tables_name(self):
        if not hasattr(self, "log"):
            return
        for model, (field, table) in TABLES.items():
            for former, now in self._changes(model, field):
                assert now in {str(state) for state in table[former]}, f"{model.__name__}: {former} -> {now}"
        for former, now in self._changes(RelayLog, "level"):
            assert now in {str(int(level)) for level in LEVELS[int(former)]}

    @invariant()
    def there_is_one_baton_and_one_evaluation(self):
        if not hasattr(self, "log"):
            return
        holders = Grant.objects.filter(log=self.log, relation="baton_holder", ended_at__isnull=True)
        evaluated = Measure.objects.filter(log=self.log, state="evaluated").count()
        assert holders.count() == 1
        assert Evaluation.objects.filter(log=self.log).count() == evaluated

    def _changes(self, model, field):
        """(from, to) of a field, for each change since the life began."""
        rows = {str(pk): str(value) for pk, value in model.objects.values_list("pk", field)}
        versions = RowVersion.objects.filter(id__gt=self.before, table_name=model._meta.db_table)
        for version in versions.order_by("-id"):
            if version.row.get("deleted"):
                continue
            former, now = str(version.row[field]), rows.get(str(version.row_id))
            rows[str(version.row_id)] = former
            if now is not None and former != now:
                yield former, now


def test_no_life_of_a_log_reaches_a_state_that_the_tables_do_not_name():
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
