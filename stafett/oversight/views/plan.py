"""A log as what an individuell plan asks for, so that the family need not tell everything again where the plan is written.

The parts follow forskrift om habilitering, rehabilitering og koordinator § 19. What the log does not know is left for those
who make the plan: the coordinator, and the consent that the plan itself needs (L-44, W-15).
"""

from collections.abc import Iterator

from django.shortcuts import render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.oversight.queries.plan import content_for_plan
from stafett.oversight.views import content, sheet
from stafett.oversight.views.sheet import Part
from stafett.oversight.views.three import tried
from stafett.relay_log import queries as log_queries
from stafett.relay_log.enums import ConcernState, EvaluationOption, MeasureState
from stafett.relay_log.views import presenting
from stafett.transfers.enums import CarriedKind
from stafett.transfers.views import carried

LOG = {"of": log_queries.reachable_log, "facts": log_queries.facts_about}
FILE_NAME = "individuell-plan"
_OVER = (ConcernState.ACHIEVED, ConcernState.ENDED)
_HELPS = (EvaluationOption.EFFECT_CONTINUED, EvaluationOption.EFFECT, EvaluationOption.SOME_EFFECT)


@page(Action.TAKE_OUT_LOG, **LOG)
def individual_plan(request, log):
    """The parts as text to copy, with the PDF."""
    context = {"log": log, "text": sheet.as_text(_parts(log, request.today))}
    return render(request, "oversight/individual_plan.html", context)


@page(Action.TAKE_OUT_LOG, **LOG, limit="data_export")
def individual_plan_file(request, log):
    """The same as a PDF to save."""
    return sheet.as_pdf(
        _("Til individuell plan"),
        _parts(log, request.today),
        subtitle=f"{log.child.person.name} · {log.municipality.name}",
        name=FILE_NAME,
        made_on=request.today,
    )


def _parts(log, today) -> list[Part]:
    found = content_for_plan(log, today=today)
    concerns = [(each, content.concern_of(each)) for each in found.concerns]
    people = presenting.people(found.places, log.standing, child=log.child, reader=None)
    return sheet.filled(
        [*_about_the_child(found, concerns), *_together(people, content.coordination_told(log)), *_measures(concerns), *_frame(log, people),
         *_before(found, concerns)]
    )  # fmt: skip


def _about_the_child(found, concerns) -> Iterator[Part]:
    """Goals, resources and needs (§ 19 a)."""
    open_ones = [told for concern, told in concerns if concern.state not in _OVER]
    goals = [
        f"{told['title']}: {goal['text']}"
        for told in open_ones
        for goal in told["goals"]
        if not (goal["replaced_on"] or goal["reached_on"])
    ]
    own = [_("Barnets eget mål: %(goal)s") % {"goal": goal.text} for goal in found.childs_goals]
    yield _("Mål"), [*own, *goals]
    helps = {str(option.label) for option in _HELPS}
    good = [tried(each) for _c, told in concerns for each in told["measures"] if each["outcome"] in helps]
    yield _("Ressurser og det som hjelper"), [*(spot.text for spot in found.bright_spots), *good]
    needs = [": ".join(filter(None, (told["title"], told["background"]))) for told in open_ones]
    yield _("Behov for støtte"), needs
    yield _("Barnets eget syn"), [told["child_view"] for told in open_ones]


def _together(people, around) -> Iterator[Part]:
    """Who takes part, and who coordinates (§ 19 b, c)."""
    yield (
        _("De som deltar"),
        [", ".join(filter(None, (each.name, str(each.role), each.unit))) for each in people],
    )
    holders = [each.name for each in people if each.is_holder]
    chosen = _("Fylles ut i planen. Stafettholder i loggen er %(name)s.") % {"name": ", ".join(holders)}
    yield _("Koordinator"), [chosen, *(f"{about}: {words}" for about, words in around)]


def _measures(concerns) -> Iterator[Part]:
    """What each contributes, the measures with those who answer for them, and how they are carried out (§ 19 d to g)."""
    ended = str(MeasureState.EVALUATED.label)
    going = [each for _c, told in concerns for each in told["measures"] if each["state"] != ended]
    ladders = [
        ladder for concern, told in concerns if concern.state not in _OVER for ladder in told["ladders"]
    ]
    yield _("Tiltak, og hvem som bidrar"), [f"{each['owners']}: {each['description']}" for each in going]
    done = [", ".join((each["description"], each["where"], each["type"], each["start_by"])) for each in going]
    steps = [f"{each['title']}: " + " → ".join(step["text"] for step in each["steps"]) for each in ladders]
    yield _("Slik gjennomføres tiltakene"), [*done, *steps]
    dated = [f"{each['description']}: {each['evaluate_by']}" for each in going]
    yield _("Planperiode og evaluering"), [_("Planperioden settes i planen."), *dated]


def _frame(log, people) -> Iterator[Part]:
    """Consent, and the services to work with (§ 19 h, i)."""
    until = log.standing.ends_on
    has = _("Samtykket til loggen gjelder til %(date)s.") % {"date": until.isoformat()} if until else ""
    yield _("Samtykke"), [has, _("En individuell plan trenger et eget samtykke.")]
    yield _("Samarbeid med andre"), list(dict.fromkeys(each.unit for each in people if each.unit))


def _before(found, concerns) -> Iterator[Part]:
    """What has been tried here, and before the child came here: nobody should have to try it all again (W-15)."""
    known = [tried(each) for _c, told in concerns for each in told["measures"] if each["outcome"]]
    parts = [row.content for row in found.carried if row.kind == CarriedKind.CONCERN]
    earlier = [
        f"{heading}: {each.description}. {each.words}".strip()
        for heading, group in carried.learned(parts)
        for each in group
    ]
    yield _("Hva som er prøvd, og hvordan det gikk"), known
    if earlier:
        yield _("Fra en annen kommune"), earlier
