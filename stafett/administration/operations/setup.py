"""Verbs of the municipality's own set-up: change its settings, note its assessment, say that it is ready (issue H 1)."""

from stafett.administration import rules
from stafett.administration.enums import Event
from stafett.administration.models import GoLive, SettingChange
from stafett.administration.queries import setup as queries
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require


@operation(Event.SETTINGS_CHANGED, lock="municipality")
def change_settings(*, actor, municipality, part=None, **values):
    """Change settings; each that is changed stands in the history with what it was. Saving a `part` also says that
    somebody has looked it over, changed or not. Raises Refused for what is chosen before the first log."""
    before = queries.values_of(municipality)
    changed = [name for name, value in values.items() if value != before[name]]
    require(rules.may_change_settings(changed, has_logs=queries.has_logs()))
    for name in changed:
        setattr(municipality, name, values[name])
    municipality.save(update_fields=changed)
    SettingChange.objects.bulk_create(
        SettingChange(
            municipality_id=actor.municipality_id, field=name, before=str(before[name])[:300],
            after=str(values[name])[:300], changed_by_id=actor.person_id, changed_at=clock.now(),
        )
        for name in changed
    )  # fmt: skip
    if part:
        _note_looked_over(actor, part)
    return Outcome(municipality, {"changed": changed} | ({"part": str(part)} if part else {}))


@operation(Event.ASSESSMENT_NOTED)
def note_assessment(*, actor, assessed_on, today):
    """Note when the assessment of the privacy risks was approved. Raises Refused."""
    require(rules.may_note_assessment(assessed_on, today=today))
    row = _go_live(actor)
    row.assessed_on, row.assessed_by_id = assessed_on, actor.person_id
    row.save(update_fields=["assessed_on", "assessed_by"])
    return Outcome(row, {"assessed_on": assessed_on.isoformat()})


@operation(Event.SAID_READY)
def say_ready(*, actor, municipality, today):
    """Say that the municipality is ready: from now on logs may be started. Raises Refused while something that is unsafe
    is left."""
    checks = rules.checks_of(queries.standing_of(municipality, today=today))
    require(rules.may_say_ready(checks))
    row = _go_live(actor)
    row.ready_at, row.ready_by_id = clock.now(), actor.person_id
    row.save(update_fields=["ready_at", "ready_by"])
    return row


def _note_looked_over(actor, part):
    row = _go_live(actor)
    if str(part) not in row.looked_over:
        row.looked_over = [*row.looked_over, str(part)]
        row.save(update_fields=["looked_over"])


def _go_live(actor):
    GoLive.objects.get_or_create(municipality_id=actor.municipality_id)
    return GoLive.objects.select_for_update(of=("self",)).get()
