"""Images on the steps of a draft: added with words for those who do not see them, told anew, taken away.

The bytes are kept once in a municipality, under their sha256. As long as an edition shows an image it stays; one that no part
shows any more is gone at once, for it may have been put there by mistake.
"""

from django.db.models import Sum

from stafett.access.guard import require_version
from stafett.action_guide.enums import Event
from stafett.action_guide.models import GuideEdition, GuideImage, GuidePart
from stafett.action_guide.rules import editions
from stafett.action_guide.rules import images as rules
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require


@operation(Event.IMAGE_ADDED, lock="part")
def add_image(*, actor, part, file, alt):
    """Add an image after the others of a step. `file`: (name, bytes); `alt`: language -> what it shows. Raises Refused.

    Source: issue D 5, ADR 0040.
    """
    name, content = file
    _require_draft(part)
    require(rules.may_hold(part.kind))
    require(rules.is_alt_well_formed(alt, file_name=name))
    bitmap = rules.read(content)
    image = rules.entry(bitmap, alt)
    require(rules.may_stand([each["key"] for each in (*part.images, image)]))
    keep(actor, bitmap)
    _put(actor, part, [*part.images, image])
    require_room(part.edition_id)
    return Outcome(part, {"image": image["key"]})


@operation(Event.IMAGE_TOLD, lock="part")
def tell_image(*, actor, part, key, version, alt):
    """Change what is said of an image. Raises Refused, or Conflict when the part has moved on. Source: issue D 5."""
    _require_draft(part)
    require_version(part, version)
    require(rules.is_alt_well_formed(alt))
    said = {language: words for language, words in alt.items() if words}
    part.version += 1
    _put(actor, part, [{**each, "alt": said} if each["key"] == key else each for each in part.images])
    return Outcome(part, {"image": key})


@operation(Event.IMAGE_REMOVED, lock="part")
def remove_image(*, actor, part, key):
    """Take an image away from a step of the draft; editions that have held keep theirs. Source: issue D 5, ADR 0040."""
    _require_draft(part)
    _put(actor, part, [each for each in part.images if each["key"] != key])
    forget_unused([key])
    return Outcome(part, {"image": key})


def keep(actor, bitmap):
    """Keep the bytes of an image, once. Whoever takes it away elsewhere at the same moment is waited for."""
    key = rules.key_of(bitmap.content)
    if not GuideImage.objects.select_for_update().filter(sha256=key).values_list("pk").first():
        GuideImage.objects.get_or_create(
            municipality_id=actor.municipality_id, sha256=key,
            defaults={
                "kind": bitmap.kind, "size": len(bitmap.content), "content": bitmap.content,
                "added_by_id": actor.person_id, "added_at": clock.now(),
            },
        )  # fmt: skip


def forget_unused(keys):
    """Delete the bytes of those images that no part of any edition shows."""
    for key in keys:
        row = GuideImage.objects.select_for_update().defer("content").filter(sha256=key).first()
        if row and not GuidePart.objects.filter(images__contains=[{"key": key}]).exists():
            row.delete()


def require_room(edition_id):
    """Stop when all images of an edition are more than can travel in one file. Raises Refused. Source: S004-09."""
    shown = {each["key"] for row in GuidePart.objects.filter(edition_id=edition_id).values_list("images", flat=True) for each in row}  # fmt: skip
    total = GuideImage.objects.filter(sha256__in=shown).aggregate(total=Sum("size"))["total"] or 0
    require(rules.fit([total]))


def _require_draft(part):
    edition = GuideEdition.objects.get(
        pk=part.edition_id
    )  # sending waits for the part: operations/deciding.py
    require(editions.may_write(edition.state))


def _put(actor, part, images):
    """The words are another matter: whoever is writing them on the same step is not disturbed."""
    part.images = images
    part.changed_by_id, part.changed_at = actor.person_id, clock.now()
    part.save(update_fields=["images", "version", "changed_by", "changed_at"])
