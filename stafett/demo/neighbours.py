"""Invented municipalities that share their numbers with the two of the cast, and have nothing else in the demo."""

from collections.abc import Iterator

from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import made_id, today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.insight import operations, queries
from stafett.insight.enums import SUMMED, SharedTable
from stafett.insight.models import SharedNumber, Sharing
from stafett.insight.rules import FEWEST
from stafett.kernel import clock
from stafett.register.models import Municipality
from stafett.register.tenancy import within

# (short name, name, logs for each hundred in Eksempelvik, steps of ten per cent above or below it)
OTHERS = (
    ("provedal", "Prøvedal kommune", 164, 1),
    ("tenkheim", "Tenkheim kommune", 71, -1),
    ("liksomoy", "Liksomøy kommune", 38, 0),
)
ADMINISTRATORS = {"eksempelvik": "randi", "domesund": "gudveig"}


def life_of(place: Place) -> Iterator[When]:
    """The place says yes to sharing the day after its numbers came; Eksempelvik has three neighbours that did so before."""
    yield on(-1, 5, 0)
    numbers = queries.to_share(today=today())
    if place.slug == cast.EKSEMPELVIK.slug:
        for slug, name, of_a_hundred, steps in OTHERS:
            _neighbour(slug, name, [(each, _changed(each, of_a_hundred, steps)) for each in numbers])
    operations.share_numbers(
        actor=sessions.actor_of(cast.person(ADMINISTRATORS[place.slug]).id, today=today()),
        seen=queries.fingerprint(numbers), today=today(),
    )  # fmt: skip


def _neighbour(slug, name, numbers):
    own = made_id("place", slug)
    with within(own):
        Municipality.objects.create(id=own, name=name, slug=slug, locale="nb", model_alias="BTI")
        sharing = Sharing.objects.create(municipality_id=own, agreed_at=clock.now())
        SharedNumber.objects.bulk_create(
            SharedNumber(
                municipality_id=own, sharing=sharing, counted_on=each.counted_on, table=each.table, key=each.key,
                value=value,
            )
            for each, value in numbers
        )  # fmt: skip


def _changed(shared, of_a_hundred, steps):
    """A number like it in a larger or smaller place, hidden where it would be small."""
    if shared.value is None:
        return None
    if shared.table in SUMMED:
        logs = shared.value * of_a_hundred // 100
        return logs if logs >= FEWEST else None
    if shared.table in (SharedTable.WEEKS, SharedTable.PER_HUNDRED):
        return shared.value - steps
    return min(max(shared.value + 10 * steps, 0), 100)
