"""In which language and municipality the help is read, the way back from it, and how what is for everybody is answered."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from stafett.access import policy
from stafett.register import directory
from stafett.user_guide import queries, rules
from stafett.user_guide.content import library
from stafett.user_guide.enums import LANGUAGES

KEPT_SECONDS = 300
ELSEWHERE = ("/hjelp/", "/omvisning/", "/logg-inn/")  # no way back: the help itself, and the steps of a login


@dataclass(frozen=True)
class Desk:
    """Where somebody asks for help: the place in the address, the language, and whom they can ask."""

    place: queries.Place | None
    language: str
    chosen: str
    municipality: str
    support_contact: str

    def to(self, name: str, *, maal: str = "", **route: str) -> str:
        """The address of a page of the help; place and a chosen language are kept."""
        kept = {"place": self.place.slug} if self.place else {}
        language = maal or self.chosen
        return reverse(name, kwargs={**kept, **route}) + (f"?maal={language}" if language else "")


def desk(request, place: str | None) -> Desk:
    """The desk of this request. Raises Http404 for a municipality that is not here."""
    found = queries.place_called(place) if place else None
    if place and found is None:
        raise Http404
    actor = request.actor
    chosen = request.GET.get("maal", "")
    chosen = chosen if chosen in LANGUAGES else ""
    language = chosen or (actor.locale if actor else (translation.get_language() or LANGUAGES[0])[:2])
    return Desk(
        place=found,
        language=language if language in LANGUAGES else LANGUAGES[0],
        chosen=chosen,
        municipality=found.name if found else actor.municipality_name if actor else "",
        support_contact=found.support_contact if found else actor.support_contact if actor else "",
    )


def shown(request, here: Desk, template: str, context: dict, *, language: str, topic=None):
    """A page of the help in the language its words are in. Browsers and caches keep it where it is the same for all:
    nobody is logged in, and no page is named to go back to."""
    back = rules.way_back(request.headers.get("Referer", ""), host=request.get_host(), elsewhere=ELSEWHERE)
    with translation.override(language):
        common = {
            "here": here, "language": language, "back": back or _home(request, topic),
            "own_role": rules.role_of(request.actor),
            "places": directory.municipalities() if not here.municipality else [],
        }  # fmt: skip
        response = render(request, f"user_guide/{template}", {**common, **context})
    if request.login is None and not back and settings.FLASH_COOKIE not in request.COOKIES:
        response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
        patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def page_for(actor, route: str) -> str:
    """The address of a real page, where this person may open it; else empty."""
    if not route:
        return ""
    try:
        address = reverse(route)
    except NoReverseMatch:
        return ""
    return address if policy.may(actor, resolve(address).func.action) else ""


def _home(request, topic: library.Topic | None):
    found = page_for(request.actor, topic.home) if topic else ""
    return found or reverse("start")
