"""A municipality's own guide: editions, their parts and comments, the groups, and guides that are borrowed (ADR 0028)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [
        ("action_guide", "0001_initial"),
        ("register", "0004_guardians_and_protection"),
    ]

    operations = [
        migrations.CreateModel(
            name="GuideEdition",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("in_review", "Hos styringsgruppen"),
                            ("approved", "Godkjent"),
                            ("published", "Gjelder nå"),
                            ("replaced", "Erstattet"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("sent_back_reason", models.TextField(blank=True)),
                ("published_on", models.DateField(null=True)),
                ("review_by", models.DateField(null=True)),
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
                    "published_by",
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
                    "sent_by",
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
                    "started_by",
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
                "verbose_name": "utgave",
            },
        ),
        migrations.CreateModel(
            name="BorrowedGuide",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("content", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "by",
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
                    "edition",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="borrowed",
                        to="action_guide.guideedition",
                    ),
                ),
            ],
            options={
                "verbose_name": "lånt veileder",
            },
        ),
        migrations.CreateModel(
            name="GuidePart",
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
                        choices=[("front", "Forsiden"), ("level", "Nivå"), ("step", "Steg")], max_length=10
                    ),
                ),
                ("level", models.CharField(blank=True, max_length=1)),
                ("key", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("words", models.JSONField(default=dict)),
                ("tools", models.JSONField(default=list)),
                ("notices", models.JSONField(default=list)),
                ("outcomes", models.JSONField(default=dict)),
                ("is_hidden", models.BooleanField(default=False)),
                ("leads_to", models.CharField(blank=True, max_length=50)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "changed_by",
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
                    "edition",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="action_guide.guideedition",
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
                "verbose_name": "del av veilederen",
            },
        ),
        migrations.CreateModel(
            name="PartComment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("text", models.TextField()),
                (
                    "by",
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
                    "part",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="action_guide.guidepart",
                    ),
                ),
            ],
            options={
                "verbose_name": "kommentar til veilederen",
            },
        ),
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[("project", "Prosjektgruppen"), ("steering", "Styringsgruppen")],
                        max_length=10,
                    ),
                ),
                ("given_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "given_by",
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
                "verbose_name": "gruppemedlem",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("municipality", "person", "group"),
                        name="one_open_place_in_a_guide_group",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="guideedition",
            constraint=models.UniqueConstraint(
                fields=("municipality", "number"), name="guide_editions_are_numbered"
            ),
        ),
        migrations.AddConstraint(
            model_name="guideedition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "in_review", "approved"))),
                fields=("municipality",),
                name="one_guide_edition_in_work",
            ),
        ),
        migrations.AddConstraint(
            model_name="guideedition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "published")),
                fields=("municipality",),
                name="one_published_guide_edition",
            ),
        ),
        migrations.AddConstraint(
            model_name="guideedition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_on__isnull", True), ("state__in", ("draft", "in_review", "approved"))
                    ),
                    models.Q(
                        ("published_on__isnull", False),
                        ("review_by__isnull", False),
                        ("state__in", ("published", "replaced")),
                    ),
                    _connector="OR",
                ),
                name="published_guide_edition_is_dated",
            ),
        ),
        migrations.AddIndex(
            model_name="borrowedguide",
            index=models.Index(fields=["municipality", "edition", "at"], name="guides_borrowed_for_edition"),
        ),
        migrations.AddConstraint(
            model_name="guidepart",
            constraint=models.UniqueConstraint(
                fields=("municipality", "edition", "kind", "level", "key"), name="a_guide_part_has_one_place"
            ),
        ),
        migrations.AddIndex(
            model_name="partcomment",
            index=models.Index(fields=["municipality", "part", "at"], name="comments_of_a_guide_part"),
        ),
        Fence("groupmember", "guideedition", "guidepart", "partcomment", "borrowedguide"),
    ]
