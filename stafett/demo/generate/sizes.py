"""How much is generated, how it is shared out between municipalities, and where to find the marked rows."""

from dataclasses import dataclass
from uuid import UUID, uuid5

NAMESPACE = UUID("5afe77ed-0000-5000-8000-9e0e7a7ed000")
BUSY_LOGS = 25  # so many logs one teacher in each municipality holds
FULL_LOG = 60  # so many entries the marked log has
STEEPNESS = 1.4  # the largest of 357 gets an eighth of the children, as Oslo has; half get under 1,100


@dataclass(frozen=True)
class Marks:
    """Ids of the rows that a bench asks for: found without looking, the same for the same seed."""

    municipality: UUID
    holder: UUID  # a teacher who holds BUSY_LOGS logs, the two below among them
    full_log: UUID  # FULL_LOG entries
    other_log: UUID  # an ordinary active log


@dataclass(frozen=True)
class Share:
    """One municipality's part of a plan. `index` counts from 0, the largest municipality."""

    seed: int
    index: int
    children: int
    logs: int

    @property
    def marks(self) -> Marks:
        return Marks(
            municipality=self._id("municipality"),
            holder=self._id("holder"),
            full_log=self._id("log/0"),
            other_log=self._id("log/1"),
        )

    @property
    def busy_logs(self) -> int:
        """How many logs the busy teacher holds."""
        return min(BUSY_LOGS, self.logs)

    def _id(self, what: str) -> UUID:
        return uuid5(NAMESPACE, f"{self.seed}/{self.index}/{what}")


@dataclass(frozen=True)
class Plan:
    """How many municipalities, children and logs in all, and the seed everything is drawn from.

    Raises ValueError when there are fewer children than municipalities, or more logs than children.
    """

    municipalities: int
    children: int
    logs: int
    seed: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.municipalities <= self.children:
            raise ValueError("There must be at least one municipality, and a child in each.")
        if not 0 <= self.logs <= self.children:
            raise ValueError("There cannot be more logs than children: a child has one log.")

    def shares(self) -> list[Share]:
        """Each municipality's part, the largest first; they add up exactly."""
        weights = [1 / (rank + STEEPNESS) for rank in range(self.municipalities)]
        extra = split(self.children - self.municipalities, weights)
        children = [1 + more for more in extra]
        logs = split(self.logs, [float(number) for number in children])
        return [
            Share(self.seed, index, own_children, own_logs)
            for index, (own_children, own_logs) in enumerate(zip(children, logs, strict=True))
        ]


def split(total: int, weights: list[float]) -> list[int]:
    """Share out a whole number by weight, exactly: whoever lost most in the rounding gets the rest."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(number) for number in exact]
    by_loss = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_loss[: total - sum(parts)]:
        parts[i] += 1
    return parts
