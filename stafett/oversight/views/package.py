"""A family's package: what this person may see about the child, to read, to move, and who has seen it (L-50)."""

import csv
import io
import json
import zipfile

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.kernel.cells import cell
from stafett.oversight import operations
from stafett.oversight.content import family_schema
from stafett.oversight.forms import PackageForm
from stafett.oversight.queries import package, people
from stafett.oversight.queries.readers import all_readers_of
from stafett.oversight.views import content, telling
from stafett.oversight.views.paper import paper_of
from stafett.relay_log import queries as log_queries


@page(
    Action.MAKE_ACCESS_PACKAGE, of=log_queries.reachable_log, facts=log_queries.facts_about, methods=("POST",),
    limit="data_export",
)  # fmt: skip
def own_package(request, log):
    """The reader's own package about the child, at one press."""
    return _made(request, log.child, receiver_id=request.actor.person_id, relation=log.relation)


@page(
    Action.ANSWER_ACCESS_REQUEST, of=log_queries.reachable_log, facts=log_queries.facts_about, methods=("GET", "POST"),
    step_up=True, limit="data_export",
)  # fmt: skip
def package_for_family(request, log):
    """Answer somebody in the family who has asked: the package they would have made themselves."""
    form = PackageForm(request.POST or None, family=people.family_of(log.child))
    if request.method == "POST" and form.is_valid():
        return _made(request, log.child, receiver_id=form.cleaned_data["receiver_id"])
    context = {"log": log, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "oversight/package_for_family.html", context, status=status)


def _made(request, child, *, receiver_id, relation=""):
    logs = package.logs_for(child, receiver_id=receiver_id, today=request.today)
    operations.make_package(
        actor=request.actor, child=child, receiver_id=receiver_id, relation=relation,
        logs=[log.pk for log in logs], kept=sum(log.kept for log in logs),
    )  # fmt: skip
    response = HttpResponse(_packed(logs, receiver_id, today=request.today), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="innsyn.zip"'
    return response


def _packed(logs, receiver_id, *, today) -> bytes:
    """Two files for people, one for machines with its schema, and one list for each log. No name of anybody is in a file's name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, log in enumerate(logs, start=1):
            document = content.document_of(log, today=today)
            readers = [
                telling.reader(row, viewer_id=receiver_id)
                for row in all_readers_of(log, viewer_id=receiver_id)
            ]
            shown = {"document": document, "readers": readers, "made_on": today, "lang": get_language()[:2]}
            archive.writestr(f"stafettlogg-{number}.html", render_to_string("oversight/package.html", shown))
            archive.writestr(f"stafettlogg-{number}.json", json.dumps(document, ensure_ascii=False, indent=2))
            archive.writestr(f"hvem-har-sett-{number}.csv", _list_of(readers))
            if paper := paper_of(document, language=get_language()[:2], made_on=today):
                archive.writestr(f"stafettlogg-{number}.pdf", paper)
        archive.writestr(family_schema.SCHEMA_NAME, family_schema.schema())
    return packed.getvalue()


def _list_of(readers) -> str:
    """Who has seen the log, as a list for a spreadsheet."""
    text = io.StringIO()
    line = csv.writer(text, delimiter=";")
    line.writerow(
        [_("Dag"), _("Fra"), _("Til"), _("Ganger"), _("Navn"), _("Stilling"), _("Hva"), _("Hvorfor")]
    )
    for each in readers:
        first, last = (f"{moment:%H:%M}" for moment in (each.first_at, each.last_at))
        cells = (each.day.isoformat(), first, last, each.times, each.who, each.title, each.what, each.why)
        line.writerow([cell(value) for value in cells])
    return "\ufeff" + text.getvalue()
