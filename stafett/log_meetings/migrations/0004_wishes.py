"""What the child wishes of a meeting (L-12)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence

_INSIDE = {"db_constraint": False, "db_index": False, "on_delete": django.db.models.deletion.PROTECT}
_SEATS = [
    ("door", "Nær døra"),
    ("next_to_home", "Ved siden av en hjemmefra"),
    ("next_to_trusted", "Ved siden av en voksen jeg er trygg på"),
    ("anywhere", "Det er det samme"),
]
_VOICES = [
    ("myself", "Jeg snakker selv"),
    ("home", "En hjemmefra snakker for meg"),
    ("trusted", "En voksen jeg er trygg på, snakker for meg"),
    ("read_out", "Noen leser det jeg har skrevet"),
]


class Migration(migrations.Migration):
    dependencies = [("log_meetings", "0003_meeting_mode")]

    operations = [
        migrations.CreateModel(
            name="Wish",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("people", models.JSONField(default=list)),
                ("people_words", models.CharField(blank=True, max_length=200)),
                ("seat", models.CharField(blank=True, choices=_SEATS, max_length=20)),
                ("ease", models.JSONField(default=list)),
                ("voice", models.CharField(blank=True, choices=_VOICES, max_length=10)),
                ("talk_about", models.CharField(blank=True, max_length=300)),
                ("not_about", models.CharField(blank=True, max_length=300)),
                ("written_at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField(blank=True, null=True)),
                ("log", models.ForeignKey(related_name="wishes", to="relay_log.relaylog", **_INSIDE)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                ("written_by", models.ForeignKey(related_name="+", to="register.person", **_INSIDE)),
            ],
            options={
                "verbose_name": "barnets ønske",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at__isnull", True)),
                        fields=("municipality", "log"),
                        name="one_current_wish_per_log",
                    )
                ],
            },
        ),
        Fence("wish"),
    ]
