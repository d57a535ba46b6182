"""Whose toolbox one reads, in which language, and how what is for everybody is answered."""

from django.conf import settings
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from stafett.access import policy
from stafett.access.enums import Action
from stafett.action_guide.views import way as guide_way
from stafett.register import directory

KEPT_SECONDS = 300
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a"})


def of(request, place):
    """The reader's way through the toolbox: the guide's own, so that links keep place, language and log."""
    return guide_way.of(request, place)


def shown(request, way, template, context, *, may_be_kept=False):
    """A page of the toolbox in the guide's language. Lists may be kept for a while, as the guide's pages; one document or
    issue may not, since it can be withdrawn."""
    with translation.override(way.language):
        common = {
            "way": way,
            "exit": way.guide.exit,
            "may_edit": may_here(request, way, Action.EDIT_TOOLBOX),
            "places": directory.municipalities() if way.municipality_id is None else [],
        }
        response = render(request, f"toolbox/{template}", {**common, **context})
    if may_be_kept and request.login is None and settings.FLASH_COOKIE not in request.COOKIES:
        response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
        patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def is_at_home(request, way) -> bool:
    """Whether the reader is logged in and this is their own municipality's toolbox."""
    return request.actor is not None and request.actor.municipality_id == way.municipality_id


def may_here(request, way, action) -> bool:
    """The policy's answer, in the reader's own municipality and nowhere else."""
    return is_at_home(request, way) and bool(policy.may(request.actor, action))


def as_file(response, *, title, ending):
    """Answer with a file to save, called by its title, and never shown or run."""
    name = f"{slugify(title.translate(_LETTERS))[:60] or 'dokument'}.{ending}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def differing(form, theirs) -> list[tuple[str, str]]:
    """What somebody else has saved meanwhile where it is another than what was typed: (label, text)."""
    rows = []
    for bound in form.shown_fields() if form.conflict else []:
        options = {str(value): label for value, label in getattr(bound.field, "choices", ())}
        stored = str(theirs.get(bound.name) or "")
        if stored != str(bound.value() or ""):
            rows.append((bound.label, options.get(stored, stored)))
    return rows
