"""How a staff list and its lines are shown: what happens now in plain words, each difference, each fault by row."""

from datetime import date

from django.utils.translation import gettext as _

from stafett.administration import rules
from stafett.administration.content import child_columns, columns
from stafett.administration.enums import Fault, LineKind, ListAbout, ListState, Note, Unreadable
from stafett.administration.queries import lists as queries
from stafett.administration.rules.children import GUARDIAN_OF
from stafett.register.enums import EmploymentRole

TAGS = {
    ListState.READING: "active",
    ListState.READY: "soon",
    ListState.FAULTY: "overdue",
    ListState.UNREADABLE: "overdue",
    ListState.TAKING_IN: "active",
    ListState.TAKEN_IN: "done",
    ListState.UNDOING: "active",
    ListState.UNDONE: "stopped",
    ListState.CANCELLED: "stopped",
}


def shown_list(row):
    """The list with `.tag`, and `.trouble` when it could not be read."""
    row.tag = (TAGS[row.state], row.get_state_display())
    row.trouble = Unreadable(row.problem).label if row.problem else ""
    names = child_column_names() if row.about == ListAbout.CHILDREN else column_names()
    row.missing_names = [names[field] for field in row.missing]
    row.told = _told(row)
    return row


def kinds_of(row):
    """(kind, how many lines) for every kind, in the order they are shown."""
    return [(kind, row.counts.get(kind.value, 0)) for kind in LineKind]


def page_of(row, kind, *, page):
    """One page of lines, each with `.said` and `.differences`; None when there is no kind to show."""
    if kind is None or row.state == ListState.READING:
        return None
    found = queries.lines(row, kind, page=page)
    for line in found.rows:
        line.said = str(_SAID[line.fault]) % line.params if line.fault else ""
        line.differences = _differences(line)
    return found


def asks_about_ends(row):
    """How many end, when so many do that the reader is asked about just that; else 0."""
    ending = row.counts.get(LineKind.ENDED.value, 0)
    return ending if rules.must_confirm_ends(ending=ending, standing=row.standing) else 0


def column_names():
    """Each column a list may have, as it is named to people."""
    return {
        columns.NUMBER: _("Fødselsnummer"),
        columns.GIVEN: _("Fornavn"),
        columns.FAMILY: _("Etternavn"),
        columns.NAME: _("Navn"),
        columns.UNIT: _("Enhet"),
        columns.POSITION: _("Stilling"),
        columns.ROLE: _("Rolle"),
        columns.STARTS: _("Fra dato"),
        columns.ENDS: _("Til dato"),
    }


def child_column_names():
    """Each column a list of children may have, as it is named to people. Those of the guardians are told in a sentence."""
    return {
        child_columns.NUMBER: _("Fødselsnummer"),
        child_columns.GIVEN: _("Fornavn"),
        child_columns.FAMILY: _("Etternavn"),
        child_columns.NAME: _("Navn"),
        child_columns.UNIT: _("Enhet"),
        child_columns.GROUP: _("Klasse eller gruppe"),
        child_columns.GRADE: _("Trinn"),
    }


def _told(row):
    """What the list is, in a word or two above its name."""
    if row.about == ListAbout.CHILDREN:
        return row.get_about_display()
    return _("Alle ansatte i enhetene") if row.is_whole else _("Noen av de ansatte")


_SAID = {each.value: each.label for each in (*Fault, *Note)}


def _differences(line):
    """(what, before, after) for each value that changes; before is empty for what is new."""
    names = {
        **column_names(), "group_name": _("Klasse eller gruppe"), "first_grade_year": _("Begynte i 1. klasse"),
        GUARDIAN_OF: _("Foresatt til"),
    }  # fmt: skip
    return [
        (names[name], _shown(name, line.before.get(name, "")), _shown(name, text))
        for name, text in line.after.items()
        if text or line.before.get(name)
    ]


def _shown(name, text):
    if name == columns.ROLE and text:
        return str(EmploymentRole(text).label)
    if name in (columns.STARTS, columns.ENDS) and text:
        return date.fromisoformat(text)
    return text
