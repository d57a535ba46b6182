"""The agenda of a meeting from what one reader sees of the log."""

from uuid import UUID

from stafett.access.enums import Relation
from stafett.log_meetings.rules import school_start
from stafett.log_meetings.rules.agenda import Agenda, AgendaConcern, AgendaMeasure, AgendaOwner, agenda
from stafett.register.enums import UnitKind
from stafett.relay_log.enums import ConcernState, MeasureState, OwnerKind
from stafett.relay_log.queries.page import measures_of, visible_concerns

_KIND_OF = {
    Relation.BATON_HOLDER: OwnerKind.BATON_HOLDER,
    Relation.GUARDIAN: OwnerKind.GUARDIANS,
    Relation.CHILD: OwnerKind.CHILD,
}


def agenda_for(log, kind, invited) -> Agenda:
    """The agenda for a reader with `log.sight`. `invited` are rows with `.relation` and `.person_id`. Two queries.

    Drafts are left out for the holder too: the agenda is read aloud and put on the wall (X5).
    """
    concerns = [concern for concern in visible_concerns(log) if concern.state != ConcernState.DRAFT]
    concerns.sort(key=lambda concern: (concern.created_at, str(concern.pk)))
    return agenda(
        kind,
        measures=[_measure(row) for row in measures_of(log, concerns)],
        concerns=[AgendaConcern(each.pk, each.title, each.state) for each in concerns],
        invited_kinds={_KIND_OF[each.relation] for each in invited if each.relation in _KIND_OF},
        invited_ids={each.person_id for each in invited},
    )


def is_starter(log, *, today) -> bool:
    """Whether the child of a log starts school: where the log is to go is then settled in a meeting (S000-11). `log` carries
    unit and child with person."""
    year = school_start.first_year_of_school(
        first_grade_year=log.child.first_grade_year, born=log.child.person.birth_date
    )
    in_kindergarten = log.unit.kind == UnitKind.KINDERGARTEN
    return school_start.is_starter(year=year, in_kindergarten=in_kindergarten, today=today)


def owners_of_active(log) -> set[UUID]:
    """Ids of the participants who answer for an active measure that the reader sees: those one would invite (S001-43)."""
    rows = [row for row in measures_of(log, list(visible_concerns(log))) if row.state == MeasureState.ACTIVE]
    return {UUID(owner["person"]) for row in rows for owner in row.shown_owners if owner["person"]}


def has_active_measures(log) -> bool:
    """Whether a measure that the reader sees is under way (S003-42, S001-42)."""
    return any(row.state == MeasureState.ACTIVE for row in measures_of(log, list(visible_concerns(log))))


def concern_to_begin_with(log):
    """The newest concern that waits to be set in motion: what a first meeting is about; None when there is none."""
    waiting = visible_concerns(log).filter(state__in=(ConcernState.DRAFT, ConcernState.SHARED))
    return waiting.order_by("-created_at", "id").first()


def _measure(row):
    return AgendaMeasure(
        id=row.pk,
        concern_id=row.concern_id,
        concern_state=row.concern_state,
        state=row.state,
        description=row.description,
        evaluate_by=row.evaluate_by,
        owners=tuple(_owner(owner) for owner in row.shown_owners),
    )


def _owner(row):
    person = UUID(row["person"]) if row["person"] else None
    return AgendaOwner(row["kind"], person, row["name"].strip() if person else "")
