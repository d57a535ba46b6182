"""Kinds and lists of the meeting."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeetingKind(TextChoices):
    """What the meeting is for: it decides the steps (S003-42..46, S001-42)."""

    FIRST = "first", _("Første møte om en oppmerksomhet")
    FOLLOW_UP = "follow_up", _("Oppfølgingsmøte")


class MeetingForm(TextChoices):
    """How people meet (S001-44)."""

    IN_PERSON = "in_person", _("Vi møtes")
    PHONE = "phone", _("På telefon")
    VIDEO = "video", _("På video")


class InterpreterBooking(TextChoices):
    """Whether an interpreter is needed, and comes; never a child or a sibling (L-49)."""

    NOT_NEEDED = "not_needed", _("Ingen trenger tolk")
    TO_BE_BOOKED = "to_be_booked", _("Tolk skal bestilles")
    BOOKED = "booked", _("Tolk er bestilt")


class Answer(TextChoices):
    """What somebody who is invited has said."""

    NONE = "none", _("Har ikke svart")
    YES = "yes", _("Kommer")
    NO = "no", _("Kan ikke")


class MeetingStep(TextChoices):
    """The steps of meeting mode, in their order. A follow-up meeting begins with what was agreed last time.

    Source: S003-42..46, S003-54, S001-42, S001-43.
    """

    EVALUATION = "evaluation", _("Hvordan har det gått?")
    CONCERN = "concern", pgettext_lazy("meeting step", "Oppmerksomhet")
    ANALYSIS = "analysis", pgettext_lazy("meeting step", "Analyse")
    GOAL = "goal", pgettext_lazy("meeting step", "Mål")
    MEASURES = "measures", pgettext_lazy("meeting step", "Tiltak")
    DATES = "dates", pgettext_lazy("meeting step", "Dato")
    SUMMARY = "summary", pgettext_lazy("meeting step", "Oppsummering")


class Confirmed(TextChoices):
    """How somebody said that the minutes are right."""

    OWN_DEVICE = "own_device", _("På egen telefon eller maskin")
    AT_THE_TABLE = "at_the_table", _("Ved bordet")


class PulseQuestion(TextChoices):
    """The three questions after a meeting (L-45)."""

    HEARD = "heard", _("Ble du hørt?")
    AGREED = "agreed", _("Ble vi enige?")
    KNOWS_NEXT = "knows_next", _("Vet du hva som skjer nå?")


class Face(IntegerChoices):
    """The three faces of an answer, said in words too."""

    NO = 1, _("Nei")
    PARTLY = 2, _("Litt")
    YES = 3, _("Ja")
