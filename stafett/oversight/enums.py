"""Fixed words of oversight: what is unusual about a reading, what came of looking at it, events and refusals."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sign(TextChoices):
    """What makes a reading worth a look (SEC-08). The label is the heading, `explanation` what it may mean."""

    NO_PLACE = "no_place", _("Ingen plass i loggen")
    INSIGHT = "insight", _("Leder åpnet loggen")
    MANY_CHILDREN = "many_children", _("Mange barn på kort tid")
    NIGHT = "night", _("Om natten")
    OWN_FAMILY = "own_family", _("Egen familie")
    SAME_NAME = "same_name", _("Samme etternavn")
    COLLEAGUES_CHILD = "colleagues_child", _("Barnet til en kollega")
    REFUSED_BEFORE = "refused_before", _("Avvist først")

    @property
    def explanation(self):
        """One sentence: what was seen, without saying that anything is wrong."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    Sign.NO_PLACE: _("Sporet viser ingen åpen plass i loggen på det tidspunktet."),
    Sign.INSIGHT: _("En leder åpnet loggen med en begrunnelse, som familien også kan lese."),
    Sign.MANY_CHILDREN: _("Leste om flere barn i løpet av en time enn det som er vanlig."),
    Sign.NIGHT: _("Leste mellom klokka 22 og 6."),
    Sign.OWN_FAMILY: _("Den som leste som ansatt, er registrert som foresatt for barnet."),
    Sign.SAME_NAME: _("Den som leste, har samme etternavn som barnet."),
    Sign.COLLEAGUES_CHILD: _("En foresatt arbeider i samme enhet som den som leste."),
    Sign.REFUSED_BEFORE: _("Spurte etter loggen uten å ha tilgang, og leste den senere."),
}


class Paper(TextChoices):
    """What a concern can be taken out as; the value is the file's name (W-12)."""

    PLAN = "plan", _("Plan etter opplæringsloven § 12-4")
    PPT = "vedlegg-ppt", _("Vedlegg til PPT")
    JOURNAL = "journal", _("Tekst til journalen")


class Outcome(TextChoices):
    """What came of looking at a reading."""

    IN_ORDER = "in_order", _("Det er i orden")
    FOLLOWED_UP = "followed_up", _("Jeg følger det opp")


class Event(TextChoices):
    """What the trail tells of those who read the trail."""

    REVIEWED = "oversight.reviewed", _("%(actor)s så på en uvanlig lesing.")
    LOOKED_UP = "oversight.looked_up", _("%(actor)s søkte etter navn for å se i sporet.")
    EXPORTED = "oversight.exported", _("%(actor)s tok ut en liste fra sporet.")
    PACKAGE_MADE = "oversight.package_made", _("%(actor)s laget en innsynspakke.")


class Refusal(TextChoices):
    """Why a search, a review or a paper is refused, in words."""

    NOTHING_TO_REVIEW = "nothing_to_review", _("Sporet viser ingen slik lesing den dagen.")
    NO_LOG_FOR_THEM = "no_log_for_them", _("Denne personen har ikke tilgang til noen logg om barnet nå.")
    PLAN_IS_FOR_GUARDIANS = (
        "plan_is_for_guardians",
        _(
            "Foresatte får planen, og denne oppmerksomheten er ikke vist for dem. Derfor lages det ingen plan av den."
        ),
    )
    PERIOD_BACKWARDS = "period_backwards", _("Perioden må slutte etter at den begynner.")
    PERIOD_TOO_LONG = "period_too_long", _("Velg en periode på inntil %(days)s dager.")
