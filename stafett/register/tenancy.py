"""The fence between municipalities: base class, transaction, and the migration operation that builds the fence.

Three things hold it up: forced row-level security on every municipal table, foreign keys that carry the
municipality (a plain one accepts another municipality's row), and settings that last for one transaction only
(a session-level setting would leak through the connection pool). See ADR 0004.
"""

from contextlib import contextmanager

from django.db import connection, models, transaction
from django.db.migrations.operations.base import Operation

from stafett.kernel import clock
from stafett.kernel.ids import new_id

_SET = (
    "SELECT set_config('stafett.municipality', %s, true), set_config('stafett.actor', %s, true),"
    " set_config('stafett.request', %s, true), set_config('stafett.moment', %s, true)"
)


class Tenanted(models.Model):
    """Base of every table that belongs to one municipality. One UUID key; the fence adds (municipality, id)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(
        "register.Municipality", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


def belongs_to(to, **options):
    """A foreign key inside a municipality. The composite constraint from `Fence` replaces Django's own.

    `options` are ForeignKey's; `unique=True` makes it one to one.
    """
    kind = models.OneToOneField if options.pop("unique", False) else models.ForeignKey
    options.setdefault("on_delete", models.PROTECT)
    return kind(to, db_constraint=False, db_index=False, **options)


@contextmanager
def within(municipality_id, *, actor_id=None, request_id=None):
    """Open a transaction that sees one municipality, and nothing else.

    Args: UUIDs (or their text); `actor_id` and `request_id` name who caused a change in the row history.
    Inside another transaction the former municipality is put back on the way out.
    """
    outer = current_municipality() if connection.in_atomic_block else None
    with transaction.atomic():
        _set(municipality_id, actor_id, request_id)
        yield
        if outer is not None:
            _set(outer, None, None)


def current_municipality():
    """The municipality this transaction sees, as text; empty when none is set."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('stafett.municipality', true), '')")
        return cursor.fetchone()[0]


def _set(municipality_id, actor_id, request_id):
    with connection.cursor() as cursor:
        cursor.execute(
            _SET, [str(each or "") for each in (municipality_id, actor_id, request_id, clock.set_moment())]
        )


class Fence(Operation):
    """Migration operation: fence a table of the app it stands in.

    Adds UNIQUE (municipality, id), a composite foreign key for every key to another fenced table, forced
    row-level security with one policy, and the trigger that keeps former versions of changed rows.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, *model_names, history=True):
        self.model_names, self.history = model_names, history

    def state_forwards(self, app_label, state):
        """The fence is in the database only; Django's picture of the models is unchanged."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        tables = [to_state.apps.get_model(app_label, name) for name in self.model_names]
        for model in tables:
            schema_editor.execute(_unique_sql(model._meta.db_table))
        for model in tables:
            for statement in (*_key_sql(model), *_policy_sql(model._meta.db_table)):
                schema_editor.execute(statement)
            if self.history:
                schema_editor.execute(_history_sql(model._meta.db_table))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Nothing to undo: the fence goes with its table."""

    def describe(self):
        return f"Fence {', '.join(self.model_names)}"

    def deconstruct(self):
        return self.__class__.__qualname__, list(self.model_names), {"history": self.history}


class FenceKeys(Operation):
    """Migration operation: fence foreign keys that were added to a table after its `Fence`."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name, *field_names):
        self.model_name, self.field_names = model_name, field_names

    def state_forwards(self, app_label, state):
        """The fence is in the database only."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        for statement in _key_sql(model, only=self.field_names):
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Nothing to undo: the fence goes with its column."""

    def describe(self):
        return f"Fence {', '.join(self.field_names)} of {self.model_name}"

    def deconstruct(self):
        return self.__class__.__qualname__, [self.model_name, *self.field_names], {}


def tenant_keys(model):
    """The foreign keys of `model` that point at another municipal table, as Django fields."""
    return [
        field
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
        and any(other.name == "municipality" for other in field.related_model._meta.local_fields)
    ]


def _unique_sql(table):
    return f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_in_municipality" UNIQUE (municipality_id, id)'


def _key_sql(model, *, only=None):
    table = model._meta.db_table
    for field in tenant_keys(model):
        if only is not None and field.name not in only:
            continue
        yield (
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_{field.column}_fenced" '
            f'FOREIGN KEY (municipality_id, "{field.column}") '
            f'REFERENCES "{field.related_model._meta.db_table}" (municipality_id, id) '
            "DEFERRABLE INITIALLY DEFERRED"
        )


def _policy_sql(table):
    rule = "municipality_id = stafett_municipality()"
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
    yield f'CREATE POLICY fence ON "{table}" USING ({rule}) WITH CHECK ({rule})'


def _history_sql(table):
    return (
        f'CREATE TRIGGER keep_history AFTER UPDATE OR DELETE ON "{table}" '
        "FOR EACH ROW EXECUTE FUNCTION stafett_keep_history()"
    )
