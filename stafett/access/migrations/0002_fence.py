"""The tables of this package behind the fence between municipalities (ADR 0004)."""

from django.db import migrations

from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("relay_log", "0002_fence")]

    operations = [Fence("grant")]
