"""Pages of one measure: plan, change, start, evaluate."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.relay_log import operations, queries
from stafett.relay_log.content import library
from stafett.relay_log.enums import Arena, EvaluationOption, FactorKind, MeasureType, OwnerKind
from stafett.relay_log.forms.measure import EvaluateForm, MeasureForm
from stafett.relay_log.queries.analysis import factors_of
from stafett.relay_log.queries.former import former_texts
from stafett.relay_log.queries.page import grants_of
from stafett.relay_log.queries.parts import current_goal, evaluation_of, measure_parts, owners_of
from stafett.relay_log.queries.uses import bank_uses
from stafett.relay_log.rules import measures
from stafett.relay_log.rules.analysis import may_aim_at
from stafett.relay_log.rules.evaluations import effect_of
from stafett.relay_log.views import presenting
from stafett.relay_log.views.concerns import WRITES as CONCERN_WRITES

MEASURE = {"of": queries.reachable_measure, "facts": queries.facts_about}
WRITES = {**MEASURE, "methods": ("GET", "POST")}
ARENAS = {
    FactorKind.HOME: Arena.HOME,
    FactorKind.CHILD: Arena.CHILD,
}  # where a measure for it most often happens
HELP = ("what_is_a_measure", "small_steps", "duration_habit", "duration_usual", "why_home_measure")


@page(Action.WRITE_LOG, **CONCERN_WRITES)
def new_measure(request, concern):
    """Add a measure, from scratch or from the bank."""
    form = MeasureForm(
        request.POST or None,
        participants=grants_of(concern.log, today=request.today),
        factors=_choices(aims := _to_aim_at(concern)),
        initial=_defaults(request, concern, [factor for factor, _said in aims]),
    )
    if attempt(request, form, operations.add_measure, log=concern.log, concern=concern, today=request.today):
        messages.success(request, _("Tiltaket er lagt til."))
        return redirect("concern", concern.pk)
    context = {
        "log": concern.log, "concern": concern, "form": form, "bank": _bank(concern, request.today), "title": _("Nytt tiltak"),
        "aim": str(form.initial.get("factor_id", "")),
    }  # fmt: skip
    return _form_page(request, form, context)


@page(Action.WRITE_LOG, **WRITES)
def edit_measure(request, measure):
    """Change a measure that is not evaluated; when somebody else was quicker, both texts are shown."""
    form = MeasureForm(
        request.POST or None,
        participants=grants_of(measure.log, today=request.today),
        factors=_choices(_to_aim_at(measure.concern, also=measure.factor_id)),
        initial=_from_measure(measure),
    )
    done = attempt(
        request, form, operations.revise_measure, log=measure.log, measure=measure, today=request.today
    )
    if done:
        messages.success(request, _("Tiltaket er lagret."))
        return redirect("measure", measure.pk)
    context = {
        "log": measure.log,
        "concern": measure.concern,
        "form": form,
        "bank": [],
        "aim": "",
        "title": _("Endre tiltaket"),
        "measure": measure,
    }
    return _form_page(request, form, context, theirs=form.conflict and _from_measure(form.conflict))


@page(Action.VIEW_LOG, **MEASURE)
def measure(request, measure):
    """One measure, what came of it, and what it follows."""
    parts = measure_parts(measure)
    context = {
        **parts,
        "log": measure.log,
        "measure": measure,
        "shown": presenting.measure(parts["row"], today=request.today),
        "may_write": presenting.may(request.actor, Action.WRITE_LOG, request.facts),
        "hints": measures.hints(
            measure.description, start_by=measure.start_by, evaluate_by=measure.evaluate_by,
            is_at_home=measure.arena == Arena.HOME, shaped_with_guardians=measure.shaped_with_guardians,
        ),
    }  # fmt: skip
    return render(request, "relay_log/measure.html", context)


@page(Action.VIEW_LOG, **MEASURE)
def measure_history(request, measure):
    """Former wordings and dates of a measure."""
    labels = {
        name: MeasureForm.base_fields[name].label for name in ("description", "start_by", "evaluate_by")
    }
    measure_href = reverse("measure", args=[measure.pk])
    context = {
        "log": measure.log,
        "title": measure.description,
        "former": former_texts(measure, labels, shared_at=measure.concern.shared_at),
        "back": measure_href,
    }
    return render(request, "relay_log/former.html", context)


@page(Action.WRITE_LOG, **MEASURE, methods=("POST",))
def measure_start(request, measure):
    """Set an adjusted measure in motion."""
    operations.start_measure(actor=request.actor, log=measure.log, measure=measure)
    messages.success(request, _("Tiltaket er satt i gang."))
    return redirect("log", measure.log.pk)


@page(Action.WRITE_LOG, **WRITES)
def measure_discarding(request, measure):
    """Take away a planned measure, after asking once."""
    if request.method == "POST":
        operations.discard_measure(actor=request.actor, log=measure.log, measure=measure)
        messages.success(request, _("Tiltaket er tatt bort."))
        return redirect("concern", measure.concern_id)
    context = {
        "log": measure.log,
        "title": _("Ta bort tiltaket"),
        "lead": measure.description,
        "label": _("Ta bort tiltaket"),
    }
    return render(request, "relay_log/confirm.html", context)


@page(Action.EVALUATE_MEASURE, **WRITES)
def evaluation(request, measure):
    """Evaluate a measure together, once (S003-69..73)."""
    form = EvaluateForm(request.POST or None, initial={"took_part": ["baton_holder"]})
    done = attempt(
        request, form, operations.evaluate_measure, log=measure.log, measure=measure, today=request.today
    )
    if done:
        return _after_evaluation(request, measure, form.cleaned_data["option"], done)
    context = {
        "log": measure.log,
        "measure": measure,
        "form": form,
        "already": evaluation_of(measure),
        "effects": {option.value: option.result for option in EvaluationOption},
        "goal": current_goal(measure.concern),
        "prompts": library.prompts("evaluation_questions", "goal_may_be_the_problem"),
    }
    return render(request, "relay_log/evaluation.html", context, status=form.status)


def _after_evaluation(request, measure, option, done):
    """The way on that the answer leads to."""
    effect = effect_of(option)
    messages.success(request, _("Evalueringen er lagret."))
    if effect.makes_successor and getattr(done, "successor", None):
        return redirect("edit_measure", done.successor.pk)
    if effect.asks_for_new_measure:
        return redirect(f"{reverse('new_measure', args=[measure.concern_id])}?arena={measure.arena}")
    return redirect("concern", measure.concern_id)


def _form_page(request, form, context, *, theirs=None):
    context |= {
        "goal": current_goal(context["concern"]),
        "prompts": library.prompts(*HELP),
        "theirs": presenting.differences(form, theirs),
    }
    return render(request, "relay_log/measure_form.html", context, status=form.status)


def _bank(concern, today):
    """(key, words, how often it has been used or None) of what the bank and the examples suggest (ranked wish 18)."""
    uses = bank_uses(today=today)
    suggested = library.suggested_measures(concern.category)
    return [(key, library.said(item["description"]), uses.get(key)) for key, item in suggested.items()]


def _to_aim_at(concern, *, also=None):
    """(factor, what the form calls it) of what a measure of this concern may aim at; `also` is the id of what it aims at
    already, which is not said in words when it is not shared: forms stand on screens in meetings."""
    found = []
    for factor in factors_of(concern):
        if may_aim_at(concern.state, is_shared=factor.shared_at is not None):
            found.append((factor, f"{factor.get_kind_display()}: {factor.text}"))
        elif factor.pk == also:
            found.append((factor, _("Noe i de ansattes runde, som ikke er delt")))
    return found


def _choices(aims):
    return [(str(factor.pk), said) for factor, said in aims]


def _defaults(request, concern, factors):
    """Smart dates, the slot or the factor that was asked for, and what the bank suggests (S001-36..38, W-09)."""
    start_by = request.today + timedelta(days=1)
    chosen = library.suggested_measures(concern.category).get(request.GET.get("fra", ""))
    aim = next((each for each in factors if str(each.pk) == request.GET.get("faktor")), None)
    arena = request.GET.get("arena", "") or (ARENAS.get(aim.kind, Arena.SERVICE) if aim else "")
    is_habit = bool(chosen and chosen.get("habit"))
    given = {
        "arena": arena if arena in Arena.values else "",
        "start_by": start_by,
        "evaluate_by": measures.default_evaluate_by(start_by, is_habit=is_habit),
    }
    given |= {
        Arena.HOME: {"type": MeasureType.HOME, "owner_kinds": [OwnerKind.GUARDIANS]},
        Arena.CHILD: {"type": MeasureType.TRAINING, "owner_kinds": [OwnerKind.CHILD]},
        Arena.SERVICE: {"owner_kinds": [OwnerKind.BATON_HOLDER]},
    }.get(given["arena"], {})
    if aim:
        given["factor_id"] = str(aim.pk)
    if chosen:
        given |= {
            "arena": chosen["arena"],
            "type": chosen["type"],
            "owner_kinds": [chosen["owner"]],
            "description": library.said(chosen["description"]),
            "is_habit": is_habit,
        }
    return given


def _from_measure(measure):
    names = (
        "arena",
        "type",
        "description",
        "shaped_with_guardians",
        "is_habit",
        "start_by",
        "evaluate_by",
        "version",
    )
    owners = owners_of(measure)
    return {name: getattr(measure, name) for name in names} | {
        "factor_id": str(measure.factor_id or ""),
        "owner_kinds": sorted({kind for kind, _person in owners}),
        "chosen_ids": [str(person) for _kind, person in owners if person],
    }
