"""Keeping the wording that somebody says yes to, and what its blanks were filled with (L-03)."""

from stafett.consent import rules
from stafett.consent.content import library
from stafett.consent.models import ConsentText
from stafett.kernel import clock
from stafett.register import staff


def said_to(log, *, locale, unit_ids, until) -> dict:
    """Fields of a consent that tell what was said yes to: the text, its blanks, and the facts it does not tell."""
    services = [unit.name for unit in staff.units_named(unit_ids)]
    text = library.content(locale)
    blanks = library.blanks(
        locale,
        child=log.child.person.name,
        unit=log.unit.name,
        municipality=log.municipality.name,
        services=services,
        until=until,
    )
    missing = rules.missing_facts(told=library.facts_told(text), receivers=[log.unit.name, *services])
    return {"text": _kept(log.municipality_id, locale), "filled": blanks, "missing_facts": missing}


def _kept(municipality_id, locale):
    row, _made = ConsentText.objects.get_or_create(
        municipality_id=municipality_id,
        sha256=library.digest(locale),
        defaults={
            "locale": locale, "content": library.content(locale), "first_used_at": clock.now(),
        },
    )  # fmt: skip
    return row
