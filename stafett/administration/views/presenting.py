"""How a guardian relation is shown: its status in plain words, what it means, and the next step."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from stafett.register import rules
from stafett.register.enums import RelationKind, RelationState

TAGS = {
    RelationState.UNCLEAR: "soon",
    RelationState.CONFIRMED: "done",
    RelationState.BLOCKED: "stopped",
    RelationState.ENDED: "draft",
}


@dataclass(frozen=True)
class ShownGuardian:
    """One guardian in a list. `id` leads to the leader's page; `asks` says that a request can be noted."""

    id: UUID
    name: str
    what: str
    tag: tuple[str, str]
    means: str
    may_ask: bool


def guardian(relation, *, by_leader: bool) -> ShownGuardian:
    """A relation as staff in the unit see it. Why somebody is blocked is not among it (L-25)."""
    parts = [relation.get_kind_display()]
    if relation.has_parental_responsibility:
        parts.append(_("har foreldreansvar"))
    return ShownGuardian(
        id=relation.pk,
        name=relation.guardian.name,
        what=" · ".join(str(part) for part in parts),
        tag=(TAGS[relation.state], relation.get_state_display()),
        means=meaning(relation, by_leader=by_leader),
        may_ask=not relation.has_parental_responsibility and relation.state != RelationState.ENDED,
    )


def meaning(relation, *, by_leader: bool) -> str:
    """What a status means, and who takes the next step."""
    if relation.state == RelationState.UNCLEAR:
        if by_leader:
            return _("Leser ingenting ennå. Noen andre enn den som la det inn, må bekrefte.")
        return _("Leser ingenting ennå. Enhetslederen bekrefter.")
    if relation.state == RelationState.BLOCKED:
        return _("Leser ingenting. Spørsmål går til enhetslederen.")
    if relation.state == RelationState.ENDED:
        return _("Er ikke lenger foresatt.")
    if relation.has_parental_responsibility:
        return _("Kan samtykke, og lese loggen når den er åpnet.")
    if relation.kind == RelationKind.FOSTER_PARENT:
        return _("Leser ikke loggen. Enhetslederen kan endre det når det finnes et vedtak.")
    return _("Leser ikke loggen. Kan be om informasjon om barnet.")


def entered(relation) -> str:
    """What is said when somebody has been entered."""
    if relation.state == RelationState.CONFIRMED:
        return _("Den foresatte er lagt inn, og bekreftet i Folkeregisteret.")
    return _("Den foresatte er lagt inn, og venter på at en leder bekrefter.")


def is_protected(child) -> bool:
    """Whether the child's address is protected (L-27)."""
    return rules.is_protected(child.person.protection)
