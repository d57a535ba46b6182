"""Writing in a draft: a part and what is said about it, its words in one language, a new step, and the order of steps."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.action_guide import operations
from stafett.action_guide.content.parts import in_order
from stafett.action_guide.enums import LANGUAGES, EditionState, PartKind
from stafett.action_guide.forms import (
    HIDDEN,
    SHOWN,
    CommentForm,
    FrontForm,
    LevelForm,
    MoveForm,
    NewStepForm,
    StepForm,
)
from stafett.action_guide.queries import work
from stafett.action_guide.rules import editions
from stafett.action_guide.rules import writing as texts
from stafett.action_guide.views import showing, way

PART = {"of": work.part, "facts": work.facts_about, "read": False, "methods": ("GET", "POST")}
FORMS = {PartKind.FRONT: FrontForm, PartKind.LEVEL: LevelForm, PartKind.STEP: StepForm}


@page(Action.READ_GUIDE_DRAFT, **PART)
def part(request, part):
    """One part: what has changed, how its longer text looks, and what the groups say about it."""
    form = CommentForm(request.POST or None)
    if attempt(request, form, operations.comment_on, part=part):
        messages.success(request, _("Kommentaren er lagret."))
        return redirect("guide_part", part.pk)
    context = {
        "part": part,
        "title": showing.title_of(part),
        "shown": showing.side_by_side(work.compared_part(part), showing.in_work(part.edition_id)),
        "images": showing.images(part),
        "more": [texts.read(part.words.get(each, {}).get("more") or "") for each in LANGUAGES],
        "way": way.bare(),
        "comments": work.comments_on(part),
        "may_comment": bool(editions.may_comment(part.edition.state)),
        "may_write": part.edition.state == EditionState.DRAFT,
        "form": form,
    }
    return render(request, "action_guide/part.html", context | showing.group_of(part), status=form.status)


@page(Action.EDIT_GUIDE, **PART)
def part_words(request, part):
    """Change a part's words in one language; when somebody else was quicker, both texts are shown."""
    language = _language(request)
    form = _form(request, part, language)
    if attempt(request, form, operations.revise_part, part=part, language=language):
        messages.success(request, _("Lagret."))
        return redirect("guide_edition", part.edition_id)
    context = {
        "part": part,
        "form": form,
        "language": language,
        "other": next(each for each in LANGUAGES if each != language),
        "title": showing.title_of(part),
        "theirs": showing.theirs(form, form.conflict and _initial(form.conflict, language)),
    }
    return render(request, "action_guide/part_form.html", context, status=form.status)


@page(Action.EDIT_GUIDE, of=work.edition, facts=work.facts_about, read=False, methods=("GET", "POST"))
def new_step(request, edition):
    """Add a step to a level."""
    form = NewStepForm(request.POST or None, steps=showing.steps(work.steps_of(edition)))
    language = _language(request)
    made = attempt(request, form, operations.add_step, edition=edition, language=language)
    if made:
        messages.success(request, _("Steget er lagt til. Skriv resten her."))
        return redirect(f"{reverse('guide_part_words', args=[made.pk])}?maal={language}")
    lead = _("Adressen lages av navnet, og endres aldri.")
    return showing.simple(request, edition, form, _("Nytt steg"), _("Legg til"), lead=lead)


@page(Action.EDIT_GUIDE, of=work.edition, facts=work.facts_about, read=False, methods=("GET", "POST"))
def order(request, edition):
    """The steps in order, each with a way up and down; after a move the page says where it went."""
    form = MoveForm(request.POST or None)
    if attempt(request, form, operations.move_step, edition=edition):
        return redirect(f"{request.path}?{showing.moved_by(form.cleaned_data)}")
    levels = showing.order(work.steps_of(edition), request.GET)
    context = {
        "edition": edition,
        "form": form,
        "levels": levels,
        "may_write": bool(editions.may_write(edition.state)),
    }
    return render(request, "action_guide/order.html", context, status=form.status)


def _form(request, part, language):
    options = {}
    if part.kind == PartKind.STEP:
        others = [each for each in work.steps_of(part.edition) if each.pk != part.pk]
        options = {"outcomes": in_order(part.outcomes), "steps": showing.steps(others)}
    if part.kind == PartKind.LEVEL:
        options = {"notices": part.notices}
    initial = {**_initial(part, language), "version": part.version}
    return FORMS[part.kind](request.POST or None, initial=initial, **options)


def _initial(part, language):
    """The form's fields as the part has them."""
    words = dict(part.words.get(language, {}))
    outcome = {f"outcome_{kind}": text for kind, text in words.pop("outcome", {}).items()}
    lines = {name: "\n".join(words.pop(name, [])) for name in ("how", "who")}
    place = {"tools": part.tools, "place": HIDDEN if part.is_hidden else SHOWN, "leads_to": part.leads_to}
    return {**words, **outcome, **lines, **place}


def _language(request):
    chosen = request.GET.get("maal")
    if chosen in LANGUAGES:
        return chosen
    return request.actor.locale if request.actor.locale in LANGUAGES else LANGUAGES[0]
