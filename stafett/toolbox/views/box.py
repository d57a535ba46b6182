"""Verktøykassen as everybody reads it: shelves, a document, its file, and the consent form to print."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.action_guide import queries as action_guide
from stafett.consent.content import library as consent_library
from stafett.kernel.sort_key import sort_key
from stafett.kernel.text import clean_line
from stafett.toolbox import rules
from stafett.toolbox.content import library
from stafett.toolbox.enums import DocumentKind
from stafett.toolbox.queries import documents
from stafett.toolbox.views import place as places

LONGEST_QUESTION = 100


@dataclass(frozen=True)
class Entry:
    """One line on a shelf: ours or the municipality's."""

    kind: str
    title: str
    about: str
    href: str
    is_ours: bool
    mark: str = ""  # what kind of file, or that it is a link
    leads_out: bool = False


@page(Action.READ_TOOLBOX, public=True, read=False, limit="search")
def toolbox(request, place=None):
    """Every shelf, or what answers a word. The question is kept nowhere."""
    way = places.of(request, place)
    asked = clean_line(request.GET.get("q", ""))[:LONGEST_QUESTION]
    entries = _answering(list(_entries(way)), asked) if asked else list(_entries(way))
    shelves = [(kind, [entry for entry in entries if entry.kind == kind]) for kind in DocumentKind]
    context = {
        "asked": asked,
        "shelves": [(kind, found) for kind, found in shelves if found],
        "count": len(entries),
        "languages": library.languages(),
        "has_own": any(not entry.is_ours for entry in entries),
        "sees_roll_out": places.may_here(request, way, Action.SEE_ROLL_OUT),
        "at_home": places.is_at_home(request, way) and request.actor.is_staff,
    }
    return places.shown(request, way, "toolbox.html", context, may_be_kept=not asked)


@page(Action.READ_TOOLBOX, public=True, read=False)
def document(request, document, place=None):
    """One document: what it is for, its newest version, and for employees the former ones."""
    way = places.of(request, place)
    version = _version(way, document)
    at_home = places.is_at_home(request, way)
    reads_former = at_home and bool(policy.may(request.actor, Action.READ_FORMER_VERSIONS))
    facts = documents.facts_about_document(version.document, today=request.today)
    context = {
        "document": version.document,
        "version": version,
        "ending": rules.ending_of(version.content_type).upper() if version.content_type else "",
        "own": _own(version, way),
        "versions": documents.versions_of(version.document) if reads_former else [],
        "may_care": at_home and bool(policy.may(request.actor, Action.CARE_FOR_DOCUMENT, facts)),
    }
    return places.shown(request, way, "document.html", context)


@page(Action.READ_TOOLBOX, public=True, read=False)
def document_file(request, document, place=None):
    """The newest version's file, to save: the address stays when the version changes."""
    way = places.of(request, place)
    version = _version(way, document)
    if not version.content_type:
        raise Http404
    return _file(version, documents.content_of(way.municipality_id, version))


@page(Action.READ_FORMER_VERSIONS, of=documents.former_version, read=False)
def former_version(request, version):
    """The file of any version, for employees."""
    if not version.content_type:
        raise Http404
    return _file(version, documents.content_of(request.actor.municipality_id, version))


@page(Action.READ_TOOLBOX, public=True, read=False)
def blank_consent(request, locale, place=None):
    """The consent form with open lines, to print and fill in by hand (S001-13, S003-18)."""
    way = places.of(request, place)
    if locale not in [each.code for each in library.languages()]:
        raise Http404
    filled = library.open_consent(locale, municipality=way.municipality)
    context = {"text": filled, "language": consent_library.language(locale)}
    return places.shown(request, way, "blank_consent.html", context, may_be_kept=True)


def _entries(way):
    """Ours first on each shelf, then the municipality's own by title."""
    for own in library.own(way.language):
        yield Entry(own.kind, own.title, own.about, way.to(own.route, **dict(own.names)), is_ours=True)
    if way.municipality_id:
        standing = documents.standing_in(way.municipality_id)
        for version in sorted(standing, key=lambda each: sort_key(each.document.title)):
            document = version.document
            href = way.to("toolbox_document", document=str(document.pk))
            yield Entry(
                document.kind, document.title, document.about, href, is_ours=False, mark=_mark(version),
                leads_out=bool(version.link),
            )  # fmt: skip


def _mark(version):
    if version.content_type:
        return rules.ending_of(version.content_type).upper()
    return _("Lenke") if version.link else ""


def _answering(entries, asked):
    """Those that hold the letters of each word, or that the guide's way of reading finds: the other language, and slips."""
    texts = {
        entry.href: f"{entry.title} {entry.about} {DocumentKind(entry.kind).label}".casefold()
        for entry in entries
    }
    found = action_guide.answering(texts, asked)
    words = asked.casefold().split()
    return [
        entry for entry in entries if entry.href in found or all(word in texts[entry.href] for word in words)
    ]


def _version(way, document: UUID):
    version = documents.shown(way.municipality_id, document)
    if version is None:
        raise Http404
    return version


def _own(version, way):
    """Where one of our own sheets is, with its title."""
    own = library.named(version.sheet, way.language) if version.sheet else None
    return (way.to(own.route, **dict(own.names)), own.title) if own else None


def _file(version, content):
    response = HttpResponse(content, content_type=version.content_type)
    return places.as_file(
        response, title=version.document.title, ending=rules.ending_of(version.content_type)
    )
