"""Picking services in a form: all of them where they are few, else those found by a search, without losing a word.

The search is a button of the same form (`finn`), sent by POST so that nothing typed ends up in an address.
"""

from dataclasses import dataclass

from stafett.access.forms import Choices
from stafett.kernel.text import clean_line
from stafett.register import staff

FEW = 12


@dataclass(frozen=True)
class Picked:
    """The services to show, what was searched for, and whether this request only searches."""

    units: list
    asked: str
    is_searching: bool
    is_many: bool

    @classmethod
    def for_log(cls, request, log, field="covered_unit_ids") -> "Picked":
        """Services of the municipality besides the one with the baton: few, found, or chosen already."""
        units = staff.units_besides(log.unit_id)
        asked = clean_line(request.POST.get("q", ""))[:100]
        is_many = len(units) > FEW
        chosen = {*request.POST.getlist(field), *request.GET.getlist("enhet")}
        chosen |= {str(unit) for word in log.standing.consents for unit in word.covered_unit_ids}
        shown = [each for each in units if str(each.pk) in chosen or _fits(each, asked)] if is_many else units
        return cls(shown, asked, is_searching="finn" in request.POST, is_many=is_many)


def refilled(form_class, request, *, initial, **options):
    """The form with what was typed so far, when the request only searches; else None."""
    if "finn" not in request.POST:
        return None
    form = form_class(initial=initial, **options)
    for name, field in form.fields.items():
        if name in request.POST:
            kept = request.POST.getlist(name)
            form.initial[name] = kept if isinstance(field, Choices) else kept[0]
    form.status = 200
    return form


def _fits(unit, asked):
    words = asked.lower().split()
    name = f"{unit.name} {unit.get_kind_display()}".lower()
    return bool(words) and all(word in name for word in words)
