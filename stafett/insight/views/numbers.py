"""The municipality's numbers and one unit's, on the screen and as a table to take away: the same numbers in both."""

from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.insight import queries
from stafett.insight.views import pictures, tables
from stafett.insight.views.answering import as_file

UNIT = {"of": queries.reachable_unit, "facts": queries.facts_about_unit}


@page(Action.SEE_NUMBERS)
def municipality(request):
    """Open logs in the municipality, what they are about and how the work goes. No small number is shown."""
    numbers = queries.municipality_numbers(request.actor, today=request.today)
    context = {
        "title": _("Tall for kommunen"),
        "numbers": numbers,
        "tables": _of_municipality(request, numbers),
        "curve": pictures.curve(numbers.over_time, name=partial(tables.said, today=request.today)),
        "table_url": "numbers_table",
        "unit": None,
    }
    return render(request, "insight/numbers.html", context)


@page(Action.SEE_NUMBERS)
def municipality_table(request):
    """The same as a file for a spreadsheet."""
    numbers = queries.municipality_numbers(request.actor, today=request.today)
    return as_file(tables.as_csv(_of_municipality(request, numbers)), numbers.counted_on, "tall-for-kommunen")


@page(Action.SEE_UNIT_NUMBERS, **UNIT)
def unit(request, unit):
    """One unit's open logs and how the work goes there. No small number is shown."""
    numbers = queries.unit_numbers(request.actor, unit.pk, today=request.today)
    context = {
        "title": unit.name,
        "numbers": numbers,
        "tables": tables.of_unit(numbers),
        "curve": None,
        "table_url": "unit_numbers_table",
        "unit": unit,
    }
    return render(request, "insight/numbers.html", context)


@page(Action.SEE_UNIT_NUMBERS, **UNIT)
def unit_table(request, unit):
    """The same as a file for a spreadsheet."""
    numbers = queries.unit_numbers(request.actor, unit.pk, today=request.today)
    return as_file(tables.as_csv(tables.of_unit(numbers)), numbers.counted_on, "tall-for-enheten")


def _of_municipality(request, numbers):
    bank = tables.of_bank(queries.bank_uses(today=request.today))
    return [*tables.of_municipality(numbers, today=request.today), *bank]
