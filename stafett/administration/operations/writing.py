"""How a staff list is written in the register, many rows at a time, and put back. Parts of operations, in their transaction."""

from datetime import date

from django.db.models import Exists, OuterRef

from stafett.access.models import Grant
from stafett.administration.enums import LineKind
from stafett.identity.models import Identity
from stafett.kernel.sort_key import sort_key
from stafett.register import lookup, people
from stafett.register.models import Employment, Person

CHANGED_AT_ONCE = 200  # rows in one UPDATE: each is looked for among all of them
CHUNK = 1_000
MOST_AT_ONCE = 20_000  # a statement takes 65 535 values
NAMES = ("given_name", "family_name")
DAYS = ("starts_on", "ends_on")


class Writer:
    """Writes what lines say of staff."""

    def __init__(self, actor):
        self.municipality_id, self.keeper_id = actor.municipality_id, actor.person_id

    def carry_out(self, found):
        """Do what the lines say; gives, for each new one by its place: (employment id, person id, whether the person is
        new)."""
        made, persons, posts = {}, {}, []
        for position, line in enumerate(found):
            if line.kind != LineKind.NEW:
                continue
            person_id, is_new = self._person_of(line, persons)
            post = self._post(line, person_id)
            posts.append(post)
            made[position] = (post.pk, person_id, is_new)
        Person.objects.bulk_create(persons.values(), batch_size=CHUNK)
        Employment.objects.bulk_create(posts, batch_size=CHUNK)
        self._change([line for line in found if line.kind in (LineKind.CHANGED, LineKind.ENDED)], "after")
        return made

    def put_back(self, lines):
        """Undo lines where nothing has changed since; gives how many were left as they are."""
        lines = list(lines)
        same = self._but_own_and_in_use(self._unchanged(lines))
        self._change([line for line in same if line.kind != LineKind.NEW], "before")
        new = [line for line in same if line.kind == LineKind.NEW]
        for start in range(0, len(new), CHUNK):
            Employment.objects.filter(pk__in=[line.thing_id for line in new[start : start + CHUNK]]).delete()
        take_away_persons(self.municipality_id, {line.person_id for line in new if line.is_new_person})
        return len(lines) - len(same)

    def _person_of(self, line, persons):
        """Whom a new line is about: somebody known, somebody made for an earlier line, or somebody new."""
        return (line.person_id, False) if line.person_id else (new_person(self, line.row, persons).pk, True)

    def _post(self, line, person_id):
        return Employment(
            municipality_id=self.municipality_id, person_id=person_id, unit_id=line.unit_id,
            **{name: _value(name, text) for name, text in line.after.items()},
        )  # fmt: skip

    def _change(self, lines, which):
        """Give posts, and the names of persons, the values that lines hold as `which`: "before" or "after"."""
        for start in range(0, len(lines), CHUNK):
            part = lines[start : start + CHUNK]
            posts = by_id(Employment, [line.thing_id for line in part])
            persons = by_id(
                Person, [line.person_id for line in part if set(NAMES) & set(getattr(line, which))]
            )
            for line in part:
                _give(posts.get(line.thing_id), persons.get(line.person_id), getattr(line, which))
            Employment.objects.bulk_update(
                posts.values(), ["position", "role", "ends_on"], batch_size=CHANGED_AT_ONCE
            )
            Person.objects.bulk_update(persons.values(), [*NAMES, "sort_key"], batch_size=CHANGED_AT_ONCE)

    def _unchanged(self, lines):
        """Those of the lines whose post, and name, still are what the list made of them."""
        same = []
        for start in range(0, len(lines), CHUNK):
            part = lines[start : start + CHUNK]
            posts = by_id(Employment, [line.thing_id for line in part])
            persons = by_id(Person, [line.person_id for line in part])
            same += [line for line in part if _is_as(line, posts, persons)]
        return same

    def _but_own_and_in_use(self, lines):
        """Those that are not about whoever undoes: nobody gives themselves a post back. Nor new posts that have opened a log
        since: that somebody read it as an employee is not taken away."""
        new = {(line.person_id, line.unit_id) for line in lines if line.kind == LineKind.NEW}
        in_use = new and new & _in_logs(since=lines[0].staff_import.settled_at)
        return [
            line for line in lines
            if line.person_id != self.keeper_id
            and (line.kind != LineKind.NEW or (line.person_id, line.unit_id) not in in_use)
        ]  # fmt: skip


def _in_logs(*, since):
    """(person, unit) of everybody who has been let into a log on behalf of a unit since a moment."""
    rows = Grant.objects.filter(started_at__gte=since)
    return set(rows.values_list("person_id", "unit_id"))


def new_person(writer, said, persons):
    """Somebody new as a row says, unsaved: the one made for an earlier row when the number is the same. `persons` are those
    made so far, by number."""
    if said.number.digits not in persons:
        known = lookup.ask(said.number)
        protection = {"protection": known.protection} if known else {}
        persons[said.number.digits] = people.new_person(
            municipality_id=writer.municipality_id, given_name=said.given_name, family_name=said.family_name,
            number=said.number, **protection,
        )  # fmt: skip
    return persons[said.number.digits]


def take_away_persons(municipality_id, ids):
    """Delete persons whom a list made, unless they have logged in, or anything in the product has come to point at them."""
    everybody = list(ids)
    for start in range(0, len(everybody), MOST_AT_ONCE):
        part = everybody[start : start + MOST_AT_ONCE]
        logged_in = Identity.objects.filter(municipality_id=municipality_id, person_id__in=part)
        rows = Person.objects.filter(pk__in=set(part) - set(logged_in.values_list("person_id", flat=True)))
        lonely = that_nothing_points_at(rows)
        # `delete` would ask each of those tables again; a key that points in holds its row all the same.
        lonely._raw_delete(lonely.db)


def that_nothing_points_at(rows):
    """Those of the rows of a table that no other row points at, as a queryset."""
    pointers = [
        each
        for each in rows.model._meta.get_fields(include_hidden=True)
        if each.auto_created and not each.concrete
    ]
    for relation in pointers:
        pointing = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        rows = rows.exclude(Exists(pointing))
    return rows


def by_id(model, ids):
    """Rows by their ids, held until the transaction ends; empty ids are passed over."""
    rows = model.objects.select_for_update(of=("self",)).filter(pk__in=[each for each in ids if each])
    return {row.pk: row for row in rows.order_by("id")}


def _give(post, person, values):
    for name, text in values.items():
        if name in NAMES and person is not None:
            rename(person, name, text)
        elif name not in NAMES and post is not None:
            setattr(post, name, _value(name, text))


def rename(person, name, text):
    """Give somebody another given or family name, and the place in order that follows."""
    setattr(person, name, text)
    person.sort_key = sort_key(f"{person.family_name}, {person.given_name}")[: people.KEY_LIMIT]


def _is_as(line, posts, persons):
    post, person = posts.get(line.thing_id), persons.get(line.person_id)
    if post is None or person is None or post.unit_id != line.unit_id:
        return False
    return all(
        getattr(person if name in NAMES else post, name) == _value(name, text)
        for name, text in line.after.items()
    )


def _value(name, text):
    if name not in DAYS:
        return text
    return date.fromisoformat(text) if text else None
