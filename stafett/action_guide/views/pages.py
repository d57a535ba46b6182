"""Pages of the guide that anybody may read: the picture, a level, a step, the whole on one page, search, and the exit."""

from django.http import Http404

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.action_guide import queries
from stafett.action_guide.content import library
from stafett.action_guide.enums import OutcomeKind
from stafett.action_guide.views import way
from stafett.action_guide.views.picture import picture
from stafett.kernel.text import clean_line


@page(Action.READ_GUIDE, public=True, read=False)
def guide(request, place=None):
    """The BTI picture, and the same as a list."""
    here = way.of(request, place)
    return way.shown(request, here, "guide.html", {"picture": picture(library.guide(here.language))})


@page(Action.READ_GUIDE, public=True, read=False)
def level(request, level, place=None):
    """One level: what it is for, and its steps with their tools."""
    here = way.of(request, place)
    found = library.guide(here.language).level(level)
    return way.shown(request, here, "level.html", {"level": found})


@page(Action.READ_GUIDE, public=True, read=False)
def step(request, level, step, place=None):
    """One step: what, how, who, tools, deadline, and where it leads."""
    here = way.of(request, place)
    whole = library.guide(here.language)
    found = whole.step(level, step)
    if found is None:
        raise Http404
    around = whole.level(level)
    context = {
        "level": around,
        "step": found,
        "next": next((each for each in around.steps if each.number == found.number + 1), None),
        "outcomes": OutcomeKind,
    }
    return way.shown(request, here, "step.html", context)


@page(Action.READ_GUIDE, public=True, read=False)
def whole(request, place=None):
    """The whole guide on one address, to read or to print."""
    here = way.of(request, place)
    guide = library.guide(here.language)
    context = {
        "picture": picture(guide),
        "outcomes": OutcomeKind,
        "contacts": queries.contacts(guide, here.municipality_id),
    }
    return way.shown(request, here, "whole.html", context)


@page(Action.READ_GUIDE, public=True, read=False, limit="search")
def search(request, place=None):
    """What the guide says about something. The question is kept nowhere."""
    here = way.of(request, place)
    asked = clean_line(request.GET.get("q", ""))[: queries.LONGEST_QUESTION]
    context = {"asked": asked, "found": queries.found(asked, here.language) if asked else []}
    return way.shown(request, here, "search.html", context, may_be_kept=False)


@page(Action.READ_GUIDE, public=True, read=False)
def way_out(request, place=None):
    """Suspicion of violence, abuse or serious neglect: the duty and the numbers, and no way into a log (L-31..L-34)."""
    here = way.of(request, place).without_log()
    contacts = queries.contacts(library.guide(here.language), here.municipality_id)
    return way.shown(request, here, "way_out.html", {"contacts": contacts})
