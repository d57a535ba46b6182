"""Kinds and lists from the sources (domain 2.7). Labels are the sources' own."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(IntegerChoices):
    """Level of effort. Level 0 stores nothing about a child, so a log begins at 1 (S003-01)."""

    ONE = 1, _("Nivå 1")
    TWO = 2, _("Nivå 2")
    THREE = 3, _("Nivå 3")


class StartCriterion(TextChoices):
    """When measures, and a log, are called for (S001-06..11)."""

    OVER_TIME = "over_time", _("Utfordringen krever tiltak over tid")
    NEXT_HOLDER = "next_holder", _("Tiltakene er av et slag som den neste stafettholderen bør kjenne til")
    ARRANGEMENT = "arrangement", _("Barnet trenger særlig tilrettelegging for å fungere i gruppe eller alene")
    OUTSIDE_NORMAL = (
        "outside_normal",
        _("Motorikk, språk, oppmerksomhet, atferd, skolefravær eller lignende ligger utenfor normalområdet"),
    )
    COMPLEX = "complex", _("Utfordringen er sammensatt")
    GUARDIANS = "guardians", _("Foresatte har tatt opp noe som krever flere tiltak")


class Category(TextChoices):
    """What the concern is about (S003-31)."""

    SUBJECTS = "subjects", _("Fagvansker")
    CONCENTRATION = "concentration", _("Konsentrasjon / oppmerksomhet")
    MOTOR_SKILLS = "motor_skills", _("Motorikk")
    SOCIAL_INTERACTION = "social_interaction", _("Sosialt samspill")
    LANGUAGE = "language", _("Språk")
    WELLBEING = "wellbeing", _("Trivsel")
    LEISURE = "leisure", _("Fritid")
    HEALTH = "health", _("Helse")
    OTHER = "other", pgettext_lazy("category", "Annet")


class Subcategory(TextChoices):
    """Under Fagvansker (S003-32)."""

    READING_SPEED = "reading_speed", _("Lesehastighet")
    READING_FLUENCY = "reading_fluency", _("Leseflyt")
    METHOD_UNDERSTANDING = "method_understanding", _("Metodeforståelse")
    NUMBER_SKILLS = "number_skills", _("Tallferdigheter")
    ATTENTION = "attention", pgettext_lazy("category", "Oppmerksomhet")
    OTHER_ATTENTION = "other_attention", _("Annen oppmerksomhet")


OWN = "own-"  # how the keys of a municipality's own subcategories begin (S003-33)


class GoalKind(TextChoices):
    """A main goal or a step towards it (S003-58)."""

    MAIN = "main", _("Hovedmål")
    SUB = "sub", _("Delmål")


class Smarte(TextChoices):
    """The six checks of a good goal (S003-61)."""

    SPECIFIC = "s", _("Spesifikt")
    MEASURABLE = "m", _("Målbart")
    ACCEPTED = "a", _("Akseptert")
    REALISTIC = "r", _("Realistisk")
    TIME_BOUND = "t", _("Tidsbestemt")
    SIMPLE = "e", _("Enkelt")


class Informed(TextChoices):
    """Who knows about the concern (S003-35)."""

    CHILD = "child", _("Barnet")
    GUARDIANS = "guardians", _("Foresatte")
    LEADER = "leader", _("Leder")
    COLLEAGUES = "colleagues", _("Kolleger på teamet eller avdelingen")
    PARTICIPANTS = "participants", _("Aktørene i loggen")


class FactorKind(TextChoices):
    """Where a maintaining factor lies: seldom in the child alone (S003-27, W-09)."""

    CHILD = "child", _("Hos barnet")
    GROUP = "group", _("I gruppen")
    ADULTS = "adults", _("Hos oss voksne")
    ORGANISATION = "organisation", _("I rammene rundt")
    HOME = "home", _("Hjemme")

    @property
    def question(self):
        """What to ask when nothing is written there yet."""
        return _QUESTIONS[self]


_QUESTIONS = {
    FactorKind.CHILD: _("Hva er vanskelig for barnet? Hva får barnet til?"),
    FactorKind.GROUP: _("Hva skjer mellom barna? Hvordan er det å være i gruppen?"),
    FactorKind.ADULTS: _("Hva gjør vi voksne som holder det i gang? Hva kan vi gjøre annerledes?"),
    FactorKind.ORGANISATION: _("Hva betyr rommet, tiden, overgangene og planene våre?"),
    FactorKind.HOME: _("Hva er annerledes hjemme? Hva virker der?"),
}


class NamedBy(TextChoices):
    """In whose round a factor came up (S001-23, S001-25)."""

    STAFF = "staff", _("De ansatte")
    GUARDIANS = "guardians", _("Foresatte")
    CHILD = "child", _("Barnet")


class AnalysisRound(TextChoices):
    """The two rounds of the analysis: the staff's own first, then with guardians and child (S001-23, S001-25)."""

    STAFF = "staff", _("De ansattes runde")
    FAMILY = "family", _("Runden med familien")


class Arena(TextChoices):
    """Where the measure happens: the three slots of the board (S001-26..28, X11)."""

    SERVICE = "service", _("I tjenesten")
    HOME = "home", _("Hjemme")
    CHILD = "child", _("Barnet selv")


class MeasureType(TextChoices):
    """The seven types of measure (S003-36)."""

    GROUP = "group", _("Tiltak i gruppe")
    INDIVIDUAL = "individual", _("Individuell oppfølging")
    ASSESSMENT = "assessment", _("Kartlegging")
    HOME = "home", _("Tiltak i hjemmet")
    OBSERVATION = "observation", _("Observasjon")
    CLOSE_FOLLOW_UP = "close_follow_up", _("Tett oppfølging")
    TRAINING = "training", _("Trening")


class OwnerKind(TextChoices):
    """Who follows the measure up; more than one may be ticked (S003-40)."""

    BATON_HOLDER = "baton_holder", _("Det er mitt ansvar å følge opp tiltaket")
    GUARDIANS = "guardians", _("Det er foresattes ansvar å følge opp tiltaket")
    CHILD = "child", _("Det er barnets eget ansvar å følge opp tiltaket")
    PARTICIPANT = "participant", _("Valgte aktører har ansvar for å følge opp tiltaket")

    @property
    def short(self):
        """The owner in one word, for the board."""
        return _OWNER_SHORT[self]


_OWNER_SHORT = {
    OwnerKind.BATON_HOLDER: _("Stafettholder"),
    OwnerKind.GUARDIANS: _("Foresatte"),
    OwnerKind.CHILD: _("Barnet"),
    OwnerKind.PARTICIPANT: _("Aktør"),
}


class EvaluationOption(TextChoices):
    """The six options of the evaluation dialog, in the source's order (S003-72)."""

    ONGOING = "ongoing", _("Pågående")
    NO_EFFECT = "no_effect", _("Har ikke gitt ønsket effekt")
    SOME_EFFECT = "some_effect", _("Har gitt noe virkning")
    EFFECT = "effect", _("Har gitt ønsket effekt")
    EFFECT_CONTINUED = "effect_continued", _("Har gitt ønsket effekt og fortsetter i det daglige")
    MISREGISTERED = "misregistered", _("Feilregistrert tiltak")

    @property
    def result(self):
        """What the option leads to, as the dialog says it."""
        return _RESULTS[self]


_RESULTS = {
    EvaluationOption.ONGOING: _("Tiltaket fortsetter. Dere kan evaluere det senere."),
    EvaluationOption.NO_EFFECT: _("Avsluttes. Dere lager et nytt tiltak."),
    EvaluationOption.SOME_EFFECT: _("Tiltaket justeres."),
    EvaluationOption.EFFECT: _("Avsluttes."),
    EvaluationOption.EFFECT_CONTINUED: _("Avsluttes. Videreføres i daglig arbeid."),
    EvaluationOption.MISREGISTERED: _("Et korrigert tiltak legges inn."),
}


class PlanStanding(TextChoices):
    """Where it stands with an individual plan, which the family asks for or not (L-44)."""

    NOT_ASKED = "not_asked", _("Vi har ikke snakket om det ennå")
    NOT_WANTED = "not_wanted", _("Familien ønsker det ikke nå")
    ASKED_FOR = "asked_for", _("Familien har bedt om det")
    IN_USE = "in_use", _("Barnet har individuell plan")


class EvaluationForm(TextChoices):
    """How the evaluation was held (S001-44)."""

    MEETING = "meeting", _("I møte")
    PHONE = "phone", _("På telefon")
    DIGITAL = "digital", _("Digitalt")


class TookPart(TextChoices):
    """Who took part in the evaluation (S001-42)."""

    GUARDIANS = "guardians", _("Foresatte")
    CHILD = "child", _("Barnet")
    BATON_HOLDER = "baton_holder", _("Stafettholder")
    PARTICIPANTS = "participants", _("Aktører")
