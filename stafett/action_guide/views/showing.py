"""How parts, changes and states are put to the eye: labels, texts side by side, levels with their steps."""

from types import SimpleNamespace
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES, EditionState, Group, OutcomeKind, PartKind
from stafett.action_guide.forms import FrontForm, LevelForm, StepForm
from stafett.action_guide.rules import differences
from stafett.action_guide.rules.editions import LEVELS
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


def side_by_side(compared, sources):
    """A part's changes as pieces of text to be laid side by side, with `.part`, `.title`, `.is_new` and `.rows`.

    `sources`: where images are, before and now: two functions from their key to an address.
    """
    rows = [
        _row(_label(compared.part.kind, change.name), change.before, change.after, language=change.language)
        for change in _as_in_the_form(compared)
    ]
    rows += [*_kit(compared), *_order(compared), *_images(compared, *sources)]
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


def in_work(edition_id):
    """Where the images of an edition are, before and now: those who work with it see all of them at one address."""

    def source(key):
        return reverse("guide_draft_image", args=[edition_id, key])

    return source, source


def from_file(borrowed):
    """Where the images are when a guide from a file stands beside our own."""

    def theirs(key):
        return reverse("guide_borrowed_image", args=[borrowed.pk, key])

    return in_work(borrowed.edition_id)[0], theirs


def images(part):
    """The images on a part, with their address and their words in each language."""
    source, _same = in_work(part.edition_id)
    return [SimpleNamespace(**{**each, "src": source(each["key"])}) for each in part.images]


def borrowed(compared, sources):
    """(parts that differ, with `.rows` and place; how many are the same)."""
    shown = [
        {"place": place, "title": _place_title(each.part), "shown": side_by_side(each, sources)}
        for _content, each, place in compared
        if each
    ]
    return shown, len(compared) - len(shown)


def moved_by(move):
    """What a page is asked by after a move: which step, and whether it went up or down."""
    return urlencode({"steg": f"{move['level']}/{move['step']}", "forbi": move["past"]})


def order(rows, asked):
    """Each level with its steps in order: `.before` and `.after` are their neighbours, `.moved` says where one has just gone.

    `asked`: `steg` and `forbi` of a move. `.focus`: which of its buttons one goes on with, up or down.
    """
    levels = []
    for level in LEVELS:
        found = [row for row in rows if row.level == level]
        lines = [_line(at, found, asked) for at in range(len(found))]
        levels.append(SimpleNamespace(key=level, steps=lines))
    return levels


def _line(at, rows, asked):
    row, before, after = rows[at], rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None
    line = SimpleNamespace(part=row, title=title_of(row), before=before, after=after, moved="", focus="")
    if asked.get("steg") == f"{row.level}/{row.key}":
        line.moved = _("Flyttet. Nå nummer %(number)s av %(count)s på nivå %(level)s.") % {
            "number": at + 1, "count": len(rows), "level": row.level,
        }  # fmt: skip
        went_up = after is not None and after.key == asked.get("forbi")
        line.focus = "up" if before and (went_up or not after) else "down"
    return line


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


def _order(compared):
    if compared.steps_before == compared.steps:
        return []
    before, after = ("\n".join(map(title_of, rows)) for rows in (compared.steps_before, compared.steps))
    return [_row(_("Rekkefølgen på stegene"), before, after)]


def _images(compared, before, after):
    return [
        _row(
            _("Bilde"), _words_of(change.before), _words_of(change.after),
            images=(change.before and before(change.before["key"]), change.after and after(change.after["key"])),
        )
        for change in compared.images
    ]  # fmt: skip


def _words_of(image):
    names = {"nb": _("bokmål"), "nn": _("nynorsk")}
    return (
        "\n".join(f"{image['alt'][each]} ({names[each]})" for each in LANGUAGES if each in image["alt"])
        if image
        else ""
    )


def _row(label, before, after, *, language="", images=("", "")):
    """Two texts, and the addresses of the images they tell of."""
    return SimpleNamespace(
        label=label,
        language=language,
        pieces=differences.between(before, after),
        is_new=not before,
        images=images,
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
