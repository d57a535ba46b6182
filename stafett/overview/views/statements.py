"""What a municipality says to everybody about privacy and accessibility, and its record of processing for those who keep it."""

import csv
import io

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.kernel.cells import cell
from stafett.overview.content import accessibility, cookies, processing
from stafett.register import directory


@page(Action.READ_STATEMENTS, public=True, read=False)
def accessibility_statement(request, place=None):
    """How far the pages are for everybody, what is lacking, and whom to tell. L-70, L-71."""
    context = {
        "assessed_on": accessibility.ASSESSED_ON,
        "shortcomings": accessibility.SHORTCOMINGS,
        "tried": accessibility.TRIED,
    }
    return _shown(request, "accessibility_statement", place, context)


@page(Action.READ_STATEMENTS, public=True, read=False)
def privacy_statement(request, place=None):
    """What is known of people, why, how long, who gets it, what rights one has, and what a browser keeps."""
    context = {
        "activities": processing.ACTIVITIES,
        "cookies": cookies.COOKIES,
        "sees_record": bool(policy.may(request.actor, Action.SEE_PROCESSING_RECORD)),
    }
    return _shown(request, "privacy_statement", place, context)


@page(Action.SEE_PROCESSING_RECORD, read=False)
def processing_record(request):
    """The record of processing activities (art. 30), as far as Stafett goes."""
    context = {
        "controller": directory.controller(request.actor.municipality_id),
        "activities": processing.ACTIVITIES,
        "safeguards": processing.SAFEGUARDS,
    }
    return render(request, "overview/processing_record.html", context)


@page(Action.SEE_PROCESSING_RECORD, read=False)
def processing_record_list(request):
    """The same as a list, to take into the municipality's own record."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";")
    for row in _rows(directory.controller(request.actor.municipality_id)):
        writer.writerow([cell(each) for each in row])
    response = HttpResponse("\ufeff" + lines.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="behandlingsprotokoll.csv"'
    return response


def _shown(request, name, place, context):
    """The statement of the municipality in the address, else of one's own; without either, one chooses."""
    controller = _controller(request, place)
    places = [] if controller else directory.municipalities()
    return render(
        request,
        f"overview/{name}.html",
        {**context, "controller": controller, "places": places, "route": name},
    )


def _controller(request, place):
    if place is None:
        return directory.controller(request.actor.municipality_id) if request.actor else None
    municipality = directory.municipality_called(place)
    if municipality is None:
        raise Http404
    return directory.controller(municipality.id)


def _rows(controller):
    yield (
        _("Behandling"), _("Formål"), _("Grunnlag"), _("Hvem det gjelder"), _("Opplysninger"), _("Hvem som får dem"),
        _("Til andre land"), _("Hvor lenge"), _("Slik er de sikret"), _("Behandlingsansvarlig"), _("Personvernombud"),
    )  # fmt: skip
    safe = " ".join(str(each) for each in processing.SAFEGUARDS)
    for each in processing.ACTIVITIES:
        yield (
            each.name, each.purpose, each.ground, each.people, each.data, each.recipients, _("Nei."), each.kept, safe,
            controller.name, controller.privacy_contact,
        )  # fmt: skip
