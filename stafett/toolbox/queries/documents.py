"""Documents: what stands in the toolbox, former versions for employees, and what somebody looks after."""

from datetime import date
from uuid import UUID

from django.db.models import Max

from stafett.access.municipal_rules import DocumentFacts
from stafett.register import staff
from stafett.register.enums import EmploymentRole
from stafett.register.tenancy import within
from stafett.toolbox import rules
from stafett.toolbox.enums import DocumentState
from stafett.toolbox.models import Document, DocumentFile, DocumentVersion


def standing_in(municipality_id: UUID) -> list[DocumentVersion]:
    """The newest version of every document in a municipality's toolbox, each with its document. One question."""
    with within(municipality_id):
        return list(_newest().filter(document__state=DocumentState.PUBLISHED))


def shown(municipality_id: UUID | None, document_id: UUID) -> DocumentVersion | None:
    """The newest version of one document, with document and owner, when it stands in that toolbox; else None."""
    if municipality_id is None:
        return None
    with within(municipality_id):
        rows = _newest().select_related("document__owner")
        return rows.filter(document_id=document_id, document__state=DocumentState.PUBLISHED).first()


def content_of(municipality_id: UUID, version: DocumentVersion) -> bytes:
    """The bytes of a version's file."""
    with within(municipality_id):
        return bytes(DocumentFile.objects.get(version_id=version.pk).content)


def versions_of(document: Document) -> list[DocumentVersion]:
    """Every version, newest first, with who added it. For employees of the document's municipality."""
    return list(
        DocumentVersion.objects.filter(document=document).select_related("added_by").order_by("-number")
    )


def former_version(actor, version_id: UUID) -> DocumentVersion | None:
    """A version of a document in the actor's municipality, with its document; newest or not, withdrawn or not."""
    return DocumentVersion.objects.select_related("document").filter(pk=version_id).first()


def cared_for(actor, document_id: UUID) -> Document | None:
    """A document that the actor looks after, or any of them for the administrator."""
    return _in_care(actor).filter(pk=document_id).first()


def facts_about_document(document: Document, *, today: date) -> DocumentFacts:
    """What the policy asks of a document."""
    return DocumentFacts(owner_id=document.owner_id)


def all_in_care(actor, *, today: date) -> list[Document]:
    """What the actor looks after, soonest due first, each with `.is_due`, `.number` of its newest version and owner."""
    rows = _in_care(actor).annotate(number=Max("versions__number"))
    documents = list(rows.order_by("review_on", "title", "id"))
    for document in documents:
        document.is_due = document.state == DocumentState.PUBLISHED and rules.is_due(
            document.review_on, today=today
        )
    return documents


def caretakers(*, today: date) -> list[tuple[str, str]]:
    """(id, name and position) of those who can look after a document, by name; somebody with two posts stands once."""
    found = {}
    for post in staff.caretakers(day=today):
        found.setdefault(str(post.person_id), f"{post.person.name}, {post.position}, {post.unit.name}")
    return list(found.items())


def due(*, today: date) -> list[Document]:
    """Published documents that must be looked at again soon, or should have been."""
    rows = Document.objects.filter(state=DocumentState.PUBLISHED).order_by("review_on", "id")
    return [document for document in rows if rules.is_due(document.review_on, today=today)]


def _newest():
    rows = DocumentVersion.objects.select_related("document")
    return rows.order_by("document_id", "-number").distinct("document_id")


def _in_care(actor):
    rows = Document.objects.select_related("owner")
    is_admin = actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return rows if is_admin else rows.filter(owner_id=actor.person_id)
