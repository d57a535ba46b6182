"""How one reads the guide: in which municipality's address, in which language, and from which log one came."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from stafett.action_guide import queries
from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES
from stafett.action_guide.rules import writing
from stafett.kernel.ids import parse_id

KEPT_SECONDS = 300
OF_AN_EDITION = (
    "guide",
    "guide_whole",
    "guide_pdf",
    "guide_level",
    "guide_step",
)  # pages that former editions have too
_BOKMAAL = re.compile(r"(?:^|[,\s])(?:nb|no)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Way:
    """The reader's way through the guide; every link keeps it. `chosen` is a language asked for by its link.

    `book` is the guide that is read, `edition` the number of a former one when it is that, `also` what else was asked for
    in the same visit to the database. `draft_id`: of the edition that is worked with, when it is that; it stands on one page.
    """

    place: str | None
    municipality: str
    municipality_id: UUID | None
    language: str
    chosen: str | None = None
    log_id: UUID | None = None
    book: queries.Book = field(default_factory=queries.starter)
    edition: str = ""
    also: Any = None
    draft_id: UUID | None = None

    @property
    def guide(self) -> library.Guide:
        """The guide in the reader's language."""
        return self.book.guide(self.language)

    def to(self, name: str, **route: str) -> str:
        """The address of a page of the guide; of one that is only a draft, where it stands on the page that shows it all."""
        if self.draft_id and name in OF_AN_EDITION:
            return "#" + "-".join(("niva", *route.values())) if route else "#"
        kept = {"maal": self.chosen, "logg": self.log_id}
        query = urlencode({key: value for key, value in kept.items() if value})
        place = {"place": self.place} if self.place else {}
        edition = {"edition": self.edition} if self.edition and name in OF_AN_EDITION else {}
        return reverse(name, kwargs={**place, **edition, **route}) + (f"?{query}" if query else "")

    def image(self, key: str) -> str:
        """The address of an image: it says nothing of who reads, so that caches need only one."""
        if self.draft_id:
            return reverse("guide_draft_image", args=[self.draft_id, key])
        return reverse("guide_image", kwargs={"image": key, **({"place": self.place} if self.place else {})})

    def out(self) -> str:
        """The address of the exit for suspicion of violence."""
        return self.without_log().to("guide_exit")

    def without_log(self) -> "Way":
        """The same way, with no log to go back to (L-32)."""
        return replace(self, log_id=None)

    def now(self) -> "Way":
        """The same way in the edition that holds now."""
        return replace(self, edition="")

    def former(self, number: int) -> str:
        """The address of the guide in an edition."""
        return replace(self, edition=str(number)).to("guide")

    def page(self, address: str) -> str:
        """Where a link in a municipality's own words leads: to a page of the guide, or out of the house."""
        inside = writing.inside(address)
        if inside is None:
            return address
        if inside.sheet:
            return self.to("guide_sheet", sheet=inside.sheet)
        if inside.step:
            return self.to("guide_step", level=inside.level, step=inside.step)
        return self.to("guide_level", level=inside.level) if inside.level else self.out()

    def other_language(self, path: str) -> str:
        """The same page in the other målform."""
        other = next(each for each in LANGUAGES if each != self.language)
        kept = {"maal": other, "logg": self.log_id}
        return f"{path}?{urlencode({key: value for key, value in kept.items() if value})}"

    def tool(self, tool: library.Tool, *, works: bool) -> str | None:
        """Where a tool is; None when it is not for this reader here, and stands as words alone. `works`: with children."""
        if tool.sheet:
            return self.to("guide_sheet", sheet=tool.sheet)
        if not works or (tool.in_log and self.log_id is None):
            return None
        return reverse(tool.route, args=[self.log_id] if tool.in_log else [])


def of(
    request, place: str | None = None, *, edition: str | None = None, also: Callable[[], Any] | None = None
) -> Way:
    """The way of this request. Raises Http404 for a municipality or an edition that is not here."""
    municipality, municipality_id = municipality_of(request, place)
    chosen = request.GET.get("maal")
    chosen = chosen if chosen in LANGUAGES else None
    book, found = queries.book_of(municipality_id, number=int(edition) if edition else None, also=also)
    if book is None:
        raise Http404
    return Way(
        place=place,
        municipality=municipality.name if municipality else _own_municipality(request),
        municipality_id=municipality_id,
        language=chosen or _language(request, municipality),
        chosen=chosen,
        log_id=parse_id(request.GET.get("logg", "")) if request.actor else None,
        book=book,
        edition=edition or "",
        also=found,
    )


def municipality_of(request, place: str | None) -> tuple[Any, UUID | None]:
    """The municipality in the address, and the id of the one whose guide is read there: the reader's own without one.

    Raises Http404 for a municipality that is not here.
    """
    municipality = queries.municipality_called(place) if place else None
    if place and municipality is None:
        raise Http404
    if municipality:
        return municipality, municipality.id
    return None, request.actor.municipality_id if request.actor else None


def of_draft(request, edition) -> Way:
    """The way through an edition that is worked with, as its readers will see it."""
    chosen = request.GET.get("maal")
    chosen = chosen if chosen in LANGUAGES else None
    return Way(
        place=None,
        municipality=request.actor.municipality_name,
        municipality_id=request.actor.municipality_id,
        language=chosen or _language(request, None),
        chosen=chosen,
        book=queries.book_in_work(edition, today=request.today),
        draft_id=edition.pk,
    )


def bare() -> Way:
    """A way that only knows the addresses, for pages about the guide that are not in it."""
    return Way(place=None, municipality="", municipality_id=None, language=LANGUAGES[0])


def shown(request, way: Way, template: str, context: dict, *, may_be_kept: bool = True):
    """The page in the guide's language. What everybody reads may be kept for a while by browsers and caches."""
    with translation.override(way.language):
        common = {"way": way, "guide": way.guide, "works": _works(request)}
        response = render(request, f"action_guide/{template}", {**common, **context})
    if may_be_kept and request.login is None and settings.FLASH_COOKIE not in request.COOKIES:
        response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
        patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def _own_municipality(request):
    """The name of the reader's own municipality, whose guide is read where the address names none."""
    return request.actor.municipality_name if request.actor else ""


def _works(request):
    return bool(request.actor and request.actor.works_with_children)


def _language(request, municipality):
    """The reader's own, else what the browser asks for, else the municipality's. The guide has no English."""
    if request.actor and request.actor.locale in LANGUAGES:
        return request.actor.locale
    if translation.get_language() == "nn":
        return "nn"
    asks_for_bokmaal = _BOKMAAL.search(request.headers.get("Accept-Language", ""))
    return municipality.locale if municipality and not asks_for_bokmaal else "nb"
