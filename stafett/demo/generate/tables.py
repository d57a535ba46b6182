"""The tables that are filled, and which of their columns vary. The rest get their model's default."""

from functools import cached_property

from django.db import connections

from stafett.access.models import Grant
from stafett.audit.models import Entry
from stafett.consent.models import Consent
from stafett.register import models as register
from stafett.relay_log import models as relay_log

OWN = ("id", "municipality_id")


class Table:
    """A table with the columns its rows are given in, after the id: `add(TABLE, id, *columns)`."""

    def __init__(self, model, columns: str) -> None:
        self.model = model
        self.name: str = model._meta.db_table
        self.columns = ("id", *columns.split())
        self.stage = f"stage_{self.name}"

    @cached_property
    def stage_sql(self) -> str:
        """A temporary table of the varying columns only, emptied at the end of each transaction."""
        return (
            f'CREATE TEMP TABLE IF NOT EXISTS "{self.stage}" ON COMMIT DELETE ROWS AS '
            f'SELECT {_listed(self.columns)} FROM "{self.name}" WITH NO DATA'
        )

    @cached_property
    def copy_sql(self) -> str:
        return f'COPY "{self.stage}" ({_listed(self.columns)}) FROM STDIN'

    @cached_property
    def insert_sql(self) -> str:
        """From the temporary table through the fence, its checks and its triggers."""
        rest = ", ".join(f"CAST(%s AS {kind})" for kind, _value in self.defaults.values())
        columns = _listed((*self.columns, "municipality_id", *self.defaults))
        return (
            f'INSERT INTO "{self.name}" ({columns}) SELECT {_listed(self.columns)}, %s::uuid'
            f'{", " if rest else ""}{rest} FROM "{self.stage}"'
        )

    @cached_property
    def defaults(self) -> dict[str, tuple[str, object]]:
        """Column -> (type, value) for the columns that are the same in every row; null where they may be.

        The database fills in those that it has a default for.
        """
        link = connections["owner"]
        return {
            field.column: (field.db_type(link), field.get_db_prep_save(field.get_default(), link))
            for field in self.model._meta.local_concrete_fields
            if field.column not in (*self.columns, *OWN) and not field.has_db_default()
        }


def _listed(columns) -> str:
    return ", ".join(f'"{column}"' for column in columns)


UNIT = Table(register.Unit, "name sort_key kind is_private")
PERSON = Table(register.Person, "given_name family_name sort_key birth_date")
EMPLOYMENT = Table(register.Employment, "person_id unit_id position role starts_on")
CHILD = Table(register.Child, "person_id unit_id group_name first_grade_year")
RELATION = Table(register.GuardianRelation, "child_id guardian_id state confirmed_at")

LOG = Table(
    relay_log.RelayLog,
    "child_id unit_id state level start_criteria leader_id leader_agreed_on started_at started_by_id closed_at"
    " closed_by_id summary",
)
GRANT = Table(
    Grant, "log_id person_id unit_id relation purpose given_by_id started_at ended_at ends_on consent_until"
)
CONSENT = Table(
    Consent, "log_id guardian_id locale signed_on valid_until covered_unit_ids recorded_by_id recorded_at"
)
CONCERN = Table(
    relay_log.Concern,
    "log_id state title category informed talked_with_guardians_on talked_with_child_on child_view created_by_id"
    " created_at shared_at ended_at ended_reason",
)
GOAL = Table(
    relay_log.Goal, "log_id concern_id text success_indicator smarte created_by_id created_at reached_on"
)
FACTOR = Table(relay_log.MaintainingFactor, "log_id concern_id kind text created_by_id created_at shared_at")
MEASURE = Table(
    relay_log.Measure,
    "log_id concern_id state arena type description is_habit start_by evaluate_by created_by_id created_at",
)
OWNER = Table(relay_log.MeasureOwner, "log_id measure_id kind person_id")
EVALUATION = Table(
    relay_log.Evaluation,
    "log_id measure_id outcome form took_part words evaluated_on recorded_by_id recorded_at",
)
LADDER = Table(relay_log.MeasureLadder, "log_id concern_id title shaped_with_child created_by_id created_at")
STEP = Table(relay_log.LadderStep, "log_id ladder_id position text state done_on")
BRIGHT_SPOT = Table(relay_log.BrightSpot, "log_id text author_id author_name author_title at")
NOTE = Table(relay_log.Note, "log_id concern_id text author_id author_name author_title at")
ENTRY = Table(
    Entry,
    "at kind event actor_id actor_name actor_title log_id child_id thing_kind thing_id reason facts",
)

REGISTER = (UNIT, PERSON, EMPLOYMENT, CHILD, RELATION)
LOGS = (
    LOG, GRANT, CONSENT, CONCERN, GOAL, FACTOR, MEASURE, OWNER, EVALUATION, LADDER, STEP, BRIGHT_SPOT, NOTE,
)  # fmt: skip
EVERY = (*REGISTER, *LOGS, ENTRY)
