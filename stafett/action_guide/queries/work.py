"""What the groups read of the guide they work with: editions, parts, what has changed, and who is in the groups.

Whoever is in a group of the municipality reaches all of it; to everybody else there is no such thing.
"""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from stafett.access.guide_rules import GuideFacts
from stafett.action_guide.content import parts
from stafett.action_guide.content.parts import Part
from stafett.action_guide.enums import IN_WORK, READABLE, EditionState, Group, PartKind
from stafett.action_guide.models import BorrowedGuide, GroupMember, GuideEdition, GuidePart, PartComment
from stafett.action_guide.queries import pictures
from stafett.action_guide.queries.books import in_order, parts_of
from stafett.action_guide.rules import comparing, order
from stafett.action_guide.rules.editions import LEVELS
from stafett.register import staff
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment

FOUND = 20


@dataclass(frozen=True)
class Desk:
    """Where the work with the guide stands: the edition in work, the one that holds, former ones, and one's own places."""

    in_work: GuideEdition | None
    current: GuideEdition | None
    former: list[GuideEdition]
    places: dict[str, GroupMember]


@dataclass(frozen=True)
class Compared:
    """A part beside what holds now. `is_new`: there was none; `moved`: it has been hidden, or is shown again.

    `steps_before` and `steps`: of a level, the steps that both have (rows of the newer one) in the order of each.
    """

    part: GuidePart
    changes: tuple[comparing.Change, ...]
    is_new: bool
    moved: bool
    tools_before: tuple[str, ...]
    images: tuple[comparing.ImageChange, ...] = ()
    steps_before: tuple[GuidePart, ...] = ()
    steps: tuple[GuidePart, ...] = ()

    @property
    def has_changed(self) -> bool:
        plain = self.changes or self.is_new or self.moved or self.images or self.steps_before != self.steps
        return bool(plain or list(self.tools_before) != list(self.part.tools))


def desk(actor) -> Desk:
    """The municipality's work with its guide, for employees. Source: S004-07, S004-08."""
    rows = list(GuideEdition.objects.order_by("-number"))
    return Desk(
        in_work=next((each for each in rows if each.state in IN_WORK), None),
        current=next((each for each in rows if each.state == EditionState.PUBLISHED), None),
        former=[each for each in rows if each.state == EditionState.REPLACED],
        places={each.group: each for each in _places(actor)},
    )


def project_place(actor, pk: UUID) -> GroupMember | None:
    """One's own place in the project group, or None."""
    return _with_groups(actor, _places(actor).filter(pk=pk, group=Group.PROJECT).first())


def edition(actor, pk: UUID) -> GuideEdition | None:
    """An edition, for somebody in the groups, with the people behind it."""
    rows = GuideEdition.objects.select_related("started_by", "sent_by", "decided_by", "published_by")
    return _with_groups(actor, rows.filter(pk=pk).first())


def part(actor, pk: UUID) -> GuidePart | None:
    """A part of an edition, for somebody in the groups."""
    return _with_groups(actor, GuidePart.objects.select_related("edition").filter(pk=pk).first())


def borrowed(actor, pk: UUID) -> BorrowedGuide | None:
    """A guide that came in a file, for somebody in the groups."""
    return _with_groups(actor, BorrowedGuide.objects.select_related("edition").filter(pk=pk).first())


def member(actor, pk: UUID) -> GroupMember | None:
    """An open place in a group, for the municipal administrator."""
    if not actor.has_role(EmploymentRole.MUNICIPAL_ADMIN):
        return None
    return GroupMember.objects.select_related("person").filter(pk=pk, ended_at=None).first()


def facts_about(thing, *, today: date) -> GuideFacts:
    """Facts for the policy about something that was reached here."""
    return GuideFacts(thing.groups)


def compared(edition: GuideEdition) -> list[Compared]:
    """Every part of an edition in order, beside what holds now, with `.said` (number of comments) on each. Source: S004-08."""
    before = _holding(edition)
    rows = list(in_order(edition.parts.select_related("changed_by").annotate(said=Count("comments"))))
    orders = _orders(before, rows)
    return [_compare(row, before.get(_place(row)), orders.get(row.level)) for row in rows]


def compared_part(part: GuidePart) -> Compared:
    """One part beside what holds now."""
    before = _holding(part.edition)
    orders = _orders(before, steps_of(part.edition)) if part.kind == PartKind.LEVEL else {}
    return _compare(part, before.get(_place(part)), orders.get(part.level))


def compared_with(borrowed: BorrowedGuide) -> list[tuple[dict, Compared | None, str]]:
    """Each part of a borrowed guide as (its content, how it differs from our own edition, its place as one word)."""
    own = {_place(row): row for row in in_order(borrowed.edition.parts)}
    theirs = [GuidePart(**each) for each in borrowed.content["parts"]]
    orders = _orders(own, theirs)
    return [
        (each, _beside(row, own, orders), ":".join(_place_in(each)))
        for each, row in zip(borrowed.content["parts"], theirs, strict=True)
    ]


def steps_in(guide: dict, level: str) -> list[str]:
    """The keys of the steps of a level in a guide from a file, in its order."""
    return [each["key"] for each in guide["parts"] if (each["kind"], each["level"]) == (PartKind.STEP, level)]


def comments_on(part: GuidePart) -> list[PartComment]:
    """What has been said about a part, oldest first."""
    return list(part.comments.select_related("by").order_by("at", "id"))


def steps_of(edition: GuideEdition) -> list[GuidePart]:
    """The steps of an edition in order."""
    return list(in_order(edition.parts.filter(kind=PartKind.STEP)))


def pages_of(edition: GuideEdition) -> set[tuple[str, str]]:
    """(level, step key) of every step of an edition."""
    return set(edition.parts.filter(kind=PartKind.STEP).values_list("level", "key"))


def members() -> list[GroupMember]:
    """Everybody in the groups today, by name."""
    rows = GroupMember.objects.filter(ended_at=None).select_related("person")
    return list(rows.order_by("group", "person__sort_key", "id"))


def member_ids(group: str) -> list[UUID]:
    """Ids of the persons in a group today."""
    return list(GroupMember.objects.filter(group=group, ended_at=None).values_list("person_id", flat=True))


def employees_named(text: str, *, day: date) -> list[Employment]:
    """At most 20 employments on a day where every word is found in name, position or unit, sorted by name."""
    rows = Employment.objects.filter(staff.holding_on(day))
    for word in text.split()[:6]:
        rows = rows.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(position__icontains=word)
            | Q(unit__name__icontains=word)
        )
    return list(rows.select_related("person", "unit").order_by("person__sort_key", "id")[:FOUND])


def exchanged(edition: GuideEdition, *, municipality: str) -> dict:
    """What goes into the file of an edition that has been published. No persons. Source: S004-09."""
    names = ("kind", "level", "key", "words", "tools", "is_hidden", "leads_to", "images")
    listed = [{name: getattr(each, name) for name in names} for each in parts_of(edition)]
    shown = pictures.contents({image["key"] for each in listed for image in each["images"]})
    return {
        "from": municipality,
        "number": edition.number,
        "published_on": edition.published_on.isoformat(),
        "parts": listed,
        "images": {key: b64encode(content).decode() for key, content in shown.items()},
    }


def is_readable(edition: GuideEdition) -> bool:
    """Whether an edition holds or has held."""
    return edition.state in READABLE


def _places(actor):
    return GroupMember.objects.filter(person_id=actor.person_id, ended_at=None)


def _with_groups(actor, thing):
    """The thing with the actor's groups on it; None when there is no thing, or no group."""
    if thing is None:
        return None
    thing.groups = frozenset(_places(actor).values_list("group", flat=True))
    return thing if thing.groups else None


def _holding(edition):
    """What holds beside an edition: the published one (before this one), else the starter guide, by place."""
    former = (
        GuideEdition.objects.filter(state__in=READABLE, number__lt=edition.number).order_by("-number").first()
    )
    found = parts_of(former) if former else parts.starter()
    return {(part.kind, part.level, part.key): part for part in found}


def _orders(before, rows):
    """Level -> (the steps both have in the former order, and in this one), as `rows`; levels alike on both sides too."""
    found = {}
    for level in LEVELS:
        new = {row.key: row for row in rows if (row.kind, row.level) == (PartKind.STEP, level)}
        old = [key for kind, at, key in before if (kind, at) == (PartKind.STEP, level)]
        found[level] = tuple(
            tuple(new[key] for key in side)
            for side in (order.shared(old, among=new), order.shared(list(new), among=old))
        )
    return found


def _compare(row, before: Part | None, steps=None):
    steps_before, steps_now = steps if steps and row.kind == PartKind.LEVEL else ((), ())
    return Compared(
        row,
        changes=comparing.changes(before.words if before else None, row.words),
        is_new=before is None,
        moved=bool(before) and (before.is_hidden, before.leads_to) != (row.is_hidden, row.leads_to),
        tools_before=tuple(before.tools) if before else (),
        images=comparing.image_changes(before.images if before else (), row.images),
        steps_before=steps_before,
        steps=steps_now,
    )


def _beside(theirs, own, orders):
    row = own.get(_place(theirs))
    before = Part(row.kind, row.level, row.key, words=row.words, tools=row.tools, is_hidden=row.is_hidden, leads_to=row.leads_to, images=row.images) if row else None  # fmt: skip
    found = _compare(theirs, before, orders.get(theirs.level))
    return found if found.has_changed else None


def _place(row):
    return row.kind, row.level, row.key


def _place_in(each):
    return each["kind"], each["level"], each["key"]
