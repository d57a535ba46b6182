"""Many logs, many entries and many municipalities, written straight into the tables."""

from datetime import timedelta

from stafett.access.models import Grant
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.models import Child, GuardianRelation, Municipality, Unit
from stafett.register.people import new_person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import BrightSpot, Concern, Goal, Measure, MeasureOwner, Note, RelayLog
from tests import stage

HERE = cast.EKSEMPELVIK.id


def entries(log, count):
    """That many more acts in the log's story: bright spots, notes, factors, goals and steps in turn."""
    kari, concern = stage.actor("kari"), log.concerns.first()
    ladder = operations.shape_ladder(
        actor=kari, log=log, concern=concern, title="Ut", shaped_with_child=True, steps=["En", "To", "Tre"]
    )
    step = ladder.steps.get(position=1)
    for number in range(count - 1):
        kind = number % 5
        if kind == 0:
            operations.share_bright_spot(actor=kari, log=log, text=f"Lysglimt {number} {ladder.pk}")
        elif kind == 1:
            operations.write_note(actor=kari, log=log, text=f"Notat {number} {ladder.pk}")
        elif kind == 2:
            operations.add_factor(actor=kari, log=log, concern=concern, kind="group", text=f"Faktor {number}")
        elif kind == 3:
            _change(kari, log, step, "take")
        else:
            _change(kari, log, step, "undo")


def logs_like(log, count, *, holder="kari", relation="baton_holder"):
    """That many copies of a log, each about a child and guardian of its own, where somebody has a place."""
    with within(HERE):
        for number in range(count):
            _copy(log, number, cast.person(holder).id, relation)


def municipalities(count):
    """That many neighbours, each with a unit and a person."""
    for number in range(count):
        made = Municipality(name=f"Nabo {number}", slug=f"nabo-{number}")
        with within(made.pk):
            made.save(force_insert=True)
            Unit.objects.create(municipality=made, name="Skole", sort_key="skole", kind="school")
            new_person(municipality_id=made.pk, given_name="Kari", family_name="Eksempelmo").save()


def _change(actor, log, step, change):
    operations.change_step(actor=actor, log=log, step=step, change=change, today=stage.today())


def _copy(log, number, holder, relation):
    here = {"municipality_id": HERE}
    pupil, parent = (
        new_person(**here, given_name=f"Barn {number}", family_name=name) for name in ("Kopi", "Forelder")
    )
    pupil.save()
    parent.save()
    child = Child.objects.create(**here, person=pupil, unit_id=log.unit_id, first_grade_year=2020)
    GuardianRelation.objects.create(
        **here,
        child=child,
        guardian=parent,
        state="confirmed",
        state_source="imported",
        confirmed_at=clock.now(),
    )
    copy = RelayLog.objects.get(pk=log.pk)
    copy.pk, copy.child = RelayLog().pk, child
    copy.save(force_insert=True)
    place = {"unit_id": log.unit_id, "given_by_id": holder, "started_at": clock.now()}
    Grant.objects.create(**here, log=copy, person_id=holder, relation=relation, **place)
    if relation != "baton_holder":  # somebody always has the baton
        colleague = cast.person("yusuf").id
        Grant.objects.create(**here, log=copy, person_id=colleague, relation="baton_holder", **place)
    Consent.objects.create(
        **here, log=copy, guardian=parent, locale="nb", signed_on=stage.today(), recorded_by_id=holder,
        valid_until=stage.today() + timedelta(days=200), recorded_at=clock.now(),
    )  # fmt: skip
    made = {"created_by_id": holder, "created_at": clock.now()}
    concern = Concern.objects.create(
        **here, **made, log=copy, state="active", title="Kopi", category="health", shared_at=clock.now()
    )
    Goal.objects.create(**here, **made, log=copy, concern=concern, text="Mål")
    measure = Measure.objects.create(
        **here, **made, log=copy, concern=concern, state="active", arena="home", type="home", description="Tiltak",
        start_by=stage.today(), evaluate_by=stage.today() + timedelta(days=9),
    )  # fmt: skip
    MeasureOwner.objects.create(**here, log=copy, measure=measure, kind="guardians")
    words = {"author_id": holder, "author_name": "X", "at": clock.now()}
    BrightSpot.objects.create(**here, log=copy, text="Glimt", **words)
    Note.objects.create(**here, log=copy, text="Notat", **words)
