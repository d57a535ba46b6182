"""What the base template needs on every page. No queries."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import Relation
from stafett.overview.menu import menu_of
from stafett.user_guide.views.button import help_of_page
from stafett.web.events_address import events_origin


@dataclass(frozen=True)
class MenuItem:
    """A link in the top menu."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True)
class Controller:
    """The municipality as controller, for the footer (L-58), with its page about the model and its help (S001-01)."""

    name: str
    model_alias: str
    information_url: str
    support_contact: str


_SECTIONS = {
    Relation.BATON_HOLDER: "my_logs",
    Relation.PARTICIPANT: "participating_logs",
    Relation.EXTERNAL: "participating_logs",
    Relation.GUARDIAN: "family_logs",
    Relation.CHILD: "family_logs",
    Relation.LEADER_INSIGHT: "unit_logs",
}


def frame(request):
    """Context for base.html: language, actor, municipality, menu, flashes, demo mode."""
    actor = getattr(request, "actor", None)
    known = {"municipality": _controller(actor) if actor else None}
    if log_id := getattr(getattr(request, "login", None), "handed_log_id", None):
        return _bare(request) | known | {"home_href": reverse("child_page", args=[log_id])}
    return _bare(request) | known | {
        "actor": actor,
        "menu": _menu(request, actor),
        "footer_links": _footer_links(),
        "inbox_href": reverse("inbox") if actor else None,
        "help_href": help_of_page(request),
        "home_href": reverse("start"),
        "at_the_table": False,
    }  # fmt: skip


def _bare(request):
    """What is true whoever looks. It is all there is while the screen is with a child: no name, no way elsewhere."""
    return {
        "request": request,
        "lang": (translation.get_language() or "nb")[:2],
        "actor": None,
        "menu": [],
        "footer_links": [],
        "inbox_href": None,
        "at_the_table": True,
        "demo_mode": settings.DEMO,
        "events_origin": events_origin(request),
        "flashes": [
            {"level": m.level_tag, "text": m.message, "is_tour": "tour" in m.tags}
            for m in get_messages(request)
        ],
        "page_title": "Stafett",
        "today": getattr(request, "today", None),
    }


def _controller(actor):
    return Controller(
        actor.municipality_name, actor.model_alias, actor.information_url, actor.support_contact
    )


def _footer_links():
    links = [
        {"label": _("Handlingsveileder"), "href": reverse("guide")},
        {"label": _("Verktøykassen"), "href": reverse("toolbox")},
        {"label": _("Sikkerhet"), "href": reverse("security")},
        {"label": _("Personvern"), "href": reverse("privacy_statement")},
        {"label": _("Tilgjengelighet"), "href": reverse("accessibility_statement")},
    ]
    if settings.SECURITY_CONTACT:
        links.append({"label": _("Meld fra om et sikkerhetshull"), "href": settings.SECURITY_CONTACT})
    return links


def _menu(request, actor):
    if actor is None:
        return []
    items = menu_of(actor)
    here = _section(request) or _nearest(request.path, [name for _label, name in items])
    return [MenuItem(str(label), reverse(name), current=name == here) for label, name in items]


def _section(request):
    """In a log: the list that leads to it for this person. Elsewhere None."""
    relation = getattr(getattr(request, "facts", None), "relation", None)
    return _SECTIONS.get(relation)


def _nearest(path, names):
    """The item whose address is the longest beginning of this one: one page is in one section. None when none is."""
    return max(
        (name for name in names if path.startswith(reverse(name))),
        key=lambda name: len(reverse(name)), default=None,
    )  # fmt: skip
