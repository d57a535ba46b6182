"""A wheel as it stands on a day: its tasks with words, state and marks, numbered around the year."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Concat, JSONObject

from stafett.annual_wheel import rules
from stafett.annual_wheel.content import library
from stafett.annual_wheel.enums import Certainty, Rhythm, TaskOwner, TaskState
from stafett.annual_wheel.models import CommonTask, Completion, Wheel, WheelTask
from stafett.annual_wheel.queries.reach import units_of
from stafett.register.models import Unit

OWN, COMMON, STARTER = "own", "common", "starter"


@dataclass(frozen=True)
class Voice:
    """How the wheel speaks: the reader's language, and what the municipality calls the model (S000-02)."""

    language: str
    model: str

    @classmethod
    def of(cls, actor) -> "Voice":
        return cls(actor.locale, actor.model_alias)


@dataclass(frozen=True)
class Mark:
    """That a task is done: when, by whom, and what shows it."""

    month: int | None
    done_at: datetime
    done_by: str
    evidence: str
    link: str
    note: str


@dataclass(frozen=True)
class TaskSeen:
    """One task as a reader sees it. `number` is its place around the wheel, 1 and up."""

    id: UUID
    number: int
    origin: str  # own, common or starter
    title: str
    starter_title: str  # the starter's own words, also where the unit has written others; empty for own tasks
    text: str
    rhythm: str
    month: int | None
    owner: str
    owner_name: str
    certainty: str
    opens: str
    state: TaskState
    months: tuple[tuple[int, TaskState], ...]
    marks: tuple[Mark, ...] = ()
    agenda: str = ""  # words for the agenda of the meetings it is done in (S000-04)

    @property
    def waits(self) -> bool:
        """Whether it asks for something now."""
        return self.state in (TaskState.NOW, TaskState.OVERDUE)

    @property
    def is_counted(self) -> bool:
        """Whether it is one that can be done and be left undone, for sums."""
        return self.rhythm == Rhythm.ONCE and self.state != TaskState.AWAY


@dataclass(frozen=True)
class WheelSeen:
    """A unit's wheel of one year with its tasks, from August and on, and those of all year last."""

    id: UUID
    unit_id: UUID
    unit_name: str
    unit_kind: str
    year: int
    tasks: tuple[TaskSeen, ...] = field(default=())

    def in_month(self, month: int) -> list[TaskSeen]:
        return [task for task in self.tasks if task.month == month]

    @property
    def continuous(self) -> list[TaskSeen]:
        return [task for task in self.tasks if task.month is None]

    @property
    def waiting(self) -> list[TaskSeen]:
        """What asks for something now: late things first, in the order of the year."""
        return sorted(
            (task for task in self.tasks if task.waits), key=lambda task: task.state != TaskState.OVERDUE
        )

    def count(self, state: str) -> int:
        return sum(task.state == state and task.is_counted for task in self.tasks)


def wheel_of(unit_id: UUID, year: int) -> Wheel | None:
    """The unit's wheel of a school year, with the unit."""
    return Wheel.objects.select_related("unit").filter(unit_id=unit_id, year=year).first()


def years_of(unit_id: UUID) -> list[int]:
    """The school years the unit has a wheel for, newest first."""
    return list(Wheel.objects.filter(unit_id=unit_id).order_by("-year").values_list("year", flat=True))


def newest_of(unit_id: UUID) -> Wheel | None:
    """The unit's newest wheel."""
    return Wheel.objects.filter(unit_id=unit_id).order_by("-year").first()


def seen(wheel: Wheel, *, voice: Voice, today: date) -> WheelSeen:
    """The wheel on a day. One query; nothing of what a log holds."""
    return seen_all([wheel], voice=voice, today=today)[0]


def seen_all(wheels: list[Wheel], *, voice: Voice, today: date) -> list[WheelSeen]:
    """Several wheels at once, in the order given. One query however many; each wheel carries its unit."""
    rows = list(_with_marks(WheelTask.objects.filter(wheel__in=wheels)))
    return [
        _wheel(wheel, [row for row in rows if row.wheel_id == wheel.pk], voice, today) for wheel in wheels
    ]


def of_units(unit_ids: Collection[UUID], *, voice: Voice, today: date, year: int) -> list[WheelSeen]:
    """The wheels of a year that these units have opened and that hold a task, sorted by the unit's name. One query."""
    rows = _with_marks(WheelTask.objects.filter(wheel__unit__in=unit_ids, wheel__year=year))
    found: dict[Wheel, list[WheelTask]] = {}
    for row in rows.select_related("common", "wheel__unit"):
        found.setdefault(row.wheel, []).append(row)
    by_name = sorted(found, key=lambda wheel: (wheel.unit.sort_key, wheel.unit_id))
    return [_wheel(wheel, found[wheel], voice, today) for wheel in by_name]


def seen_task(task: WheelTask, *, voice: Voice, today: date) -> tuple[WheelSeen, TaskSeen]:
    """A reachable task in its wheel, with its number there."""
    wheel = seen(task.wheel, voice=voice, today=today)
    return wheel, {each.id: each for each in wheel.tasks}[task.pk]


def history_of(task: WheelTask) -> list[Completion]:
    """Every mark on a task, undone ones too, newest first, with who."""
    return list(task.completions.select_related("done_by", "undone_by").order_by("-done_at", "id"))


def months_marked(task: WheelTask) -> set[int | None]:
    """The months a task is done for; None in it for a task of one time."""
    return set(task.completions.filter(undone_at__isnull=True).values_list("month", flat=True))


def overview(actor, *, today: date, year: int) -> list[tuple[Unit, WheelSeen | None]]:
    """Every unit the actor reaches, with its wheel of the year where it is opened. Three queries."""
    units = list(units_of(actor))
    wheels = list(Wheel.objects.filter(unit__in=units, year=year).select_related("unit"))
    found = {wheel.unit_id: wheel for wheel in seen_all(wheels, voice=Voice.of(actor), today=today)}
    return [(unit, found.get(unit.pk)) for unit in units]


def common_tasks() -> list[CommonTask]:
    """The municipality's tasks for all wheels of a kind, by kind and month."""
    return list(
        CommonTask.objects.filter(withdrawn_at__isnull=True).order_by("unit_kind", "month", "title", "id")
    )


def _with_marks(rows):
    """Tasks with the common task behind each, and `.done`: what shows that they are done, oldest first."""
    name = Concat("done_by__given_name", Value(" "), "done_by__family_name")
    done = Completion.objects.filter(task_id=OuterRef("pk"), undone_at__isnull=True).order_by("done_at", "id")
    said = {each: F(each) for each in ("month", "done_at", "evidence", "link", "note")}
    marks = ArraySubquery(done.values(json=JSONObject(**said, done_by=name)))
    return rows.select_related("common").annotate(done=marks)


def _wheel(wheel, rows, voice, today):
    starter = library.starter(wheel.unit.kind, voice.language)
    shown = [row for row in rows if not _is_withdrawn(row)]
    order = [task.key for task in starter.tasks]
    shown.sort(key=lambda row: _place(row, order))
    tasks = tuple(
        _task(row, number, wheel, starter, voice, today) for number, row in enumerate(shown, start=1)
    )
    return WheelSeen(wheel.pk, wheel.unit_id, wheel.unit.name, wheel.unit.kind, wheel.year, tasks)


def _is_withdrawn(row):
    """Taken out for everybody, and done by nobody here: what was done stays to be seen."""
    return row.common is not None and row.common.withdrawn_at is not None and not row.done


def _place(row, order):
    """August first, what lasts all year at the end; within a month as the starter has it, then own by id (age)."""
    said = row.common or row
    months = rules.months_in_order()
    month = months.index(said.month) if said.month else len(months)
    return month, order.index(row.key) if row.key in order else len(order), str(row.pk)


def _task(row, number, wheel, starter, voice, today):
    said, told = row.common or row, starter.task(row.key)
    marked = {mark["month"] for mark in row.done}
    quiet = starter.quiet_months
    given = {"year": wheel.year, "marked": marked, "quiet_months": quiet, "today": today}
    is_away = row.put_away_at is not None
    monthly = said.rhythm == Rhythm.MONTHLY
    return TaskSeen(
        id=row.pk,
        number=number,
        origin=COMMON if row.common else (STARTER if row.key else OWN),
        title=said.title or _told(told, "title", voice) or row.key,
        starter_title=row.common.title if row.common else _told(told, "title", voice),
        text=said.text or ("" if said.title else _told(told, "text", voice)),
        rhythm=said.rhythm,
        month=said.month,
        owner=said.owner,
        owner_name=starter.owner(said.owner),
        certainty=_certainty(row, told),
        opens=told.opens if told else "",
        state=rules.state_of(said.rhythm, said.month, is_away=is_away, **given),
        months=rules.month_states(**given) if monthly and not is_away else (),
        agenda=_told(told, "agenda", voice),
        marks=tuple(Mark(**mark | {"done_at": datetime.fromisoformat(mark["done_at"])}) for mark in row.done),
    )


def _told(starter_task, name, voice):
    return library.named(getattr(starter_task, name), voice.model) if starter_task else ""


def _certainty(row, told):
    """Only a starter task that stands where the starter put it carries the starter's note on its month."""
    is_as_told = told is not None and told.month == row.month and told.rhythm == Rhythm.ONCE
    return told.certainty if is_as_told else Certainty.CERTAIN.value


def owner_choices(kind: str, voice: Voice) -> list[tuple[str, str]]:
    """(owner, what it is called in this kind of unit), in the order of the rings."""
    starter = library.starter(kind, voice.language)
    return [(owner.value, starter.owner(owner)) for owner in TaskOwner]
