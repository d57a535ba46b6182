"""The key from a measure to the factor it aims at, behind the fence (ADR 0004)."""

from django.db import migrations

from stafett.register.tenancy import FenceKeys


class Migration(migrations.Migration):
    dependencies = [("relay_log", "0004_meetings")]

    operations = [FenceKeys("measure", "factor")]
