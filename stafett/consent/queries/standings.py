"""What the consents of logs amount to, in one query however many logs there are."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from stafett.consent import rules
from stafett.consent.models import Consent
from stafett.consent.standing import GivenConsent, Standing
from stafett.register import rules as register_rules
from stafett.register.enums import ConsentPolicy, RelationState
from stafett.register.models import GuardianRelation


def standing_of(log, *, today: date) -> Standing:
    """Guardians of the log's child with what was said about consent, and what that amounts to today. One query."""
    return standings_of([log], today=today)[log.pk]


def standings_of(logs, *, today: date) -> dict:
    """The standing of each log by its id, in one query however many logs there are.

    Each log must carry its municipality (select_related), which decides whether all or one must consent (L-10), and
    its child with person. A second query is asked only when some of the children have no guardians at all.
    """
    words = Consent.objects.filter(log_id__in=[log.pk for log in logs], log__child_id=OuterRef("child_id"))
    relations = list(
        GuardianRelation.objects.filter(child_id__in={log.child_id for log in logs})
        .exclude(state__in=[RelationState.BLOCKED, RelationState.ENDED])
        .select_related("guardian")
        .annotate(given=ArraySubquery(_as_json(words)))
        .order_by("guardian__sort_key", "id")
    )
    said = {item["id"]: item for relation in relations for item in relation.given}
    alone = {log.child_id for log in logs} - {relation.child_id for relation in relations}
    if alone:
        rows = Consent.objects.filter(log__in=[log.pk for log in logs if log.child_id in alone])
        said |= {item["json"]["id"]: item["json"] for item in _as_json(rows)}
    given = [GivenConsent.from_json(item) for item in said.values()]
    by_log = {log.pk: [each for each in given if said[str(each.id)]["log_id"] == str(log.pk)] for log in logs}
    return {log.pk: _standing(log, relations, by_log[log.pk], today=today) for log in logs}


def _as_json(words):
    return words.order_by("signed_on", "recorded_at").values(json=JSONObject(
        id="id", log_id="log_id", guardian_id="guardian_id", for_unit_id="for_unit_id", signed_on="signed_on",
        valid_until="valid_until", covered_unit_ids="covered_unit_ids", locale="locale", limits="limits", form="form",
        restrictions="restrictions", missing_facts="missing_facts", asks_to_end="asks_to_end",
    ))  # fmt: skip


def _standing(log, all_relations, consents, *, today):
    relations = [relation for relation in all_relations if relation.child_id == log.child_id]
    policy, youth = log.municipality.consent_policy, youth_of(log)
    asked, is_known = _asked(log, relations, policy, today)
    needed, last_day = rules.deciders(
        guardians_with_responsibility=asked, consents=consents, youth=youth, today=today
    )
    terms = {
        "policy": policy, "guardians_with_responsibility": asked, "consents": consents, "youth": youth, "today": today,
    }  # fmt: skip
    youth_decides = youth is not None and needed == {youth.id}
    ends_on = rules.ends_on(**terms) if is_known or youth_decides else None
    in_grace = youth is not None and not youth_decides and today >= youth.consents_from
    return Standing(
        relations=relations,
        consents=consents,
        needed=set(needed),
        policy=policy,
        is_valid=ends_on is not None,
        ends_on=ends_on,
        on=today,
        own_unit_id=log.unit_id,
        youth=youth,
        own_consent_by=last_day if in_grace else None,
        asked=asked,
    )


def youth_of(log):
    """The child as the one who comes to decide (L-11); None when the birth date is not known."""
    born = log.child.person.birth_date
    if born is None:
        return None
    own_consent_age = log.municipality.own_consent_age
    return rules.Youth(
        log.child.person_id, register_rules.consents_from(born, own_consent_age=own_consent_age)
    )


def _asked(log, relations, policy, today):
    """Who decides as long as the youth does not, and whether enough is known about that (L-10, L-24, L-26)."""
    if log.child.consent_held_by_unit_id:
        return frozenset({log.child.consent_held_by_unit_id}), True
    responsible = [relation for relation in relations if has_responsibility(relation, today)]
    confirmed = frozenset(r.guardian_id for r in responsible if r.state == RelationState.CONFIRMED)
    return confirmed, len(confirmed) == len(responsible) or policy == ConsentPolicy.ONE


def has_responsibility(relation, today):
    """Whether a guardian has parental responsibility on the day, also when nobody has confirmed it yet (L-20)."""
    begun = relation.responsibility_from is None or relation.responsibility_from <= today
    return relation.has_parental_responsibility and begun
