"""Verbs of the municipality's own words for what concerns are about (S003-31, S003-33)."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import OWN, Event, Refusal
from stafett.relay_log.models import CategoryWord
from stafett.relay_log.queries import categories as queries
from stafett.relay_log.rules import categories as rules


@operation(Event.CATEGORY_CALLED, lock="municipality")
def call_category(*, actor, municipality, category, key, nb, nn, hide):
    """Say what a category, or something under it, is called here, and whether it is offered.

    `key` is empty for the category itself; empty words mean those of the sources. What is written in logs already stays
    as it is. Raises Refused.
    """
    if queries.word_for(category, key) is None:
        require(no(Refusal.UNKNOWN_SUBCATEGORY))
    if hide:
        require(rules.may_hide(category, key))
    others = _labels(category, key)
    require(rules.may_call(nb, nn, others=others, is_own=rules.is_own(key)))
    row = CategoryWord.objects.filter(category=category, key=key).first()
    was_hidden = row.hidden_at if row else None
    given = {"nb": nb, "nn": nn, "hidden_at": (was_hidden or clock.now()) if hide else None}
    if row is None:
        row = CategoryWord(municipality_id=municipality.pk, category=category, key=key)
        row.changed_at = clock.now()  # the order on the list is the order they came in
    for name, value in given.items():
        setattr(row, name, value)
    row.changed_by_id = actor.person_id
    row.save()
    return Outcome(row, {"category": category, "key": key, "is_hidden": hide})


@operation(Event.CATEGORY_CALLED, lock="municipality")
def add_subcategory(*, actor, municipality, category, nb, nn):
    """Put one of the municipality's own words under a category (S003-33). Raises Refused."""
    require(rules.may_add(len(queries.known()[category])))
    require(rules.may_call(nb, nn, others=_labels(category, None), is_own=True))
    row = CategoryWord.objects.create(
        municipality_id=municipality.pk, category=category, key=f"{OWN}{new_id().hex[-20:]}", nb=nb, nn=nn,
        changed_by_id=actor.person_id, changed_at=clock.now(),
    )  # fmt: skip
    return Outcome(row, {"category": category, "key": row.key})


def own_words(category, subcategory):
    """What a concern keeps of the municipality's words when it chooses these: None when they are the sources' own."""
    kept = {}
    for which, key in (("category", ""), ("subcategory", subcategory)):
        word = queries.word_for(category, key) if key or which == "category" else None
        if word and word.nb:
            kept[which] = {"nb": word.nb, "nn": word.nn}
    return kept or None


def _labels(category, key):
    """The words in both written languages that one on this list stands among. `key` is None for a new one under it."""
    words, found = queries.words(), set()
    for language in ("nb", "nn"):
        listed = rules.entries(words, language=language)
        if key == "":
            found |= {entry.label for each, entry in listed.items() if each != category}
        else:
            found |= {each.label for each in listed[category].under if each.key != key}
    return found
