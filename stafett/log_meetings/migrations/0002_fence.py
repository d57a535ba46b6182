"""The tables of this package behind the fence between municipalities (ADR 0004)."""

from django.db import migrations

from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [("log_meetings", "0001_initial"), ("relay_log", "0005_meetings_fence")]

    operations = [
        Fence("meeting", "invitation", "minutespart", "confirmation", "pulse"),
        Fence("workingtext", history=False),  # saved as it is typed: half a word is nothing to keep
    ]
