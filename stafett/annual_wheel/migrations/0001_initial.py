"""The annual wheel: wheels, tasks, what was done, parents' meetings and calendar addresses, behind the fence (ADR 0004)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0003_who_read_and_when"), ("register", "0004_guardians_and_protection")]

    operations = [
        migrations.CreateModel(
            name="CommonTask",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "unit_kind",
                    models.CharField(
                        choices=[
                            ("kindergarten", "Barnehage"),
                            ("school", "Skole"),
                            ("health_station", "Helsestasjon"),
                            ("ppt", "PPT"),
                            ("child_welfare", "Barnevern"),
                            ("other", "Annen tjeneste"),
                            ("area", "Område"),
                            ("administration", "Kommuneadministrasjon"),
                            ("external", "Utenfor kommunen"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=80)),
                ("text", models.CharField(blank=True, max_length=600)),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("once", "Én gang, i en måned"),
                            ("monthly", "Hver måned"),
                            ("always", "Gjennom hele året"),
                        ],
                        default="once",
                        max_length=10,
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "januar"),
                            (2, "februar"),
                            (3, "mars"),
                            (4, "april"),
                            (5, "mai"),
                            (6, "juni"),
                            (7, "juli"),
                            (8, "august"),
                            (9, "september"),
                            (10, "oktober"),
                            (11, "november"),
                            (12, "desember"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("leader", "Enhetslederen"),
                            ("leader_group", "Ledergruppen"),
                            ("colleagues", "Ressursperson og ansatte"),
                        ],
                        default="leader",
                        max_length=15,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppgave for alle årshjul",
            },
        ),
        migrations.CreateModel(
            name="Wheel",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "årshjul",
            },
        ),
        migrations.CreateModel(
            name="ParentMeeting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("group_name", models.CharField(max_length=40)),
                ("held_on", models.DateField()),
                ("ticked_at", models.DateTimeField()),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "ticked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "wheel",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parent_meetings",
                        to="annual_wheel.wheel",
                    ),
                ),
            ],
            options={
                "verbose_name": "foreldremøte",
            },
        ),
        migrations.CreateModel(
            name="WheelTask",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=40)),
                ("title", models.CharField(blank=True, max_length=80)),
                ("text", models.CharField(blank=True, max_length=600)),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("once", "Én gang, i en måned"),
                            ("monthly", "Hver måned"),
                            ("always", "Gjennom hele året"),
                        ],
                        default="once",
                        max_length=10,
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "januar"),
                            (2, "februar"),
                            (3, "mars"),
                            (4, "april"),
                            (5, "mai"),
                            (6, "juni"),
                            (7, "juli"),
                            (8, "august"),
                            (9, "september"),
                            (10, "oktober"),
                            (11, "november"),
                            (12, "desember"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("leader", "Enhetslederen"),
                            ("leader_group", "Ledergruppen"),
                            ("colleagues", "Ressursperson og ansatte"),
                        ],
                        default="leader",
                        max_length=15,
                    ),
                ),
                ("put_away_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "common",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="annual_wheel.commontask",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "wheel",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="annual_wheel.wheel",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppgave i årshjulet",
            },
        ),
        migrations.CreateModel(
            name="Completion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "januar"),
                            (2, "februar"),
                            (3, "mars"),
                            (4, "april"),
                            (5, "mai"),
                            (6, "juni"),
                            (7, "juli"),
                            (8, "august"),
                            (9, "september"),
                            (10, "oktober"),
                            (11, "november"),
                            (12, "desember"),
                        ],
                        null=True,
                    ),
                ),
                ("evidence", models.CharField(blank=True, max_length=300)),
                ("link", models.CharField(blank=True, max_length=500)),
                ("note", models.CharField(blank=True, max_length=600)),
                ("done_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="completions",
                        to="annual_wheel.wheeltask",
                    ),
                ),
            ],
            options={
                "verbose_name": "gjort oppgave",
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("token_hash", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "kalenderadresse",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "token_hash"), name="calendar_address_is_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("municipality", "person", "unit"),
                        name="one_open_address_per_person_and_unit",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="commontask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("month__isnull", False), ("month__range", (1, 12)), ("rhythm", "once")),
                    models.Q(models.Q(("rhythm", "once"), _negated=True), ("month__isnull", True)),
                    _connector="OR",
                ),
                name="common_task_in_a_month_when_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="wheel",
            constraint=models.UniqueConstraint(
                fields=("municipality", "unit", "year"), name="one_wheel_per_unit_and_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="parentmeeting",
            constraint=models.UniqueConstraint(
                fields=("municipality", "wheel", "group_name"), name="one_tick_per_group_and_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="wheeltask",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("municipality", "wheel", "key"),
                name="one_of_each_starter_task",
            ),
        ),
        migrations.AddConstraint(
            model_name="wheeltask",
            constraint=models.UniqueConstraint(
                fields=("municipality", "wheel", "common"), name="one_of_each_common_task"
            ),
        ),
        migrations.AddConstraint(
            model_name="wheeltask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("month__isnull", False), ("month__range", (1, 12)), ("rhythm", "once")),
                    models.Q(models.Q(("rhythm", "once"), _negated=True), ("month__isnull", True)),
                    _connector="OR",
                ),
                name="task_in_a_month_when_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="wheeltask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title", ""), _negated=True),
                    models.Q(("key", ""), _negated=True),
                    ("common__isnull", False),
                    _connector="OR",
                ),
                name="task_has_words_from_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="completion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)),
                fields=("municipality", "task", "month"),
                name="task_is_done_once_a_month",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="completion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="undone_by_and_at_together",
            ),
        ),
        Fence("wheel", "commontask", "wheeltask", "completion", "parentmeeting", "calendarfeed"),
    ]
