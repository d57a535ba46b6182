"""What a new migration may do to a table that people use: nothing that keeps them waiting, or that the former version,
which works on until it is restarted, would stumble over (ADR 0047)."""

import re

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations
from django.db.migrations.operations import base, fields
from django.db.models import NOT_PROVIDED

# One row for each municipality or unit: looking through them takes no time.
SMALL = {("register", "municipality"), ("register", "unit"), ("archive", "archivesettings")}
ONLY_WORDS = {
    "choices", "verbose_name", "help_text", "blank", "validators", "editable", "related_name", "on_delete", "default",
    "db_default", "error_messages",
}  # fmt: skip
BREAKING = (
    migrations.RemoveField, migrations.RenameField, migrations.DeleteModel, migrations.RenameModel,
    migrations.AlterModelTable, migrations.AlterUniqueTogether, migrations.AlterIndexTogether,
)  # fmt: skip

_BODY = re.compile(r"\$(\w*)\$.*?\$\1\$", re.S)
_STOPS = (
    (
        r'ALTER TABLE (?:ONLY )?"?(\w+)"?[^;]*\b(?:SET NOT NULL|TYPE \w+|DROP COLUMN|RENAME)\b',
        "changes a column",
    ),
    (r'ALTER TABLE (?:ONLY )?"?(\w+)"?[^;]*\bADD CONSTRAINT\b(?![^;]*NOT VALID)', "looks through every row"),
    (r'CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)[^;]*? ON "?(\w+)"?', "makes an index while others wait"),
    (r'UPDATE (?:ONLY )?"?(\w+)"? ', "writes every row in one go"),
    (r'(?:LOCK TABLE|CLUSTER|VACUUM FULL) "?(\w+)"?', "holds the table"),
)


def faults(operations, app, before, landed_models):
    """What is wrong with the operations of one migration, a sentence each. `before` is the state they start from."""
    state, found = before.clone(), []
    for operation in operations:
        told = _fault(operation, app, state, landed_models)
        if told:
            found.append(f"{operation.describe()}: {told}")
        operation.state_forwards(app, state)
    return found


def _fault(operation, app, state, landed_models):
    if isinstance(operation, migrations.SeparateDatabaseAndState):
        inner = [_fault(each, app, state, landed_models) for each in operation.database_operations]
        return next((told for told in inner if told), None)
    if isinstance(operation, migrations.RunSQL):
        return _fault_of_sql(operation.sql, landed_models)
    model = (app, getattr(operation, "model_name", getattr(operation, "name", "")).lower())
    if model not in landed_models or not isinstance(operation, base.Operation):
        return None
    if isinstance(operation, BREAKING):
        return "the former version still uses it; take it away one version later"
    if isinstance(operation, fields.AddField):
        return _fault_of_new(operation.field)
    if isinstance(operation, fields.AlterField):
        return _fault_of_change(state.models[model].fields[operation.name], operation.field)
    if isinstance(operation, AddIndexConcurrently) or model in SMALL:
        return None
    if isinstance(operation, migrations.AddIndex | migrations.AddConstraint):
        return "everybody waits while it looks through the table"
    return None


def _fault_of_new(field):
    if field.many_to_many or field.null or field.db_default is not NOT_PROVIDED:
        return None
    return "the former version's rows have no value for it: null=True, or db_default beside default"


def _fault_of_change(old, new):
    if type(old) is not type(new):
        return "the table is written anew"
    before, after = old.deconstruct()[3], new.deconstruct()[3]
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    if "max_length" in changed and (after.get("max_length") or 10**9) > (before.get("max_length") or 10**9):
        changed.discard("max_length")
    if after.get("null"):
        changed.discard("null")
    return (
        f"{', '.join(sorted(changed - ONLY_WORDS))} cannot change while it is in use"
        if changed - ONLY_WORDS
        else None
    )


def _fault_of_sql(sql, landed_models):
    """Functions are made, not run: what they hold does not count."""
    texts = [sql] if isinstance(sql, str) else [part[0] if isinstance(part, tuple) else part for part in sql]
    tables = {f"{app}_{name}" for app, name in landed_models - SMALL}
    for text in texts:
        for pattern, told in _STOPS:
            for match in re.finditer(pattern, _BODY.sub("", text), re.I):
                if match[1].lower() in tables:
                    return f"{match[1]}: it {told}"
    return None
