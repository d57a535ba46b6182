"""How a list of children and guardians is written in the register, many rows at a time, and put back. Parts of operations,
in their transaction."""

from stafett.access.enums import LogState
from stafett.administration.enums import LineKind
from stafett.administration.operations.renewing import renew, today
from stafett.administration.operations.writing import (
    CHUNK,
    NAMES,
    by_id,
    new_person,
    rename,
    take_away_persons,
    that_nothing_points_at,
)
from stafett.administration.rules.children import GUARDIAN_OF
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.register.enums import RelationSource, RelationState
from stafett.register.models import Child, GuardianRelation, Person


class FamilyWriter:
    """Writes what lines say of children, and of guardians: each of these waits to be confirmed (L-24)."""

    def __init__(self, actor):
        self.municipality_id, self.registered_by_id = actor.municipality_id, actor.person_id

    def carry_out(self, found):
        """Do what the lines say; gives, for each new one by its place: (id of child or relation, person id, whether the person
        is new)."""
        made, persons, children, relations = {}, {}, {}, []
        for line in found:
            if line.thing_id is not None:
                children[line.row.number.digits] = line.thing_id
        entered = []
        for position, line in enumerate(found):
            if line.kind != LineKind.NEW:
                continue
            said = line.guardian or line.row
            person_id = line.person_id or new_person(self, said, persons).pk
            if line.guardian:
                row = self._relation(children[line.row.number.digits], person_id)
                relations.append(row)
            else:
                row = self._child(line, person_id)
                entered.append(row)
                children[line.row.number.digits] = row.pk
            made[position] = (row.pk, person_id, line.person_id is None)
        Person.objects.bulk_create(persons.values(), batch_size=CHUNK)
        Child.objects.bulk_create(entered, batch_size=CHUNK)
        GuardianRelation.objects.bulk_create(relations, batch_size=CHUNK)
        self._change([line for line in found if line.kind == LineKind.CHANGED], "after")
        self._follow(
            relations, {line.unit_id for line in found if line.kind == LineKind.NEW and line.guardian}
        )
        return made

    def put_back(self, lines):
        """Undo lines where nothing has changed since; gives how many were left as they are."""
        lines = list(lines)
        about_guardians = [line for line in lines if GUARDIAN_OF in line.after]
        families = self._children_of([line.thing_id for line in about_guardians])
        new = [line for line in lines if line.kind == LineKind.NEW and GUARDIAN_OF not in line.after]
        undone = self._take_away(GuardianRelation, about_guardians, state=RelationState.UNCLEAR)
        same = self._unchanged([line for line in lines if line.kind == LineKind.CHANGED])
        self._change(same, "before")
        undone += self._take_away(Child, self._unchanged(new)) + len(same)
        take_away_persons(self.municipality_id, {line.person_id for line in lines if line.is_new_person})
        _renew(families)
        return len(lines) - undone

    def _child(self, line, person_id):
        return Child(
            municipality_id=self.municipality_id, person_id=person_id, unit_id=line.unit_id,
            **{name: _value(name, text) for name, text in line.after.items()},
        )  # fmt: skip

    def _relation(self, child_id, person_id):
        return GuardianRelation(
            municipality_id=self.municipality_id, child_id=child_id, guardian_id=person_id,
            state=RelationState.UNCLEAR, state_source=RelationSource.IMPORTED, registered_by_id=self.registered_by_id,
        )  # fmt: skip

    def _change(self, lines, which):
        """Give children, and their names, the values that lines hold as `which`: "before" or "after"."""
        for start in range(0, len(lines), CHUNK):
            part = lines[start : start + CHUNK]
            children = by_id(Child, [line.thing_id for line in part])
            persons = by_id(Person, [line.person_id for line in part])
            for line in part:
                for name, text in getattr(line, which).items():
                    if name in NAMES:
                        rename(persons[line.person_id], name, text)
                    else:
                        setattr(children[line.thing_id], name, _value(name, text))
            Child.objects.bulk_update(children.values(), ["group_name", "first_grade_year"])
            Person.objects.bulk_update(persons.values(), [*NAMES, "sort_key"])

    def _unchanged(self, lines):
        """Those of the lines whose child still is what the list made of it."""
        same = []
        for start in range(0, len(lines), CHUNK):
            part = lines[start : start + CHUNK]
            children = by_id(Child, [line.thing_id for line in part])
            persons = by_id(Person, [line.person_id for line in part])
            same += [line for line in part if _is_as(line, children, persons)]
        return same

    def _take_away(self, model, lines, **still):
        """Delete what lines made, where nothing points at it and it still is so; gives how many went."""
        count = 0
        for start in range(0, len(lines), CHUNK):
            ids = [line.thing_id for line in lines[start : start + CHUNK]]
            gone = list(
                that_nothing_points_at(model.objects.filter(pk__in=ids, **still)).values_list("pk", flat=True)
            )
            model.objects.filter(pk__in=gone).delete()
            count += len(gone)
        return count

    def _children_of(self, ids):
        """The children that relations are about, by id."""
        found = []
        for start in range(0, len(ids), CHUNK):
            rows = GuardianRelation.objects.filter(pk__in=ids[start : start + CHUNK]).order_by("id")
            found += rows.values_list("child_id", flat=True)
        return found

    def _follow(self, relations, unit_ids):
        """What follows from new relations: places in logs that are open already, and one word to each leader."""
        _renew([relation.child_id for relation in relations])
        leaders = {post.person_id for post in staff.leaders_of(unit_ids, day=today())} - {
            self.registered_by_id
        }
        tell(self.municipality_id, leaders, Kind.GUARDIAN_WAITS, link=("what_waits", None))


_OPEN = [state for state in LogState if state != LogState.CLOSED]


def _renew(child_ids):
    """Write anew what consent covers where a log is open already."""
    for start in range(0, len(child_ids), CHUNK):
        rows = Child.objects.filter(pk__in=child_ids[start : start + CHUNK], logs__state__in=_OPEN)
        for child in rows.distinct().order_by("id"):
            renew(child)


def _is_as(line, children, persons):
    child, person = children.get(line.thing_id), persons.get(line.person_id)
    if child is None or person is None or child.unit_id != line.unit_id:
        return False
    return all(
        getattr(person if name in NAMES else child, name) == _value(name, text)
        for name, text in line.after.items()
    )


def _value(name, text):
    if name != "first_grade_year":
        return text
    return int(text) if text else None
