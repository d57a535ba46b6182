"""The tables of this package behind the fence between municipalities (ADR 0004). Keys keep no former versions: only the day
of their last use changes, and when they end."""

from django.db import migrations

from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [("integrations", "0001_systems_and_directory"), ("register", "0002_fence")]

    operations = [
        Fence("integration", "directoryuser", "directoryplace", "directorygroup"),
        Fence("integrationkey", history=False),
    ]
