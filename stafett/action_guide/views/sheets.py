"""Sheets to fill in on one's own screen or on paper. They hold no form that can be sent, and nothing comes back here."""

from django.http import Http404

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.action_guide.content import library
from stafett.action_guide.views import way


@page(Action.READ_GUIDE, public=True, read=False)
def sheet(request, sheet, place=None):
    """One sheet. Not kept by the browser, so that Back does not show what somebody has written (S001-02)."""
    here = way.of(request, place)
    found = library.sheets(here.language).get(sheet)
    if found is None:
        raise Http404
    context = {"sheet": found, "names": " ".join(library.given_names()) if found.get("anonymous") else ""}
    return way.shown(request, here, "sheet.html", context, may_be_kept=False)
