"""Slides for teaching: a list of decks, one deck to print, one slide for the wall. They work as plain pages in any window."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.courses.content import library


@page(Action.READ_COURSE_SLIDES, read=False)
def course_slides(request):
    """Every deck. In the demo also the way to practise in a whole log, since everybody there is invented (ADR 0032)."""
    context = {
        "decks": library.decks(_language(request), request.actor.model_alias),
        "is_demo": settings.DEMO,
    }
    return render(request, "courses/slides.html", context)


@page(Action.READ_COURSE_SLIDES, read=False)
def slide_deck(request, deck):
    """A whole deck on one page: to read beforehand, and to print with a slide on each sheet."""
    return render(
        request, "courses/deck.html", {"deck": _deck(request, deck), "language": _language(request)}
    )


@page(Action.READ_COURSE_SLIDES, read=False)
def slide(request, deck, number):
    """One slide in large type, with the way to the next and the former."""
    shown = _deck(request, deck)
    found = shown.slide(number)
    if found is None:
        raise Http404
    context = {
        "deck": shown, "slide": found, "count": len(shown.slides), "language": _language(request),
        "former": shown.slide(number - 1), "following": shown.slide(number + 1),
    }  # fmt: skip
    return render(request, "courses/slide.html", context)


def _language(request):
    return "nn" if request.actor.locale == "nn" else "nb"


def _deck(request, key):
    found = library.deck(key, language=_language(request), model=request.actor.model_alias)
    if found is None:
        raise Http404
    return found
