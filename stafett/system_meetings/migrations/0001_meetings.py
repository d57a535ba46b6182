"""The tables of system meetings: the meeting and its seats, what is proposed, said, decided and evaluated."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0004_guardians_and_protection"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attendee",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=220)),
                ("service", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField()),
                ("prepared", models.CharField(blank=True, max_length=2000)),
                ("arrived_at", models.DateTimeField(blank=True, null=True)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.CharField(
                        choices=[("none", "Har ikke svart"), ("yes", "Kommer"), ("no", "Kan ikke")],
                        default="none",
                        max_length=4,
                    ),
                ),
                ("answer_words", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "møtedeltaker",
            },
        ),
        migrations.CreateModel(
            name="MeasureIdea",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                ("said_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "attendee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="system_meetings.attendee",
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
                "verbose_name": "tiltaksidé",
            },
        ),
        migrations.CreateModel(
            name="SystemMeeting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planlagt"),
                            ("under_way", "I gang"),
                            ("evaluating", "Avrundes"),
                            ("done", "Ferdig"),
                            ("cancelled", "Avlyst"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(default=90)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("video_link", models.CharField(blank=True, max_length=500)),
                ("topic", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("title", models.CharField(max_length=120)),
                ("challenge", models.CharField(blank=True, max_length=1000)),
                ("background", models.CharField(blank=True, max_length=2000)),
                ("sources", models.JSONField(default=list)),
                ("information", models.CharField(blank=True, max_length=2000)),
                ("informed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("roles", "Slik gjør vi det"),
                            ("challenge", "Utfordringen"),
                            ("questions", "Oppklarende runde"),
                            ("status_quo", "Hva er utfordringen nå?"),
                            ("factors", "Hva holder den ved like?"),
                            ("measures", "Tiltak"),
                            ("summary", "Oppsummering"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "reached",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("roles", "Slik gjør vi det"),
                            ("challenge", "Utfordringen"),
                            ("questions", "Oppklarende runde"),
                            ("status_quo", "Hva er utfordringen nå?"),
                            ("factors", "Hva holder den ved like?"),
                            ("measures", "Tiltak"),
                            ("summary", "Oppsummering"),
                        ],
                        max_length=12,
                    ),
                ),
                ("turn_minutes", models.PositiveSmallIntegerField(default=2)),
                (
                    "agreed_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same", "Den samme"),
                            ("sharpened", "Justert eller spisset"),
                            ("changed", "En annen"),
                        ],
                        max_length=10,
                    ),
                ),
                ("agreed_challenge", models.CharField(blank=True, max_length=1000)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("talk_ended_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_reason", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changes", models.PositiveIntegerField(default=1)),
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
                (
                    "presenter",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="system_meetings.attendee",
                    ),
                ),
                (
                    "track_keeper",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="system_meetings.attendee",
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
                "verbose_name": "systemmøte",
            },
        ),
        migrations.CreateModel(
            name="SystemMeasure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("informs", "En støttetjeneste informerer på et personalmøte"),
                            ("competence", "En støttetjeneste leder et kompetansetiltak"),
                            ("own", "Noe vi prøver ut selv"),
                            ("other", "Noe annet"),
                        ],
                        max_length=12,
                    ),
                ),
                ("partner_name", models.CharField(blank=True, max_length=120)),
                ("plan", models.CharField(blank=True, max_length=1000)),
                ("evaluate_on", models.DateField()),
                ("evaluator", models.CharField(max_length=220)),
                ("method", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[("trying", "Prøves ut"), ("evaluated", "Evaluert"), ("stopped", "Stoppet")],
                        default="trying",
                        max_length=10,
                    ),
                ),
                ("is_first", models.BooleanField(default=False)),
                ("decided_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "evaluator_person",
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
                    "idea",
                    models.OneToOneField(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measure",
                        to="system_meetings.measureidea",
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
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="system_meetings.systemmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "systemtiltak",
            },
        ),
        migrations.CreateModel(
            name="SystemFactor",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                ("can_influence", models.BooleanField(null=True)),
                ("chosen_at", models.DateTimeField(blank=True, null=True)),
                ("said_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "attendee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="system_meetings.attendee",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factors",
                        to="system_meetings.systemmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "opprettholdende systemfaktor",
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=500)),
                ("answer", models.CharField(blank=True, max_length=1000)),
                ("said_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "attendee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="system_meetings.attendee",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="system_meetings.systemmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppklarende spørsmål",
            },
        ),
        migrations.CreateModel(
            name="MeetingEvaluation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("worked_well", models.CharField(blank=True, max_length=1000)),
                ("could_be_better", models.CharField(blank=True, max_length=1000)),
                (
                    "kept_structure",
                    models.CharField(
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nei")], max_length=6
                    ),
                ),
                ("kept_structure_words", models.CharField(blank=True, max_length=500)),
                (
                    "was_useful",
                    models.CharField(
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nei")], max_length=6
                    ),
                ),
                ("was_useful_words", models.CharField(blank=True, max_length=500)),
                ("next_time", models.CharField(blank=True, max_length=1000)),
                ("written_at", models.DateTimeField()),
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
                (
                    "meeting",
                    models.OneToOneField(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation",
                        to="system_meetings.systemmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluering av systemmøte",
            },
        ),
        migrations.AddField(
            model_name="measureidea",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ideas",
                to="system_meetings.systemmeeting",
            ),
        ),
        migrations.AddField(
            model_name="attendee",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attendees",
                to="system_meetings.systemmeeting",
            ),
        ),
        migrations.CreateModel(
            name="SystemMinutes",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField()),
                ("why", models.CharField(blank=True, max_length=300)),
                ("written_at", models.DateTimeField()),
                ("language", models.CharField(default="nb", max_length=2)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("handed_in_at", models.DateTimeField(blank=True, null=True)),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="system_meetings.systemmeeting",
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
                "verbose_name": "referat fra systemmøte",
            },
        ),
        migrations.CreateModel(
            name="SystemMinutesPart",
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
                    "minutes",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="system_meetings.systemminutes",
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
                "verbose_name": "del av referat fra systemmøte",
            },
        ),
        migrations.CreateModel(
            name="TopicProposal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("topic", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("title", models.CharField(max_length=120)),
                ("challenge", models.CharField(max_length=1000)),
                ("sources", models.JSONField(default=list)),
                ("reported_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Venter"),
                            ("chosen", "Valgt til et møte"),
                            ("set_aside", "Lagt til side"),
                            ("withdrawn", "Trukket"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=300)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
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
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
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
                "verbose_name": "temaforslag",
            },
        ),
        migrations.AddField(
            model_name="systemmeeting",
            name="proposal",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="system_meetings.topicproposal",
            ),
        ),
        migrations.CreateModel(
            name="TrackCard",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("roles", "Slik gjør vi det"),
                            ("challenge", "Utfordringen"),
                            ("questions", "Oppklarende runde"),
                            ("status_quo", "Hva er utfordringen nå?"),
                            ("factors", "Hva holder den ved like?"),
                            ("measures", "Tiltak"),
                            ("summary", "Oppsummering"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("speaking_time", "La oss fordele taletiden"),
                            ("subject", "La oss holde oss til saken"),
                            ("time", "La oss se på tiden vi har igjen"),
                        ],
                        max_length=14,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("lowered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="track_cards",
                        to="system_meetings.systemmeeting",
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
                "verbose_name": "sporkort",
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("roles", "Slik gjør vi det"),
                            ("challenge", "Utfordringen"),
                            ("questions", "Oppklarende runde"),
                            ("status_quo", "Hva er utfordringen nå?"),
                            ("factors", "Hva holder den ved like?"),
                            ("measures", "Tiltak"),
                            ("summary", "Oppsummering"),
                        ],
                        max_length=12,
                    ),
                ),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("passed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "attendee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="turns",
                        to="system_meetings.attendee",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="turns",
                        to="system_meetings.systemmeeting",
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
                "verbose_name": "tur",
            },
        ),
        migrations.CreateModel(
            name="WordsUnderWay",
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
                    "attendee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="system_meetings.attendee",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words_under_way",
                        to="system_meetings.systemmeeting",
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
                "verbose_name": "ord underveis",
            },
        ),
        migrations.CreateModel(
            name="IdeaFactor",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
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
                    "idea",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factor_links",
                        to="system_meetings.measureidea",
                    ),
                ),
                (
                    "factor",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="system_meetings.systemfactor",
                    ),
                ),
            ],
            options={
                "verbose_name": "kobling mellom idé og faktor",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "idea", "factor"), name="one_link_per_idea_and_factor"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureEvaluation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("works", "Det virker: vi fortsetter slik"),
                            ("adjust", "Vi justerer og prøver videre"),
                            ("stop", "Vi stopper"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=2000)),
                ("took_part", models.CharField(blank=True, max_length=300)),
                ("next_on", models.DateField(blank=True, null=True)),
                ("evaluated_at", models.DateTimeField()),
                (
                    "evaluated_by",
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
                    "measure",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="system_meetings.systemmeasure",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluering av systemtiltak",
                "indexes": [
                    models.Index(fields=["municipality", "measure"], name="evaluations_of_system_measure")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_on__isnull", False), ("result", "adjust")),
                            models.Q(
                                models.Q(("result", "adjust"), _negated=True), ("next_on__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="what_is_adjusted_is_evaluated_anew",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("partner_name", models.CharField(max_length=120)),
                ("starts_at", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
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
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="system_meetings.systemmeasure",
                    ),
                ),
            ],
            options={
                "verbose_name": "avtale med støttetjeneste",
                "indexes": [models.Index(fields=["municipality", "measure"], name="follow_ups_of_measure")],
            },
        ),
        migrations.AddIndex(
            model_name="systemmeasure",
            index=models.Index(fields=["municipality", "evaluate_on"], name="system_measures_by_day"),
        ),
        migrations.AddIndex(
            model_name="systemmeasure",
            index=models.Index(fields=["municipality", "meeting"], name="measures_of_system_meeting"),
        ),
        migrations.AddConstraint(
            model_name="systemmeasure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_first", True)),
                fields=("municipality", "meeting"),
                name="one_measure_to_try_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemmeasure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "trying")),
                fields=("municipality", "meeting"),
                name="one_system_measure_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemmeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("state", "trying")),
                    models.Q(models.Q(("state", "trying"), _negated=True), ("ended_at__isnull", False)),
                    _connector="OR",
                ),
                name="ended_system_measure_has_time",
            ),
        ),
        migrations.AddIndex(
            model_name="systemfactor",
            index=models.Index(
                fields=["municipality", "meeting", "said_at"], name="factors_of_system_meeting"
            ),
        ),
        migrations.AddConstraint(
            model_name="systemfactor",
            constraint=models.CheckConstraint(
                condition=models.Q(("chosen_at__isnull", True), ("can_influence", True), _connector="OR"),
                name="chosen_factor_can_be_influenced",
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["municipality", "meeting", "said_at"], name="questions_of_meeting"),
        ),
        migrations.AddIndex(
            model_name="measureidea",
            index=models.Index(fields=["municipality", "meeting", "said_at"], name="ideas_of_meeting"),
        ),
        migrations.AddIndex(
            model_name="attendee",
            index=models.Index(fields=["municipality", "person"], name="system_meetings_of_person"),
        ),
        migrations.AddConstraint(
            model_name="attendee",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person__isnull", False), ("removed_at__isnull", True)),
                fields=("municipality", "meeting", "person"),
                name="one_seat_per_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_at__isnull", True),
                    models.Q(("arrived_at__isnull", False), ("left_at__gte", models.F("arrived_at"))),
                    _connector="OR",
                ),
                name="left_after_arriving",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemminutes",
            constraint=models.UniqueConstraint(
                fields=("municipality", "meeting", "edition"), name="one_system_minutes_per_edition"
            ),
        ),
        migrations.AddConstraint(
            model_name="systemminutespart",
            constraint=models.UniqueConstraint(
                fields=("municipality", "minutes", "position"), name="one_system_minutes_part_per_position"
            ),
        ),
        migrations.AddIndex(
            model_name="topicproposal",
            index=models.Index(fields=["municipality", "unit", "-reported_at"], name="proposals_to_unit"),
        ),
        migrations.AddIndex(
            model_name="topicproposal",
            index=models.Index(
                fields=["municipality", "proposed_by", "-reported_at"], name="system_proposals_by_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="topicproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "waiting"),
                    ("state", "withdrawn"),
                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="decided_proposal_has_decider_and_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("challenge", ""), _negated=True), name="a_proposal_has_a_challenge"
            ),
        ),
        migrations.AddIndex(
            model_name="systemmeeting",
            index=models.Index(fields=["municipality", "unit", "-starts_at"], name="system_meetings_of_unit"),
        ),
        migrations.AddConstraint(
            model_name="systemmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__range", (10, 480))),
                name="system_meeting_lasts_10_to_480_minutes",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("turn_minutes__range", (1, 10))), name="a_turn_lasts_1_to_10_minutes"
            ),
        ),
        migrations.AddConstraint(
            model_name="systemmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["planned", "cancelled"]),
                    models.Q(("opened_at__isnull", False), ("track_keeper__isnull", False)),
                    _connector="OR",
                ),
                name="begun_system_meeting_has_a_track_keeper",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_as", ""), ("agreed_at__isnull", True), ("agreed_challenge", "")),
                    models.Q(
                        models.Q(("agreed_as", ""), _negated=True),
                        models.Q(("agreed_challenge", ""), _negated=True),
                        ("agreed_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="agreed_challenge_as_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True), ("done_at__isnull", False), _connector="OR"
                ),
                name="done_system_meeting_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="trackcard",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lowered_at__isnull", True)),
                fields=("municipality", "meeting"),
                name="one_track_card_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="turn",
            index=models.Index(fields=["municipality", "meeting", "step"], name="turns_of_step"),
        ),
        migrations.AddConstraint(
            model_name="turn",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("municipality", "meeting"),
                name="one_has_the_floor_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="wordsunderway",
            constraint=models.UniqueConstraint(
                fields=("municipality", "meeting", "field"), name="one_text_under_way_per_field"
            ),
        ),
    ]
