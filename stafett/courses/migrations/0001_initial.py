"""Courses: the days, who is signed up, and how long training lasts, behind the fence (ADR 0004)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0003_who_read_and_when"), ("register", "0004_guardians_and_protection")]

    operations = [
        migrations.CreateModel(
            name="CourseDay",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("half_day", "Halvdagskurs"),
                            ("interdisciplinary", "Tverrfaglig halvdag"),
                            ("full_staff", "Kursdag for alle ansatte"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField()),
                ("place", models.CharField(max_length=200)),
                ("about", models.TextField(blank=True)),
                ("places", models.PositiveSmallIntegerField()),
                ("sign_up_by", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Åpen"), ("cancelled", "Avlyst")], default="open", max_length=10
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "leader",
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
            ],
            options={
                "verbose_name": "kursdag",
            },
        ),
        migrations.CreateModel(
            name="SignUp",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("signed_up", "Påmeldt"),
                            ("waiting", "På venteliste"),
                            ("withdrawn", "Meldt av"),
                            ("attended", "Var med"),
                            ("absent", "Var ikke med"),
                        ],
                        max_length=10,
                    ),
                ),
                ("signed_up_at", models.DateTimeField()),
                (
                    "course",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_ups",
                        to="courses.courseday",
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
                    "signed_up_by",
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
                "verbose_name": "påmelding",
            },
        ),
        migrations.CreateModel(
            name="TrainingRoutine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("refresh_years", models.PositiveSmallIntegerField()),
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
                "verbose_name": "opplæringsrutine",
            },
        ),
        migrations.AddIndex(
            model_name="courseday",
            index=models.Index(fields=["municipality", "starts_at"], name="course_days_in_order"),
        ),
        migrations.AddConstraint(
            model_name="courseday",
            constraint=models.CheckConstraint(
                condition=models.Q(("places__range", (1, 500))), name="a_course_day_has_places"
            ),
        ),
        migrations.AddIndex(
            model_name="signup",
            index=models.Index(fields=["municipality", "person"], name="sign_ups_of_person"),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.UniqueConstraint(
                fields=("municipality", "course", "number"), name="one_sign_up_of_each_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "withdrawn"), _negated=True),
                fields=("municipality", "course", "person"),
                name="one_place_for_each_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingroutine",
            constraint=models.UniqueConstraint(fields=("municipality",), name="one_training_routine"),
        ),
        migrations.AddConstraint(
            model_name="trainingroutine",
            constraint=models.CheckConstraint(
                condition=models.Q(("refresh_years__range", (1, 10))), name="training_lasts_one_to_ten_years"
            ),
        ),
        Fence("courseday", "signup", "trainingroutine"),
    ]
