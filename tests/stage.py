"""Builds a log up to where a test begins, through the product's own operations. The cast plays."""

from datetime import date, timedelta

from stafett.consent import operations as consent_operations
from stafett.demo import cast
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.models import Child
from stafett.relay_log import operations, queries
from stafett.relay_log.models import Concern, Measure, RelayLog

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def today() -> date:
    """The day the test is on."""
    return today_in_norway(clock.now())


def actor(key):
    """A person of the cast as an actor today; must run within the place."""
    return sessions.actor_of(cast.person(key).id, today=today())


def child(key):
    """A child of the cast as a row."""
    return Child.objects.select_related("person", "unit").get(person_id=cast.person(key).id)


def started_log(child_key="nils", holder="kari", **given):
    """A log that waits for consent."""
    row = child(child_key)
    options = {
        "criteria": ["over_time"],
        "simple_measures_tried": True,
        "leader_id": cast.person("elle").id,
        "leader_agreed_on": today(),
    }
    return operations.start_log(
        actor=actor(holder), child=row, unit_id=row.unit_id, today=today(), **{**options, **given}
    )


def consent_from(log, guardian_id, *, holder="kari", units=(), until=None, **given):
    """A paper consent from one guardian."""
    options = {
        "signed_on": today(), "valid_until": until or today() + timedelta(days=300), "locale": "nb", "limits": "",
        "file": ("samtykke.pdf", PDF),
    }  # fmt: skip
    return consent_operations.record_paper_consent(
        actor=actor(holder), log=log, guardian_id=guardian_id, covered_unit_ids=list(units), today=today(),
        **{**options, **given},
    )  # fmt: skip


def open_log(child_key="nils", holder="kari", units=()):
    """A log in use: everyone with parental responsibility has consented."""
    log = started_log(child_key, holder)
    for relation in cast.relations_of(child_key):
        if relation.has_parental_responsibility and relation.state == "confirmed":
            consent_from(log, cast.person(relation.guardian).id, holder=holder, units=units)
    operations.open_log(actor=actor(holder), log=log)
    return reached(log, holder)


def reached(log, who="kari"):
    """The log as somebody reaches it, with its standing."""
    found = queries.reachable_log(actor(who), log.pk)
    if found:
        queries.facts_about(found, today=today())
    return found


def concern_words(**changed):
    """A concern's fields as its form gives them."""
    return {
        "title": "Eleven er ofte alene i friminuttene", "category": "social_interaction", "subcategory": "",
        "background": "", "context": "", "informed": ["guardians"], "talked_with_guardians_on": today(),
        "talked_with_child_on": today(), "child_view": "Jeg vil ha noen å leke med.", "no_child_talk_reason": "",
        "goal": {"text": "Eleven leker med andre i storefri.", "kind": "main", "success_indicator": "", "smarte": []},
    } | changed  # fmt: skip


def measure_words(**changed):
    """A measure's fields as its form gives them."""
    return {
        "arena": "service", "type": "group", "description": "Lekegruppe hver dag", "is_habit": False,
        "start_by": today(), "evaluate_by": today() + timedelta(weeks=6), "owner_kinds": ["baton_holder"],
        "chosen_ids": [], "accept_second": False,
    } | changed  # fmt: skip


def drafted_concern(log, **changed):
    """A private draft."""
    return operations.draft_concern(actor=actor("kari"), log=log, today=today(), **concern_words(**changed))


def shared_concern(log, **changed):
    """A concern that everyone in the log sees."""
    concern = drafted_concern(log, **changed)
    return operations.share_concern(actor=actor("kari"), log=log, concern=concern, today=today())


def add_measure(log, concern, **changed):
    """A measure on a concern."""
    return operations.add_measure(
        actor=actor("kari"), log=log, concern=concern, today=today(), **measure_words(**changed)
    )


def active_concern(log, **changed):
    """A concern under way with one measure in each slot."""
    concern = shared_concern(log, **changed)
    add_measure(log, concern)
    add_measure(
        log, concern, arena="home", type="home", description="Invitere hjem", owner_kinds=["guardians"]
    )
    add_measure(
        log, concern, arena="child", type="training", description="Si ja til å bli med", owner_kinds=["child"]
    )
    operations.activate_concern(
        actor=actor("kari"), log=log, concern=concern, no_child_measure_reason="", today=today()
    )
    return Concern.objects.get(pk=concern.pk)


def evaluate(log, measure, option="effect", **changed):
    """An evaluation of a measure."""
    given = {
        "form": "meeting", "took_part": ["guardians", "child"], "words": "Det gikk fint.", "new_evaluate_by": None,
        "reason": "",
    } | changed  # fmt: skip
    return operations.evaluate_measure(
        actor=actor("kari"), log=log, measure=measure, option=option, today=today(), **given
    )


def measure_in(concern, arena):
    """The one measure of a concern in a slot."""
    return Measure.objects.get(concern=concern, arena=arena, successor_of=None)


def state_of(thing):
    """The stored state of a thing."""
    return type(thing).objects.get(pk=thing.pk).state


def stored(log) -> RelayLog:
    """The log as it is stored now."""
    return RelayLog.objects.get(pk=log.pk)
