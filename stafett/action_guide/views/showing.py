"""How parts, changes and states are put to the eye: labels, texts side by side, levels with their steps."""

from types import SimpleNamespace

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES, EditionState, Group, OutcomeKind, PartKind
from stafett.action_guide.forms import FrontForm, LevelForm, StepForm
from stafett.action_guide.rules import differences
from stafett.action_guide.rules.parts import said

TAGS = {
    EditionState.DRAFT: "draft",
    EditionState.IN_REVIEW: "soon",
    EditionState.APPROVED: "shared",
    EditionState.PUBLISHED: "done",
    EditionState.REPLACED: "stopped",
}
_FORMS = {PartKind.FRONT: FrontForm, PartKind.LEVEL: LevelForm, PartKind.STEP: StepForm}


def title_of(part) -> str:
    """What a part is called, in the reader's language."""
    words = said(part.words, reading_language())
    if part.kind == PartKind.FRONT:
        return _("Forsiden")
    if part.kind == PartKind.LEVEL:
        return _("Nivå %(level)s: %(name)s") % {"level": part.level, "name": words["name"]}
    return str(words["title"])


def reading_language() -> str:
    """The one of the guide's languages that the page is in; bokmål for others."""
    language = translation.get_language()
    return language if language in LANGUAGES else LANGUAGES[0]


def side_by_side(compared):
    """A part's changes as pieces of text to be laid side by side, with `.part`, `.title`, `.is_new` and `.rows`."""
    rows = [
        SimpleNamespace(
            label=_label(compared.part.kind, change.name), language=change.language,
            pieces=differences.between(change.before, change.after), is_new=not change.before,
        )
        for change in _as_in_the_form(compared)
    ]  # fmt: skip
    rows += _kit(compared)
    return SimpleNamespace(
        part=compared.part, title=title_of(compared.part), is_new=compared.is_new, rows=rows
    )


def by_level(compared):
    """The parts under each level, the front first: (heading, parts with `.title`)."""
    groups = []
    for each in compared:
        if each.part.kind != PartKind.STEP:
            groups.append(SimpleNamespace(title=title_of(each.part), head=each, steps=[]))
        else:
            groups[-1].steps.append(SimpleNamespace(title=title_of(each.part), compared=each))
    return groups


def borrowed(compared):
    """(parts that differ, with `.rows` and place; how many are the same)."""
    shown = [
        {"place": place, "title": _place_title(each.part), "shown": side_by_side(each)}
        for _content, each, place in compared
        if each
    ]
    return shown, len(compared) - len(shown)


def steps(rows):
    """Steps as (level/key, level: title), to choose from."""
    return [(f"{each.level}/{each.key}", f"{each.level}: {title_of(each)}") for each in rows]


def theirs(form, stored):
    """Fields where what is stored now differs from what this person typed: label and stored text (design 4.9)."""
    if not stored:
        return []
    return [
        SimpleNamespace(label=bound.label, text=_text(bound, stored.get(bound.name)))
        for bound in form.shown_fields()
        if _plain(stored.get(bound.name)) != _plain(bound.value())
    ]


def group_of(thing):
    """Whether the reader writes and whether the reader decides, for the template."""
    return {"writes": Group.PROJECT in thing.groups, "decides": Group.STEERING in thing.groups}


def simple(request, edition, form, title, label, *, lead):
    """A page with one form about an edition."""
    context = {
        "title": title, "eyebrow": _("Utgave %(number)s") % {"number": edition.number}, "lead": lead, "form": form,
        "label": label, "back": reverse("guide_edition", args=[edition.pk]),
    }  # fmt: skip
    return render(request, "action_guide/simple_form.html", context, status=form.status)


def refused(request, form, title, route, *route_args):
    """What a press of a button got for a no, and the way back."""
    context = {"title": title, "form": form, "back": reverse(route, args=route_args)}
    return render(request, "action_guide/refused.html", context, status=form.status)


def _as_in_the_form(compared):
    order = list(_FORMS[compared.part.kind].base_fields)
    return sorted(
        compared.changes,
        key=lambda each: (
            LANGUAGES.index(each.language),
            order.index(each.name) if each.name in order else 99,
        ),
    )


def _kit(compared):
    rows = []
    if list(compared.tools_before) != list(compared.part.tools):
        before, after = _tools(compared.tools_before), _tools(compared.part.tools)
        rows.append(_row(StepForm.base_fields["tools"].label, before, after))
    if compared.moved:
        shown, hidden = _("Steget vises"), _("Steget er skjult")
        pair = (shown, hidden) if compared.part.is_hidden else (hidden, shown)
        rows.append(_row(StepForm.base_fields["place"].label, *pair))
    return rows


def _row(label, before, after):
    return SimpleNamespace(
        label=label, language="", pieces=differences.between(before, after), is_new=not before
    )


def _tools(keys):
    known = library.tools(reading_language())
    return ", ".join(known[key].title for key in keys if key in known)


def _label(kind, name):
    if name.startswith("outcome_"):
        return OutcomeKind(name.removeprefix("outcome_")).label
    return _FORMS[kind].base_fields[name].label


def _place_title(part):
    title = title_of(part)
    if part.kind == PartKind.STEP:
        return _("Nivå %(level)s: %(name)s") % {"level": part.level, "name": title}
    return title


def _plain(value):
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    return str(value if value is not None else "").replace("\r\n", "\n").strip()


def _text(bound, value):
    labels = {str(key): str(label) for key, label in getattr(bound.field, "choices", [])}
    values = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(each), str(each or "")) for each in values) or "–"
