"""The four kinds of login provider as data: how sure a login must be, which claims name a person, how long it lasts."""

from dataclasses import dataclass
from datetime import timedelta

from stafett.identity.rules import ABSOLUTE_LIMIT


@dataclass(frozen=True)
class Profile:
    """What one kind of provider promises and demands.

    `levels` go from the weakest to the strongest that we accept at all; which of them is asked for is `level` in the
    login file. `number_claim` holds a verified personal number; where there is none, `handle_claim` holds the name that
    the municipality gave us for the employee.
    """

    name: str
    label: str
    levels: tuple[str, ...]
    default_level: str
    level_claim: str = "acr"
    number_claim: str = ""
    handle_claim: str = ""
    lasts: timedelta = ABSOLUTE_LIMIT
    accepts_secret: bool = False
    issuers: tuple[str, ...] = ()  # real ones; empty where each customer has an issuer of its own
    test_issuers: tuple[str, ...] = ()

    def accepted(self, level: str) -> tuple[str, ...]:
        """The levels that are as good as `level`, or better."""
        return self.levels[self.levels.index(level) :]


ID_PORTEN = Profile(
    name="id-porten",
    label="ID-porten",
    levels=("idporten-loa-substantial", "idporten-loa-high"),
    default_level="idporten-loa-high",
    number_claim="pid",
    lasts=timedelta(minutes=120),  # OIDC-01
    issuers=("https://idporten.no",),
    test_issuers=("https://test.idporten.no",),
)
ANSATTPORTEN = Profile(
    name="ansattporten",
    label="Ansattporten",
    levels=("substantial", "high"),
    default_level="high",
    number_claim="pid",
    lasts=timedelta(minutes=120),
    issuers=("https://ansattporten.no",),
    test_issuers=("https://test.ansattporten.no",),
)
ENTRA_ID = Profile(
    name="entra-id",
    label="Microsoft (Entra ID)",
    levels=("c1",),  # an authentication context that the municipality has tied to a second factor
    default_level="c1",
    level_claim="acrs",
    handle_claim="oid",
    accepts_secret=True,
)
FEIDE = Profile(
    name="feide",
    label="Feide",
    levels=("urn:mace:feide.no:auth:level:fad08:3",),
    default_level="urn:mace:feide.no:auth:level:fad08:3",
    handle_claim="https://n.feide.no/claims/eduPersonPrincipalName",
    accepts_secret=True,
    issuers=("https://auth.dataporten.no",),
)
PROFILES = {profile.name: profile for profile in (ID_PORTEN, ANSATTPORTEN, ENTRA_ID, FEIDE)}
