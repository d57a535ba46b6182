"""Pages of the analysis: the picture with its list, in the staff's own round and in the family's."""

from types import SimpleNamespace

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.kernel.ids import parse_id
from stafett.relay_log import operations
from stafett.relay_log.content import library
from stafett.relay_log.enums import AnalysisRound, ConcernState, FactorKind
from stafett.relay_log.forms.analysis import FactorForm
from stafett.relay_log.queries.analysis import factors_of, shared_factors
from stafett.relay_log.queries.page import measures_of
from stafett.relay_log.rules import analysis as rules
from stafett.relay_log.views import keeping, picture, presenting
from stafett.relay_log.views.concerns import CONCERN, OPEN, WRITES

IN_ADDRESS = {AnalysisRound.STAFF: "ansatte", AnalysisRound.FAMILY: "familien"}
FROM_ADDRESS = {word: each for each, word in IN_ADDRESS.items()}
PROMPTS = {
    AnalysisRound.STAFF: ("elephant_in_the_room", "context_not_only_the_child", "within_reach"),
    AnalysisRound.FAMILY: ("analyse_with_family", "elephant_in_the_room", "within_reach"),
}


@page(Action.VIEW_LOG, **CONCERN)
def analysis(request, concern):
    """What keeps the challenge alive, as a picture and a list, in one of the two rounds (S001-22..25)."""
    shown_round = _round(request, concern)
    seen = factors_of(concern)
    shown = seen if shown_round == AnalysisRound.STAFF else [each for each in seen if each.shared_at]
    may_write = presenting.may(request.actor, Action.WRITE_LOG, request.facts) and concern.state in OPEN
    kinds = _kinds(concern, shown, with_empty=may_write)
    context = {
        "log": concern.log, "concern": concern, "may_write": may_write,
        "sees_own": concern.log.sight.drafts, "own": [each for each in seen if each.shared_at is None],
        "is_own_round": shown_round == AnalysisRound.STAFF, "kinds": kinds, "pictures": pictures(concern, kinds),
        "rounds": _rounds(concern, shown_round), "here": _address(concern, shown_round),
        "may_share": bool(rules.may_share(concern.state, unshared=1)),
        "hints": rules.hints([each.kind for each in shown]) if may_write else [],
        "prompts": library.prompts(*PROMPTS[shown_round]) if may_write else [],
    }  # fmt: skip
    return render(request, "relay_log/analysis.html", context)


@page(Action.WRITE_LOG, **WRITES)
def new_factor(request, concern):
    """Add something that keeps the challenge alive, in the round one is in."""
    shown_round = _round(request, concern)
    options = {"shown_round": shown_round, "names": keeping.options(request, concern.log)["names"]}
    form = FactorForm(request.POST or None, initial=_asked_kind(request), **options)
    in_family_round = shown_round == AnalysisRound.FAMILY
    if attempt(
        request,
        form,
        operations.add_factor,
        log=concern.log,
        concern=concern,
        in_family_round=in_family_round,
    ):
        messages.success(request, _("Det er lagt til."))
        return redirect(_address(concern, shown_round))
    context = {
        "log": concern.log, "concern": concern, "form": form, "back": _address(concern, shown_round),
        "is_own_round": not in_family_round, "prompts": library.prompts(*PROMPTS[shown_round]),
    }  # fmt: skip
    return render(request, "relay_log/factor_form.html", context, status=form.status)


@page(Action.WRITE_LOG, **CONCERN, methods=("POST",))
def factor_removal(request, concern, factor):
    """Take something out of the analysis."""
    operations.remove_factor(actor=request.actor, log=concern.log, concern=concern, factor_id=_id(factor))
    return redirect(_address(concern, _round(request, concern)))


@page(Action.WRITE_LOG, **CONCERN, methods=("POST",))
def factor_reach(request, concern, factor):
    """Say whether we can influence something, or take it back."""
    given = {"factor_id": _id(factor), "is_within_reach": request.POST.get("is_within_reach") == "on"}
    operations.mark_factor(actor=request.actor, log=concern.log, concern=concern, **given)
    return redirect(f"{_address(concern, _round(request, concern))}#{factor}")


@page(Action.WRITE_LOG, **CONCERN, methods=("POST",))
def factor_sharing(request, concern, factor):
    """Share one thing of the staff's own round."""
    operations.share_factors(actor=request.actor, log=concern.log, concern=concern, factor_ids=[_id(factor)])
    messages.success(request, _("Det er delt. Alle som ser oppmerksomheten, ser det nå."))
    return redirect(_address(concern, AnalysisRound.STAFF))


@page(Action.WRITE_LOG, **CONCERN, methods=("POST",))
def analysis_sharing(request, concern):
    """Share all of the staff's own round, and go on in the family's."""
    operations.share_factors(actor=request.actor, log=concern.log, concern=concern)
    messages.success(request, _("Alt er delt. Nå kan dere gå videre sammen med familien."))
    return redirect(_address(concern, AnalysisRound.FAMILY))


def pictures(concern, kinds):
    """The picture in both its sizes."""
    drawn = [(each.label, each.drawn) for each in kinds]
    return SimpleNamespace(
        wide=picture.wide(concern.title, drawn), narrow=picture.narrow(concern.title, drawn)
    )


def shared_kinds(concern):
    """The same for a meeting or for paper: what all who see the concern see, by where it lies."""
    return _kinds(concern, shared_factors(concern), with_empty=False)


def _kinds(concern, factors, *, with_empty):
    """Where factors lie, in order, each with its factors and what the picture needs of them."""
    aiming = _aiming(concern)
    for factor in factors:
        factor.aiming = aiming.get(factor.pk, [])
    kinds = [_kind(kind, [each for each in factors if each.kind == kind]) for kind in FactorKind]
    return [each for each in kinds if with_empty or each.factors]


def _kind(kind, factors):
    drawn = [
        picture.Shown(
            text=each.text,
            href=f"#{each.pk}",
            is_within_reach=each.is_within_reach,
            is_own=each.shared_at is None,
            aiming=tuple((measure.description, measure.href) for measure in each.aiming),
        )
        for each in factors
    ]
    return SimpleNamespace(
        value=kind.value, label=str(kind.label), question=kind.question, factors=factors, drawn=drawn
    )


def _aiming(concern):
    """Measures that aim at a factor, by the factor's id."""
    found = {}
    for measure in measures_of(concern.log, [concern]):
        if measure.factor_id:
            measure.href = reverse("measure", args=[measure.pk])
            found.setdefault(measure.factor_id, []).append(measure)
    return found


def _round(request, concern):
    return rules.round_shown(
        concern.state,
        sees_own=concern.log.sight.drafts,
        asked=FROM_ADDRESS.get(request.GET.get("runde", ""), ""),
    )


def _rounds(concern, shown_round):
    """The two rounds as the holder walks between them; none for others, and none before the concern is shared."""
    if not concern.log.sight.drafts or concern.state == ConcernState.DRAFT:
        return []
    return [
        {"label": each.label, "href": _address(concern, each), "current": each == shown_round}
        for each in AnalysisRound
    ]


def _address(concern, shown_round):
    return f"{reverse('analysis', args=[concern.pk])}?runde={IN_ADDRESS[shown_round]}"


def _asked_kind(request):
    asked = request.GET.get("hvor", "")
    return {"kind": asked} if asked in FactorKind.values else {}


def _id(factor):
    return parse_id(str(factor))
