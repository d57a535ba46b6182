"""What concerns may be about: the municipality's own words for it (S003-31, S003-33)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration.queries.setup import municipality_of
from stafett.relay_log import operations
from stafett.relay_log.forms.categories import CategoryForm, SubcategoryForm
from stafett.relay_log.queries import categories as queries
from stafett.relay_log.rules import categories as rules

WRITE = {"methods": ("GET", "POST"), "read": False}


@page(Action.SET_UP_MUNICIPALITY, read=False)
def category_words(request):
    """The nine categories with what lies under each, by the words used here."""
    return render(request, "relay_log/category_words.html", {"listed": queries.listed()})


@page(Action.SET_UP_MUNICIPALITY, **WRITE)
def edit_category(request, category, key=""):
    """Call a category, or something under it, what it is called here; or hide it."""
    word, listed = _word(category, key), queries.listed()
    initial = {"nb": word.nb, "nn": word.nn, "hide": word.is_hidden}
    form = CategoryForm(request.POST or None, initial=initial, is_own=rules.is_own(key))
    given = {"municipality": municipality_of(request.actor), "category": category, "key": key}
    if attempt(request, form, operations.call_category, **given):
        messages.success(request, _("Ordene er lagret."))
        return redirect("category_words")
    entry = next((each for each in listed[category].under if each.key == key), listed[category])
    return _form_page(request, form, entry.label, eyebrow=listed[category].label if key else None)


@page(Action.SET_UP_MUNICIPALITY, **WRITE)
def new_subcategory(request, category):
    """Put a word under a category."""
    listed, _known = queries.listed(), _word(category, "")
    form = SubcategoryForm(request.POST or None)
    given = {"municipality": municipality_of(request.actor), "category": category}
    if attempt(request, form, operations.add_subcategory, **given):
        messages.success(request, _("Ordet er lagt til."))
        return redirect("category_words")
    return _form_page(request, form, _("Nytt ord"), eyebrow=listed[category].label)


def _word(category, key):
    word = queries.word_for(category, key) if category in queries.known() else None
    if word is None:
        raise Http404
    return word


def _form_page(request, form, title, *, eyebrow):
    context = {
        "title": title,
        "eyebrow": eyebrow or _("Hva oppmerksomheter kan gjelde"),
        "form": form,
        "back": reverse("category_words"),
    }
    return render(request, "relay_log/category_form.html", context, status=form.status)
