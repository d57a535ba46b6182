"""One concern as three documents that people otherwise write again by hand: the school's plan, the attachment to PPT, and
text for the journal. The baton holder's alone; nothing that is not shared, and for PPT nothing that consent does not let it see.
Of a concern kept from guardians there is no plan, and the others say that it is kept.
"""

from collections.abc import Iterator
from types import SimpleNamespace

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.kernel.verdict import require
from stafett.oversight.enums import Paper
from stafett.oversight.queries.concerns import may_go_to_ppt, reachable_shared_concern
from stafett.oversight.rules.papers import may_be_taken_out
from stafett.oversight.views import content, sheet
from stafett.oversight.views.sheet import Part
from stafett.relay_log import queries as log_queries

CONCERN = {"of": reachable_shared_concern, "facts": log_queries.facts_about}


@page(Action.TAKE_OUT_CONCERN, **CONCERN)
def papers(request, concern):
    """The three as text to copy, each with its PDF."""
    told = content.concern_of(concern)
    kinds, verdicts = _open_kinds(concern, request.today), _verdicts(concern)
    shown = [
        SimpleNamespace(kind=kind, title=kind.label, text=sheet.as_text(_parts(kind, told)))
        for kind in kinds
        if verdicts[kind]
    ]
    context = {
        "concern": concern, "papers": shown, "has_ppt": Paper.PPT in kinds, "log": concern.log,
        "refused": [verdicts[kind].sentence() for kind in kinds if not verdicts[kind]],
    }  # fmt: skip
    return render(request, "oversight/papers.html", context)


@page(Action.TAKE_OUT_CONCERN, **CONCERN, limit="data_export")
def paper_file(request, concern, kind):
    """One of them as a PDF to save."""
    if kind not in _open_kinds(concern, request.today):
        raise Http404
    require(_verdicts(concern)[kind])
    parts = _parts(Paper(kind), content.concern_of(concern))
    subtitle = f"{concern.log.child.person.name} · {concern.log.municipality.name}"
    return sheet.as_pdf(
        Paper(kind).label, parts, subtitle=subtitle, name=Paper(kind).value, made_on=request.today
    )


def _open_kinds(concern, today):
    """Those there are: the attachment only while consent lets PPT see this concern."""
    return [kind for kind in Paper if kind != Paper.PPT or may_go_to_ppt(concern, today=today)]


def _verdicts(concern):
    """Whether a rule lets each of them be made."""
    return {kind: may_be_taken_out(kind, is_kept=bool(concern.kept_from_guardians)) for kind in Paper}


def _parts(kind, told) -> list[Part]:
    return sheet.filled({Paper.PLAN: _plan, Paper.PPT: _attachment, Paper.JOURNAL: _journal}[kind](told))


def _plan(told) -> Iterator[Part]:
    """The five parts of a plan under opplæringslova § 12-4."""
    measures = told["measures"]
    yield _("Hva tiltakene skal løse"), [told["title"], told["background"], *_goals(told)]
    yield _("Hvilke tiltak som er planlagt"), [each["description"] for each in measures]
    yield _("Når tiltakene skal gjennomføres"), [_dated(each, "start_by") for each in measures]
    yield _("Hvem som har ansvaret"), [f"{each['description']}: {each['owners']}" for each in measures]
    yield _("Når tiltakene skal evalueres"), [_dated(each, "evaluate_by") for each in measures]


def _attachment(told) -> Iterator[Part]:
    """What PPT asks for: what it is about, what the child and the family say, what has been tried and how it went."""
    yield from _kept(told)
    yield _("Hva det gjelder"), [told["title"], told["category"], told["background"], told["context"]]
    yield _("Barnets eget syn"), [told["child_view"], told["no_child_talk_reason"]]
    yield _("Mål"), _goals(told)
    yield (
        _("Hva holder utfordringen ved like?"),
        [f"{each['kind']}: {each['text']}" for each in told["factors"]],
    )
    yield _("Hva som er prøvd, og hvordan det gikk"), [tried(each) for each in told["measures"]]


def _journal(told) -> Iterator[Part]:
    """A few lines."""
    under_way = [each for each in told["measures"] if not each["outcome"]]
    yield from _kept(told)
    yield _("Oppmerksomhet"), [told["title"]]
    yield _("Mål"), _goals(told)
    yield _("Tiltak"), [_dated(each, "evaluate_by") for each in under_way]


def _kept(told) -> Iterator[Part]:
    """That guardians do not see it, and why: first, so that nobody hands it on unaware (L-13)."""
    if told["kept_from_guardians"]:
        yield _("Ikke vist for foresatte fordi"), [told["kept_from_guardians"]]


def _goals(told):
    return [goal["text"] for goal in told["goals"] if not goal["replaced_on"]]


def _dated(measure, name):
    return f"{measure['description']}: {measure[name]}"


def tried(measure) -> str:
    """One measure as a line: where, how it went, and the words."""
    said = ", ".join(filter(None, (measure["where"], measure["outcome"] or measure["state"])))
    words = f" {measure['words']}" if measure["words"] else ""
    return f"{measure['description']} ({said}).{words}"
