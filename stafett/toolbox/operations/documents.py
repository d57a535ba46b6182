"""Documents and their versions (S003-13..19)."""

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.crypto import sha256_hex
from stafett.kernel.verdict import no, require
from stafett.register import staff
from stafett.toolbox import rules
from stafett.toolbox.enums import DOCUMENT_STATES, DocumentState, Event, Refusal
from stafett.toolbox.models import Document, DocumentFile, DocumentVersion


@operation(Event.DOCUMENT_ADDED)
def add_document(*, actor, title, kind, about, owner_id, review_on, file, link, sheet, today):
    """Put a document with its first version in the toolbox. Everybody can read it at once.

    `file` is (name, bytes) or None; `link` an https address; `sheet` a key of our own: one of the three. Raises Refused.
    """
    _require_looked_after(owner_id, review_on, today)
    document = Document.objects.create(
        municipality_id=actor.municipality_id,
        title=title,
        kind=kind,
        about=about,
        owner_id=owner_id,
        review_on=review_on,
        added_at=clock.now(),
    )
    _add_version(actor, document, 1, file=file, link=link, sheet=sheet)
    return document


@operation(Event.DOCUMENT_CHANGED, lock="document")
def change_document(*, actor, document, title, kind, about, owner_id, review_on, version, today):
    """Change what stands about a document, who looks after it, and when it is looked at again.

    `version` is that of the words one began from. Raises Refused, and Conflict when somebody was quicker.
    """
    require_version(document, version)
    _require_looked_after(owner_id, review_on, today)
    document.title, document.kind, document.about = title, kind, about
    document.owner_id, document.review_on = owner_id, review_on
    document.version += 1
    document.save(update_fields=["title", "kind", "about", "owner", "review_on", "version"])
    return Outcome(document, {"review_on": review_on.isoformat(), "owner": str(owner_id)})


@operation(Event.DOCUMENT_RENEWED, lock="document")
def renew_document(*, actor, document, what_is_new, review_on, file, link, sheet, today):
    """Let a new version stand at the document's address; employees read the former ones. Arguments as `add_document`.

    Raises Refused.
    """
    require(rules.may_review_on(review_on, today=today))
    newest = DocumentVersion.objects.filter(document=document).order_by("-number").first()
    version = _add_version(
        actor, document, newest.number + 1, file=file, link=link, sheet=sheet, what_is_new=what_is_new
    )
    document.review_on = review_on
    document.save(update_fields=["review_on"])
    return Outcome(document, {"number": version.number})


@operation(Event.DOCUMENT_WITHDRAWN, lock="document")
def withdraw_document(*, actor, document):
    """Take a document out of the toolbox; its address gives nothing any more. Raises Refused when it is out already."""
    return _move(document, DocumentState.WITHDRAWN)


@operation(Event.DOCUMENT_RETURNED, lock="document")
def return_document(*, actor, document):
    """Put a withdrawn document back. Raises Refused when it stands there already."""
    return _move(document, DocumentState.PUBLISHED)


def _move(document, state):
    require(rules.may_become(document.state, state, table=DOCUMENT_STATES))
    document.state = state
    document.save(update_fields=["state"])
    return document


def _require_looked_after(owner_id, review_on, today):
    if not staff.employed_among([owner_id], day=today):
        require(no(Refusal.NOT_EMPLOYED))
    require(rules.may_review_on(review_on, today=today))


def _add_version(actor, document, number, *, file, link, sheet, what_is_new=""):
    require(rules.may_keep_source(has_file=file is not None, link=link, sheet=sheet))
    content = b""
    if link:
        require(rules.may_link(link))
    if file:
        name, content = file
        require(rules.may_keep_file(name, content=content))
    version = DocumentVersion.objects.create(
        municipality_id=actor.municipality_id,
        document=document,
        number=number,
        what_is_new=what_is_new,
        link=link,
        sheet=sheet,
        content_type=rules.kind_of(content) if file else "",
        size=len(content),
        sha256=sha256_hex(content) if file else "",
        added_by_id=actor.person_id,
        added_at=clock.now(),
    )
    if file:
        DocumentFile.objects.create(municipality_id=actor.municipality_id, version=version, content=content)
    return version
