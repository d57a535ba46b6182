"""Several municipalities with counts of their own, some of which share their numbers with each other."""

from uuid import UUID

from stafett.insight import operations, queries, rules
from stafett.insight.models import Count, Sharing
from stafett.kernel.ids import new_id
from stafett.register.actor import Actor, Post
from stafett.register.models import Municipality, Unit
from stafett.register.tenancy import within
from tests import stage

BANDS = ("grades_1_4", "grades_5_7", "grades_8_10")
LARGE = {"school": (24, 31, 18), "kindergarten": (14,)}


def day():
    """The newest counting day."""
    return rules.newest_counting_day(stage.today())


def founded(name, schools=LARGE, **questions) -> UUID:
    """A municipality with units of each kind and their open logs by band; `questions` are shares in percent of them."""
    own = new_id()
    with within(own):
        Municipality.objects.create(
            id=own, name=f"{name} kommune", slug=f"{name.lower()}-{own.hex[-12:]}", locale="nb"
        )
        for kind, logs in schools.items():
            unit = Unit.objects.create(
                municipality_id=own, name=f"{name} {kind}", sort_key=name.lower(), kind=kind
            )
            for band, number in zip(BANDS, logs, strict=False):
                counted(
                    own, unit, band, all=number, **{key: number * of // 100 for key, of in questions.items()}
                )
    return own


def counted(own, unit, band, *, on=None, **questions):
    """Counts of one unit and band, by question."""
    Count.objects.bulk_create(
        Count(
            municipality_id=own, counted_on=on or day(), unit_id=unit.pk, kind=unit.kind, band=band, question=question,
            logs=logs,
        )
        for question, logs in questions.items()
    )  # fmt: skip


def shares(own):
    """The municipality says yes to what it would share; gives the yes."""
    with within(own):
        seen = queries.fingerprint(queries.to_share(today=stage.today()))
        return operations.share_numbers(actor=administrator(own), seen=seen, today=stage.today())


def stops(own):
    """It takes its numbers back."""
    with within(own):
        operations.stop_sharing(actor=administrator(own))


def seen_from(own, compared=None):
    """What its leaders see of everybody's numbers."""
    with within(own):
        return queries.national_numbers(administrator(own), today=stage.today(), compared=compared)


def own_numbers(own):
    """(table, key, day) -> what it shares now."""
    with within(own):
        found = queries.shared_by(own)
    return {(each.table.value, each.key, each.counted_on): each.value for each in found}


def together(own):
    """(table, key) -> the sum of all, as its leaders see it; sums only."""
    return {(row.table.value, row.key): row.together for row in seen_from(own).rows}


def administrator(own):
    """Somebody who runs the system there."""
    post = Post(own, "", "", "", "municipal_admin")
    return Actor(person_id=own, municipality_id=own, name="Administrator", posts=(post,))


def is_sharing(own):
    """Whether it does."""
    with within(own):
        return Sharing.objects.exists()
