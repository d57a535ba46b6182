"""Tables of staff lists that come as files. Their lines are gone after a month, so they keep no former versions."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0004_guardians_and_protection"),
    ]

    operations = [
        migrations.CreateModel(
            name="StaffImport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        choices=[("staff", "Ansatte"), ("children", "Barn og foresatte")],
                        default="staff",
                        max_length=10,
                    ),
                ),
                ("file_name", models.CharField(max_length=120)),
                ("file_cipher", models.BinaryField(null=True)),
                ("is_whole", models.BooleanField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Leses"),
                            ("ready", "Klar til gjennomsyn"),
                            ("faulty", "Har feil"),
                            ("unreadable", "Kan ikke leses"),
                            ("taking_in", "Tas inn"),
                            ("taken_in", "Tatt inn"),
                            ("undoing", "Angres"),
                            ("undone", "Angret"),
                            ("cancelled", "Avbrutt"),
                        ],
                        default="reading",
                        max_length=12,
                    ),
                ),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("empty", "Filen er tom."),
                            ("too_large", "Filen er for stor. Den kan være på inntil 20 MB."),
                            ("too_many_rows", "Filen har for mange rader. Den kan ha inntil 250 000."),
                            ("old_excel", "Dette er en gammel Excel-fil. Lagre den som .xlsx eller CSV."),
                            (
                                "not_a_list",
                                "Filen kan ikke leses. Lagre den som CSV eller vanlig Excel (.xlsx), uten passord.",
                            ),
                            (
                                "no_headings",
                                "Vi fant ingen overskrifter vi kjenner igjen. Den første raden skal si hva kolonnene er.",
                            ),
                            ("columns_missing", "Filen mangler kolonner."),
                        ],
                        max_length=20,
                    ),
                ),
                ("missing", models.JSONField(default=list)),
                ("counts", models.JSONField(default=dict)),
                ("standing", models.PositiveIntegerField(default=0)),
                ("checksum", models.CharField(blank=True, max_length=64)),
                ("was_shown_anew", models.BooleanField(default=False)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("kept", models.PositiveIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
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
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "ordered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "ansattliste som fil",
            },
        ),
        migrations.CreateModel(
            name="StaffImportLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("number_in_file", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fault", "Feil"),
                            ("new", "Nye"),
                            ("changed", "Endret"),
                            ("ended", "Slutter"),
                            ("unchanged", "Uendret"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=210)),
                ("unit_name", models.CharField(max_length=500)),
                ("fault", models.CharField(blank=True, max_length=20)),
                ("params", models.JSONField(default=dict)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                ("person_id", models.UUIDField(null=True)),
                ("thing_id", models.UUIDField(null=True)),
                ("unit_id", models.UUIDField(null=True)),
                ("is_new_person", models.BooleanField(default=False)),
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
                    "staff_import",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="administration.staffimport",
                    ),
                ),
            ],
            options={
                "verbose_name": "linje i ansattliste",
            },
        ),
        migrations.AddIndex(
            model_name="staffimport",
            index=models.Index(fields=["municipality", "added_at"], name="staff_imports_by_time"),
        ),
        migrations.AddConstraint(
            model_name="staffimport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["reading", "ready", "taking_in", "undoing"])),
                fields=("municipality",),
                name="one_staff_import_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="staffimportline",
            index=models.Index(
                fields=["municipality", "staff_import", "kind", "position"], name="import_lines_by_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="staffimportline",
            constraint=models.UniqueConstraint(
                fields=("municipality", "staff_import", "position"), name="one_line_of_each_position"
            ),
        ),
        Fence("staffimport", "staffimportline", history=False),
    ]
