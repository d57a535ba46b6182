"""The project group writes: a new edition begins as a copy of what holds, and its parts are changed one at a time."""

from dataclasses import asdict

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from stafett.access.guard import require_version
from stafett.action_guide.content import library, parts
from stafett.action_guide.enums import EditionState, Event, PartKind, Refusal
from stafett.action_guide.models import GuideEdition, GuidePart, PartComment
from stafett.action_guide.queries.books import parts_of
from stafett.action_guide.queries.work import pages_of
from stafett.action_guide.rules import editions
from stafett.action_guide.rules import parts as rules
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require


@operation(Event.DRAFT_BEGUN)
def begin_draft(*, actor, member):
    """Begin a new edition from the one that holds, or from the starter guide. `member`: one's place in the group.

    Raises Refused when another is in work. Source: S004-07, W-25.
    """
    require(editions.may_begin(set(GuideEdition.objects.values_list("state", flat=True))))
    last = GuideEdition.objects.aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            edition = GuideEdition.objects.create(
                municipality_id=actor.municipality_id, number=last + 1, started_by_id=actor.person_id,
                started_at=clock.now(),
            )  # fmt: skip
    except IntegrityError:  # somebody else began at the same moment
        require(no(Refusal.ALREADY_IN_WORK))
    current = GuideEdition.objects.filter(state=EditionState.PUBLISHED).first()
    copied = parts_of(current) if current else parts.starter()
    GuidePart.objects.bulk_create(
        GuidePart(municipality_id=actor.municipality_id, edition=edition, position=position, **asdict(part))
        for position, part in enumerate(copied)
    )
    return Outcome(edition, {"number": edition.number})


@operation(Event.PART_REVISED, lock="part")
def revise_part(*, actor, part, version, language, tools=None, is_hidden=False, leads_to="", **words):
    """Change the words of a part in "nb" or "nn", and of a step also its tools and whether it is shown.

    `words` are the part's (rules/parts.py). Raises Refused, or Conflict when the part has moved on. Source: S004-07.
    """
    edition = GuideEdition.objects.get(
        pk=part.edition_id
    )  # sending waits for the part: operations/deciding.py
    require(editions.may_write(edition.state))
    require_version(part, version)
    require(
        rules.is_text_well_formed(
            words.get("more", ""), pages=pages_of(edition), sheets=library.sheets(language)
        )
    )
    part.words = {**part.words, language: {**part.words.get(language, {}), **words}}
    if part.kind == PartKind.STEP:
        require(rules.may_lead_to(leads_to, own=f"{part.level}/{part.key}"))
        part.tools, part.is_hidden, part.leads_to = (
            list(tools or []),
            is_hidden,
            leads_to if is_hidden else "",
        )
    part.version += 1
    part.changed_by_id, part.changed_at = actor.person_id, clock.now()
    part.save()
    return Outcome(part, {"language": language})


@operation(Event.STEP_ADDED, lock="edition")
def add_step(*, actor, edition, language, level, after, title, what, deadline):
    """Add a step to a level, after the step with the key `after` ("" for first). Its key never changes. Source: ADR 0028."""
    require(editions.may_write(edition.state))
    steps = list(GuidePart.objects.filter(edition=edition, level=level).order_by("position"))
    place = next((each.position for each in steps if each.key == after), steps[0].position)
    edition.parts.filter(position__gt=place).update(position=F("position") + 1)
    part = GuidePart.objects.create(
        municipality_id=actor.municipality_id, edition=edition, kind=PartKind.STEP, level=level, position=place + 1,
        key=rules.key_for(title, taken={each.key for each in steps}), changed_by_id=actor.person_id,
        changed_at=clock.now(), words={language: {"title": title, "what": what, "deadline": deadline}},
    )  # fmt: skip
    return Outcome(part, {"number": edition.number})


@operation(Event.COMMENTED, lock="part")
def comment_on(*, actor, part, text):
    """Say something about a part, in either group, until it is decided. Source: S004-08."""
    require(editions.may_comment(GuideEdition.objects.get(pk=part.edition_id).state))
    comment = PartComment.objects.create(
        municipality_id=actor.municipality_id, part=part, by_id=actor.person_id, at=clock.now(), text=text
    )
    return Outcome(comment, {"part": str(part.pk)})
