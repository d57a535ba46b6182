"""The bytes of images: those that everybody may see, and those that the groups see while they work."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from stafett.action_guide.enums import READABLE
from stafett.action_guide.models import GuideImage, GuidePart
from stafett.action_guide.rules import exchange
from stafett.register.tenancy import within


@dataclass(frozen=True)
class Picture:
    """An image to be shown: png, jpeg or webp, and its bytes."""

    kind: str
    content: bytes


def readable(municipality_id: UUID | None, key: str) -> Picture | None:
    """An image on a step that is shown in an edition that holds or has held; None for all others.

    Source: ADR 0040: what stands in a draft is for the groups alone.
    """
    if municipality_id is None:
        return None
    with within(municipality_id):
        shown = GuidePart.objects.filter(
            edition__state__in=READABLE, is_hidden=False, images__contains=[{"key": key}]
        )
        return _picture(key) if shown.exists() else None


def in_work(key: str) -> Picture | None:
    """An image of the municipality, for somebody in the groups: they see drafts, and what held before."""
    return _picture(key)


def in_file(guide: dict, key: str) -> Picture | None:
    """An image in a guide that came in a file."""
    content = exchange.images_in(guide).get(key)
    kinds = {image["key"]: image["kind"] for part in guide["parts"] for image in part.get("images", ())}
    return Picture(kinds[key], content) if content and key in kinds else None


def shown_in(municipality_id: UUID | None, keys: Collection[str]) -> dict[str, bytes]:
    """The bytes of the images of a book that is being read; asks nothing where there are none."""
    if not keys or municipality_id is None:
        return {}
    with within(municipality_id):
        return contents(keys)


def contents(keys: Collection[str]) -> dict[str, bytes]:
    """Key -> bytes, sorted by key. Must run within the municipality."""
    rows = (
        GuideImage.objects.filter(sha256__in=keys).order_by("sha256") if keys else GuideImage.objects.none()
    )
    return {key: bytes(content) for key, content in rows.values_list("sha256", "content")}


def _picture(key):
    row = GuideImage.objects.filter(sha256=key).values_list("kind", "content").first()
    return Picture(row[0], bytes(row[1])) if row else None
