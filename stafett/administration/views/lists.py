"""A list as a file: chosen, looked through page by page, taken in, undone."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations
from stafett.administration.enums import LineKind, ListAbout, ListState
from stafett.administration.forms.family import NoWordsForm
from stafett.administration.forms.lists import ListForm, TakeInForm
from stafett.administration.queries import lists as queries
from stafett.administration.views import list_lines
from stafett.administration.views.units import page_number


def _shows_children(actor, row):
    """A list of children is read by somebody, and that is kept; not each time an open page asks how far it has come."""
    return row.about == ListAbout.CHILDREN and row.state not in MOVING


MOVING = (ListState.READING, ListState.TAKING_IN, ListState.UNDOING)
LIST = {"of": queries.list_reached, "read": _shows_children}


@page(Action.IMPORT_STAFF, methods=("GET", "POST"), read=False)
def staff_imports(request):
    """Choose a file; and the lists there have been."""
    form = ListForm(request.POST or None, request.FILES or None)
    added = attempt(request, form, operations.add_list)
    if added:
        return redirect("staff_import", added.pk)
    rows = [list_lines.shown_list(row) for row in queries.lists(request.actor)]
    context = {
        "form": form, "rows": rows, "columns": list_lines.column_names(), "of_children": list_lines.child_column_names(),
        "picks_up": bool(settings.LISTS_FOLDER),
    }  # fmt: skip
    return render(request, "administration/staff_imports.html", context, status=form.status)


@page(Action.IMPORT_STAFF, **LIST)
def staff_import(request, row):
    """What a list would do, kind by kind and page by page."""
    return _shown(request, row, TakeInForm())


@page(Action.IMPORT_STAFF, **LIST, methods=("POST",))
def staff_import_order(request, row):
    """Yes: carry out what was shown."""
    form = TakeInForm(request.POST)
    if attempt(request, form, operations.order_list, staff_import=row):
        return redirect("staff_import", row.pk)
    return _shown(request, row, form)


@page(Action.IMPORT_STAFF, **LIST, methods=("POST",))
def staff_import_cancelling(request, row):
    """No: forget the file."""
    form = NoWordsForm(request.POST)
    if attempt(request, form, operations.cancel_list, staff_import=row):
        messages.success(request, _("Listen er avbrutt. Ingenting er endret."))
        return redirect("staff_imports")
    return _shown(request, row, form)


@page(Action.IMPORT_STAFF, **LIST, methods=("POST",))
def staff_import_undoing(request, row):
    """Put everything back as it was."""
    form = NoWordsForm(request.POST)
    if attempt(request, form, operations.order_undoing, staff_import=row):
        return redirect("staff_import", row.pk)
    return _shown(request, row, form)


def _shown(request, row, form):
    kinds = list_lines.kinds_of(row)
    kind = request.GET.get("vis", "")
    chosen = kind if kind in LineKind.values else next((each for each, count in kinds if count), None)
    number = page_number(request)
    context = {
        "row": list_lines.shown_list(row),
        "form": form,
        "yes": form if isinstance(form, TakeInForm) else TakeInForm(),
        "quiet": NoWordsForm(),
        "kinds": kinds,
        "chosen": chosen,
        "lines": list_lines.page_of(row, chosen, page=number),
        "page": number,
        "moves": row.state in MOVING,
        "asks": list_lines.asks_about_ends(row),
    }
    return render(request, "administration/staff_import.html", context, status=getattr(form, "status", 200))
