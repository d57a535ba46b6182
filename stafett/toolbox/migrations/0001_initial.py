"""The toolbox: documents with versions, services, news and the phases of the roll-out, behind the fence (ADR 0004)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0003_who_read_and_when"), ("register", "0004_guardians_and_protection")]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tool", "Verktøy og rutiner"),
                            ("form", "Skjema"),
                            ("guidance", "Veiledninger"),
                            ("model", "Om modellen"),
                            ("link", "Nyttige lenker"),
                        ],
                        max_length=10,
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=300)),
                ("review_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("published", "I verktøykassen"), ("withdrawn", "Trukket tilbake")],
                        default="published",
                        max_length=10,
                    ),
                ),
                ("added_at", models.DateTimeField()),
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
                (
                    "owner",
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
                "verbose_name": "dokument",
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("what_is_new", models.CharField(blank=True, max_length=200)),
                ("link", models.CharField(blank=True, max_length=500)),
                ("sheet", models.CharField(blank=True, max_length=40)),
                ("content_type", models.CharField(blank=True, max_length=100)),
                ("size", models.PositiveIntegerField(default=0)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("added_at", models.DateTimeField()),
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
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="toolbox.document",
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
                "verbose_name": "utgave av dokument",
            },
        ),
        migrations.CreateModel(
            name="DocumentFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("content", models.BinaryField()),
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
                    "version",
                    models.OneToOneField(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="file",
                        to="toolbox.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "dokumentfil",
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("volume", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "locale",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")], max_length=2
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("lead", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Utkast"), ("published", "Publisert")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True)),
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
                "verbose_name": "nyhetsbrev",
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("in_short", models.CharField(blank=True, max_length=300)),
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
                (
                    "issue",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="toolbox.issue",
                    ),
                ),
            ],
            options={
                "verbose_name": "sak i nyhetsbrev",
            },
        ),
        migrations.CreateModel(
            name="Phase",
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
                            ("planning", "Planlegging"),
                            ("work", "Arbeid"),
                            ("establishment", "Etablering"),
                            ("running", "Drift"),
                        ],
                        max_length=15,
                    ),
                ),
                ("now", models.CharField(max_length=600)),
                ("following", models.CharField(max_length=600)),
                ("aims_on", models.DateField(blank=True, null=True)),
                ("set_at", models.DateTimeField()),
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
                    "set_by",
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
                "verbose_name": "fase i innføringen",
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("sort_key", models.CharField(db_collation="C", max_length=240)),
                ("does", models.CharField(max_length=800)),
                ("for_whom", models.CharField(max_length=300)),
                ("contact", models.CharField(blank=True, max_length=120)),
                ("phone", models.CharField(blank=True, max_length=30)),
                ("email", models.CharField(blank=True, max_length=120)),
                ("link", models.CharField(blank=True, max_length=500)),
                ("how", models.CharField(blank=True, max_length=400)),
                ("consultation", models.CharField(blank=True, max_length=400)),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
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
                "verbose_name": "tjeneste",
            },
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["municipality", "owner"], name="documents_of_owner"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["municipality", "review_on"], name="documents_by_review"),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(
                fields=("municipality", "document", "number"), name="one_version_of_each_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("content_type", ""), ("sheet", ""), models.Q(("link", ""), _negated=True)),
                    models.Q(("content_type", ""), ("link", ""), models.Q(("sheet", ""), _negated=True)),
                    models.Q(("link", ""), ("sheet", ""), models.Q(("content_type", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_version_is_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.UniqueConstraint(
                fields=("municipality", "volume", "number", "locale"), name="one_issue_of_each_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "draft"), ("published_on__isnull", False), _connector="OR"),
                name="published_issues_have_a_date",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["municipality", "issue", "position"], name="articles_of_issue"),
        ),
        migrations.AddIndex(
            model_name="phase",
            index=models.Index(fields=["municipality", "-set_at"], name="phases_newest_first"),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["municipality", "sort_key"], name="services_in_order"),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("phone", ""), _negated=True),
                    models.Q(("email", ""), _negated=True),
                    models.Q(("link", ""), _negated=True),
                    models.Q(("how", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_service_can_be_reached",
            ),
        ),
        Fence("document", "documentversion", "documentfile", "service", "issue", "article", "phase"),
    ]
