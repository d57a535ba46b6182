"""Images on the steps of a draft: added, told in words, taken away; and the images themselves, each on an address of its own."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.action_guide import operations
from stafett.action_guide.enums import LANGUAGES
from stafett.action_guide.forms import ImageForm, ImageWordsForm
from stafett.action_guide.queries import pictures, work
from stafett.action_guide.rules import images as rules
from stafett.action_guide.views import showing, way

KEPT_SECONDS = 31_536_000  # a year: another picture has another address
PART = {"of": work.part, "facts": work.facts_about, "read": False}
WRITES = {**PART, "methods": ("GET", "POST")}


@page(Action.EDIT_GUIDE, **WRITES)
def new_image(request, part):
    """Add an image to a step, with words for those who do not see it."""
    if not rules.may_hold(part.kind):
        raise Http404
    form = ImageForm(request.POST or None, request.FILES or None)
    if attempt(request, form, operations.add_image, part=part):
        messages.success(request, _("Bildet er lagt til."))
        return redirect("guide_part", part.pk)
    context = {"title": _("Legg til bilde"), "label": _("Legg til"), "form": form}
    return _form(request, part, context)


@page(Action.EDIT_GUIDE, **WRITES)
def image_words(request, part, image):
    """Change what is said of an image; when somebody else was quicker, both texts are shown."""
    shown = _on(part, image)
    initial = {**_said(shown), "version": part.version}
    form = ImageWordsForm(request.POST or None, initial=initial)
    if attempt(request, form, operations.tell_image, part=part, key=image):
        messages.success(request, _("Lagret."))
        return redirect("guide_part", part.pk)
    now = (
        next((each for each in form.conflict.images if each["key"] == image), None) if form.conflict else None
    )
    theirs = showing.theirs(form, now and _said(now))
    context = {
        "title": _("Hva viser bildet?"),
        "label": _("Lagre"),
        "form": form,
        "shown": shown,
        "theirs": theirs,
    }
    return _form(request, part, context)


@page(Action.EDIT_GUIDE, **PART, methods=("POST",))
def image_removal(request, part, image):
    """Take an image away from the draft."""
    _on(part, image)
    operations.remove_image(actor=request.actor, part=part, key=image)
    messages.success(request, _("Bildet er tatt bort. Utgaver som er publisert, har det fortsatt."))
    return redirect("guide_part", part.pk)


@page(Action.READ_GUIDE, public=True, read=False)
def image(request, image, place=None):
    """An image of an edition that everybody may read."""
    found = pictures.readable(way.municipality_of(request, place)[1], image)
    answer = _answer(found, image)
    reach = "public" if request.login is None else "private"
    answer["Cache-Control"] = f"{reach}, max-age={KEPT_SECONDS}, immutable"
    return answer


@page(Action.READ_GUIDE_DRAFT, of=work.edition, facts=work.facts_about, read=False)
def draft_image(request, edition, image):
    """An image for those who work with the guide."""
    return _answer(pictures.in_work(image), image)


@page(Action.EXCHANGE_GUIDE, of=work.borrowed, facts=work.facts_about, read=False)
def borrowed_image(request, borrowed, image):
    """An image in another municipality's guide, to look at before it is taken."""
    return _answer(pictures.in_file(borrowed.content, image), image)


def _answer(found, key):
    """The picture and nothing that could be run, whatever else its bytes might be taken for."""
    if found is None:
        raise Http404
    answer = HttpResponse(found.content, content_type=f"image/{found.kind}")
    answer["Content-Disposition"] = f'inline; filename="{key[:12]}.{found.kind}"'
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _on(part, key):
    """The image with this key on a part. Raises Http404."""
    found = next((each for each in part.images if each["key"] == key), None)
    if found is None:
        raise Http404
    return found


def _said(image):
    return {f"alt_{language}": image["alt"].get(language, "") for language in LANGUAGES}


def _form(request, part, context):
    context = {"part": part, "step": showing.title_of(part), "shown": None, "theirs": [], **context}
    return render(request, "action_guide/image_form.html", context, status=context["form"].status)
