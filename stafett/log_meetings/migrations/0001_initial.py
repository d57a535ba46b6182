"""Meetings, invitations, minutes and the pulse."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0004_guardians_and_protection"),
        ("relay_log", "0004_meetings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
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
                            ("first", "Første møte om en oppmerksomhet"),
                            ("follow_up", "Oppfølgingsmøte"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("in_person", "Vi møtes"), ("phone", "På telefon"), ("video", "På video")],
                        default="in_person",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planlagt"),
                            ("under_way", "Pågår"),
                            ("to_confirm", "Venter på bekreftelse"),
                            ("done", "Ferdig"),
                            ("cancelled", "Avlyst"),
                        ],
                        default="planned",
                        max_length=12,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(default=45)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("video_link", models.URLField(blank=True, max_length=500)),
                (
                    "interpreter",
                    models.CharField(
                        choices=[
                            ("not_needed", "Ingen trenger tolk"),
                            ("to_be_booked", "Tolk skal bestilles"),
                            ("booked", "Tolk er bestilt"),
                        ],
                        default="not_needed",
                        max_length=12,
                    ),
                ),
                ("interpreter_language", models.CharField(blank=True, max_length=60)),
                ("child_absent_reason", models.CharField(blank=True, max_length=300)),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("evaluation", "Hvordan har det gått?"),
                            ("concern", "Oppmerksomhet"),
                            ("analysis", "Analyse"),
                            ("goal", "Mål"),
                            ("measures", "Tiltak"),
                            ("dates", "Dato"),
                            ("summary", "Oppsummering"),
                        ],
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_reason", models.CharField(blank=True, max_length=300)),
                (
                    "chair",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "concern",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.concern",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="relay_log.relaylog",
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
                    "writer",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "møte",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("baton_holder", "Stafettholder"),
                            ("participant", "Aktør"),
                            ("external", "Ekstern aktør"),
                            ("guardian", "Foresatt"),
                            ("child", "Barnet selv"),
                            ("leader_insight", "Leder med innsyn"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("none", "Har ikke svart"), ("yes", "Kommer"), ("no", "Kan ikke")],
                        default="none",
                        max_length=4,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("was_there", models.BooleanField(null=True)),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.relaylog",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="log_meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitasjon",
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=220)),
                ("agrees", models.BooleanField()),
                ("words", models.CharField(blank=True, max_length=500)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("own_device", "På egen telefon eller maskin"),
                            ("at_the_table", "Ved bordet"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.relaylog",
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
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmations",
                        to="log_meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "bekreftelse",
            },
        ),
        migrations.CreateModel(
            name="MinutesPart",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("heading", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                (
                    "concern",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.concern",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.relaylog",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_parts",
                        to="log_meetings.meeting",
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
                "verbose_name": "del av referatet",
            },
        ),
        migrations.CreateModel(
            name="Pulse",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("heard", models.PositiveSmallIntegerField(choices=[(1, "Nei"), (2, "Litt"), (3, "Ja")])),
                ("agreed", models.PositiveSmallIntegerField(choices=[(1, "Nei"), (2, "Litt"), (3, "Ja")])),
                (
                    "knows_next",
                    models.PositiveSmallIntegerField(choices=[(1, "Nei"), (2, "Litt"), (3, "Ja")]),
                ),
                ("at", models.DateTimeField()),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.relaylog",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulses",
                        to="log_meetings.meeting",
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
            ],
            options={
                "verbose_name": "puls",
            },
        ),
        migrations.CreateModel(
            name="WorkingText",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("field", models.CharField(max_length=60)),
                ("text", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.relaylog",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_texts",
                        to="log_meetings.meeting",
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
                    "written_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "arbeidstekst",
            },
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["municipality", "log", "starts_at"], name="meetings_of_log"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__range", (10, 240))), name="meeting_lasts_10_to_240_minutes"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("interpreter", "not_needed"), ("interpreter_language", "")),
                    models.Q(
                        models.Q(("interpreter", "not_needed"), _negated=True),
                        models.Q(("interpreter_language", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="interpreter_has_a_language",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True), ("done_at__isnull", False), _connector="OR"
                ),
                name="meeting_done_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["under_way", "to_confirm"])),
                fields=("municipality", "log"),
                name="one_meeting_at_a_time_in_a_log",
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["municipality", "person"], name="invitations_of_person"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("municipality", "meeting", "person"), name="one_invitation_per_person"
            ),
        ),
        migrations.AddIndex(
            model_name="confirmation",
            index=models.Index(fields=["municipality", "meeting"], name="confirmations_of_meeting"),
        ),
        migrations.AddConstraint(
            model_name="minutespart",
            constraint=models.UniqueConstraint(
                fields=("municipality", "meeting", "position"), name="one_part_of_minutes_per_position"
            ),
        ),
        migrations.AddConstraint(
            model_name="pulse",
            constraint=models.UniqueConstraint(
                fields=("municipality", "meeting", "person"), name="one_pulse_per_person_and_meeting"
            ),
        ),
        migrations.AddConstraint(
            model_name="pulse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("agreed__range", (1, 3)), ("heard__range", (1, 3)), ("knows_next__range", (1, 3))
                ),
                name="pulse_is_three_faces",
            ),
        ),
        migrations.AddConstraint(
            model_name="workingtext",
            constraint=models.UniqueConstraint(
                fields=("municipality", "meeting", "field"), name="one_working_text_per_field"
            ),
        ),
    ]
