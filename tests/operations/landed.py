"""The version that is in use, as its migrations left the tables: which they are, and how they looked."""

from pathlib import Path

from django.db.migrations.loader import MigrationLoader

LIST = Path(__file__).with_name("landed.txt")


def landed():
    """(app, name) of every migration of the version in use."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(".", 1)) for line in lines if line and not line.startswith("#")]


def targets(loader):
    """The landed migrations that nothing landed builds upon, and the whole of every app that is not ours."""
    ours = set(landed())
    tops = [
        node for node in ours if not any(child.key in ours for child in loader.graph.node_map[node].children)
    ]
    apps = {app for app, _name in ours}
    foreign = [
        node for node in loader.graph.leaf_nodes() if node[0] not in apps and not _is_new_app(loader, node[0])
    ]
    return sorted(tops) + sorted(foreign)


def newer(loader):
    """The migrations of ours that have come since, in the order they are run, each with the state before it."""
    known, order = set(landed()), loader.graph._generate_plan(loader.graph.leaf_nodes(), True)
    state = loader.project_state(targets(loader))
    for node in order:
        migration = loader.graph.nodes[node]
        if node in known or not type(migration).__module__.startswith("stafett."):
            continue
        yield migration, state
        state = migration.mutate_state(state, preserve=True)


def loaded(connection=None):
    """The migrations as they stand in the code."""
    return MigrationLoader(connection, ignore_no_migrations=True)


def _is_new_app(loader, app):
    return type(next(m for (a, _n), m in loader.graph.nodes.items() if a == app)).__module__.startswith(
        "stafett."
    )
