"""The tables of this package behind the fence between municipalities (ADR 0004).

No former versions are kept of messages and pointers: they hold no words that anybody could change.
"""

from django.db import migrations

from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [("inbox", "0001_initial")]

    operations = [Fence("message", "delivery", history=False), Fence("preference")]
