"""Borrowing from another municipality: its guide comes in as a file, is looked at, and parts of it are taken."""

from django.db.models import Max

from stafett.action_guide.content import library
from stafett.action_guide.enums import Event, PartKind
from stafett.action_guide.models import BorrowedGuide, GuideEdition, GuidePart
from stafett.action_guide.operations import images, moving
from stafett.action_guide.queries.work import pages_of, steps_in
from stafett.action_guide.rules import editions, exchange
from stafett.action_guide.rules import images as image_rules
from stafett.action_guide.rules import parts as rules
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require


@operation(Event.BORROWED, lock="edition")
def borrow(*, actor, edition, content):
    """Read a file (bytes) beside the draft. Nothing of it is in the guide yet. Raises Refused. Source: S004-09, W-25."""
    require(editions.may_write(edition.state))
    guide, sha256 = exchange.unpacked(content, tools=set(library.tools("nb")))
    borrowed = BorrowedGuide.objects.create(
        municipality_id=actor.municipality_id, edition=edition, content=guide, sha256=sha256,
        by_id=actor.person_id, at=clock.now(),
    )  # fmt: skip
    return Outcome(borrowed, {"sha256": sha256})


@operation(Event.TAKEN, lock="borrowed")
def take(*, actor, borrowed, places):
    """Take the chosen parts into the draft: `places` are kind:level:key. What the law says on a page stays.

    A level brings its words and the order of the steps that both have; a step brings its images. Raises Refused when a text links to a page that our guide does not have. Source: S004-09, W-25.
    """
    edition = GuideEdition.objects.select_for_update(of=("self",)).get(pk=borrowed.edition_id)
    require(editions.may_write(edition.state))
    chosen = [each for each in borrowed.content["parts"] if _word(each) in set(places)]
    pages = pages_of(edition) | {(each["level"], each["key"]) for each in chosen}
    for each in chosen:
        for said in each["words"].values():
            require(rules.is_text_well_formed(said.get("more", ""), pages=pages, sheets=library.sheets("nb")))
    list(
        edition.parts.select_for_update().order_by("id").values_list("id")
    )  # nobody is in the middle of a part
    _keep_images(actor, borrowed, chosen)
    before = _images_of(edition)
    for each in chosen:
        _take(actor, edition, each)
    for each in chosen:
        if each["kind"] == PartKind.LEVEL:
            moving.reorder(actor, edition, each["level"], steps_in(borrowed.content, each["level"]))
    images.forget_unused(before - _images_of(edition))
    images.require_room(edition.pk)
    return Outcome(edition, {"parts": len(chosen)})


def _take(actor, edition, each):
    part = GuidePart.objects.filter(
        edition=edition, kind=each["kind"], level=each["level"], key=each["key"]
    ).first()
    if part is None:
        last = edition.parts.filter(level=each["level"]).aggregate(last=Max("position"))["last"]
        part = GuidePart(
            municipality_id=edition.municipality_id, edition=edition, kind=each["kind"], level=each["level"],
            key=each["key"], position=last + 1, version=0,
        )  # fmt: skip
    part.words = each["words"]
    if part.kind == PartKind.STEP:
        part.images = each.get("images", [])
        part.tools, part.is_hidden, part.leads_to = each["tools"], each["is_hidden"], each["leads_to"]
    part.version += 1
    part.changed_by_id, part.changed_at = actor.person_id, clock.now()
    part.save()


def _keep_images(actor, borrowed, chosen):
    """The bytes that the chosen parts show; they were looked at when the file came in."""
    bytes_of = exchange.images_in(borrowed.content)
    shown = {image["key"] for each in chosen for image in each.get("images", ())}
    for key in sorted(shown):
        images.keep(actor, image_rules.read(bytes_of[key]))


def _images_of(edition):
    return {image["key"] for row in edition.parts.values_list("images", flat=True) for image in row}


def _word(each):
    return ":".join((each["kind"], each["level"], each["key"]))
