"""The tables of this package behind the fence between municipalities (ADR 0004)."""

from django.db import migrations

from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [("relay_log", "0001_initial"), ("register", "0002_fence")]

    operations = [
        Fence(
            "relaylog",
            "concern",
            "goal",
            "maintainingfactor",
            "measure",
            "measureowner",
            "evaluation",
            "measureladder",
            "ladderstep",
            "brightspot",
            "note",
        )
    ]
