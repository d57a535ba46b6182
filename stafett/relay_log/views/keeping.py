"""What forms and pages of words need to know of keeping them from guardians, and of names in them."""

from django.urls import reverse

from stafett.access.enums import LogState, Relation
from stafett.administration import queries as administration
from stafett.relay_log.rules import keeping
from stafett.relay_log.views import story


def options(request, log, *, is_kept=False) -> dict:
    """What a form of words asks for: whether it may be kept from guardians, and the names to look twice at (L-13, L-23).

    What is kept already can always be shared after all. Only staff are warned of names: to the family the warning
    could tell that somebody is in the register.
    """
    if log.relation in (Relation.GUARDIAN, Relation.CHILD):
        return {}
    may_keep = is_kept or bool(_may_keep(request, log))
    return {"may_keep": may_keep, "names": administration.names_around(log.child)}


def story_with_ways_to_change(request, log, shown) -> list:
    """The story, each note with the address where this reader may keep it from guardians or share it after all."""
    is_holder = log.relation == Relation.BATON_HOLDER
    entries = story.told(shown, sees_drafts=is_holder, sees_reasons=log.sight.only is None)
    offers = log.state != LogState.CLOSED and bool(_may_keep(request, log))
    for entry in entries:
        is_author = entry.note_author_id == request.actor.person_id
        is_theirs = bool(keeping.may_change_note(log.relation, is_author=is_author))
        may_change = entry.note_id is not None and is_theirs and (offers or bool(entry.kept))
        entry.keeping_href = reverse("note_keeping", args=[entry.note_id]) if may_change else None
    return entries


def _may_keep(request, log):
    return keeping.may_keep(
        log.relation,
        birth_date=log.child.person.birth_date,
        today=request.today,
        own_consent_age=log.municipality.own_consent_age,
    )
