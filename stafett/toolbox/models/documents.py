"""Documents with their versions (S003-13). They are for everybody, so they are not sealed; a version is never changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.toolbox.enums import DocumentKind, DocumentState


class Document(Tenanted):
    """One routine, form, template or link, with an owner and a day when somebody looks at it again."""

    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=DocumentKind)
    about = models.CharField(max_length=300, blank=True)
    owner = belongs_to("register.Person", related_name="+")
    review_on = models.DateField()
    state = models.CharField(max_length=10, choices=DocumentState, default=DocumentState.PUBLISHED)
    added_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)  # of the words above, so that two editors lose none

    class Meta:
        verbose_name = _("dokument")
        indexes = [
            models.Index(fields=["municipality", "owner"], name="documents_of_owner"),
            # the daily look for what is due
            models.Index(fields=["municipality", "review_on"], name="documents_by_review"),
        ]

    def __str__(self):
        return self.title


class DocumentVersion(Tenanted):
    """One version: a file, an https address, or one of our own sheets. The newest is what the document's address gives."""

    document = belongs_to(Document, related_name="versions")
    number = models.PositiveIntegerField()
    what_is_new = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)
    sheet = models.CharField(max_length=40, blank=True)  # a key of content/library.py
    content_type = models.CharField(max_length=100, blank=True)  # of the file, when there is one
    size = models.PositiveIntegerField(default=0)  # bytes
    sha256 = models.CharField(max_length=64, blank=True)
    added_by = belongs_to("register.Person", related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("utgave av dokument")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "document", "number"], name="one_version_of_each_number"
            ),
            models.CheckConstraint(
                name="a_version_is_one_thing",
                condition=Q(content_type="", sheet="") & ~Q(link="")
                | Q(content_type="", link="") & ~Q(sheet="")
                | Q(sheet="", link="") & ~Q(content_type=""),
            ),
        ]

    def __str__(self):
        return f"{self.document_id} {self.number}"


class DocumentFile(Tenanted):
    """The bytes of a version, apart from it so that lists never read them."""

    version = belongs_to(DocumentVersion, related_name="file", unique=True)
    content = models.BinaryField()

    class Meta:
        verbose_name = _("dokumentfil")

    def __str__(self):
        return str(self.version_id)
