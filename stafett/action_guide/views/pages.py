"""Pages of the guide that anybody may read: the picture, a level, a step, the whole on one page, search, and the exit.

The first four are there for former editions too (`edition` is its number), so that no address ever dies.
"""

from django.http import Http404

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.action_guide import queries
from stafett.action_guide.enums import OutcomeKind
from stafett.action_guide.views import way
from stafett.action_guide.views.picture import picture
from stafett.kernel.text import clean_line


@page(Action.READ_GUIDE, public=True, read=False)
def guide(request, place=None, edition=None):
    """The BTI picture, and the same as a list."""
    here = way.of(request, place, edition=edition)
    return way.shown(request, here, "guide.html", {"picture": picture(here.guide)})


@page(Action.READ_GUIDE, public=True, read=False)
def level(request, level, place=None, edition=None):
    """One level: what it is for, and its steps with their tools."""
    here = way.of(request, place, edition=edition)
    found = here.guide.level(level)
    return way.shown(request, here, "level.html", {"level": found})


@page(Action.READ_GUIDE, public=True, read=False)
def step(request, level, step, place=None, edition=None):
    """One step: what, how, who, tools, deadline, and where it leads. One that is hidden says where it went."""
    here = way.of(request, place, edition=edition)
    found, hidden = here.guide.step(level, step), here.guide.hidden.get((level, step))
    if hidden:
        leads_to = here.guide.step(hidden.level, hidden.step)
        context = {"hidden": hidden, "leads_to": leads_to, "level": here.guide.level(hidden.level)}
        return way.shown(request, here, "hidden_step.html", context)
    if found is None:
        raise Http404
    around = here.guide.level(level)
    context = {
        "level": around,
        "step": found,
        "next": next((each for each in around.steps if each.number == found.number + 1), None),
        "outcomes": OutcomeKind,
    }
    return way.shown(request, here, "step.html", context)


@page(Action.READ_GUIDE, public=True, read=False)
def whole(request, place=None, edition=None):
    """The whole guide on one address, to read or to print."""
    here = way.of(request, place, edition=edition, also=queries.own_numbers)
    context = {
        "picture": picture(here.guide),
        "outcomes": OutcomeKind,
        "contacts": queries.whom_to_ring(here.guide, here.also),
    }
    return way.shown(request, here, "whole.html", context)


@page(Action.READ_GUIDE, public=True, read=False, limit="search")
def search(request, place=None):
    """What the guide says about something. The question is kept nowhere."""
    here = way.of(request, place)
    asked = clean_line(request.GET.get("q", ""))[: queries.LONGEST_QUESTION]
    context = {"asked": asked, "found": queries.found(asked, here.language, here.book) if asked else []}
    return way.shown(request, here, "search.html", context, may_be_kept=False)


@page(Action.READ_GUIDE, public=True, read=False)
def way_out(request, place=None):
    """Suspicion of violence, abuse or serious neglect: the duty and the numbers, and no way into a log (L-31..L-34)."""
    here = way.of(request, place, also=queries.own_numbers).without_log()
    contacts = queries.whom_to_ring(here.guide, here.also)
    return way.shown(request, here, "way_out.html", {"contacts": contacts})


@page(Action.READ_GUIDE, public=True, read=False)
def editions(request, place=None):
    """Every edition that holds or has held, newest first, with its dates."""
    here = way.of(request, place, also=queries.readable_editions)
    return way.shown(request, here, "editions.html", {"editions": here.also or []})
