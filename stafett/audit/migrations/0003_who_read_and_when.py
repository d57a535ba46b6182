"""The trail is also searched by child, by employee and by period. Whoever asks who has seen a log asks about the child."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only_chain")]

    operations = [
        migrations.RemoveIndex(model_name="entry", name="readers_of_log"),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["municipality", "child_id", "-number"], name="entries_about_child"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["municipality", "actor_id", "-number"], name="entries_by_actor"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["municipality", "at"], name="entries_in_time"),
        ),
    ]
