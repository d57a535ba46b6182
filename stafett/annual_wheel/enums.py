"""Fixed words of the annual wheel with their Norwegian labels: months, owners, states, and the sentences of a no."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Month(IntegerChoices):
    """The twelve slots of the wheel, in calendar order (S000-03)."""

    JANUARY = 1, _("januar")
    FEBRUARY = 2, _("februar")
    MARCH = 3, _("mars")
    APRIL = 4, _("april")
    MAY = 5, _("mai")
    JUNE = 6, _("juni")
    JULY = 7, _("juli")
    AUGUST = 8, _("august")
    SEPTEMBER = 9, _("september")
    OCTOBER = 10, _("oktober")
    NOVEMBER = 11, _("november")
    DECEMBER = 12, _("desember")


class Rhythm(TextChoices):
    """When a task is done: in its month, every month, or whenever the year asks for it (S000-03..08)."""

    ONCE = "once", _("Én gang, i en måned")
    MONTHLY = "monthly", _("Hver måned")
    ALWAYS = "always", _("Gjennom hele året")


class TaskOwner(TextChoices):
    """Whose task it is: the rings of the wheel, from the outside (S000-22, S000-23)."""

    LEADER = "leader", _("Enhetslederen")
    LEADER_GROUP = "leader_group", _("Ledergruppen")
    COLLEAGUES = "colleagues", _("Ressursperson og ansatte")


class TaskState(TextChoices):
    """How it stands with a task today. Reckoned from month, day and marks; never stored."""

    COMING = "coming", pgettext_lazy("task", "Kommer")
    NOW = "now", _("Denne måneden")
    ONGOING = "ongoing", _("Hele året")
    DONE = "done", pgettext_lazy("task", "Gjort")
    OVERDUE = "overdue", _("Over tiden")
    AWAY = "away", _("Ikke aktuelt")


class Certainty(TextChoices):
    """Whether the municipal wheel says the month, or we suggest one (domain 2.1)."""

    CERTAIN = "certain", _("Måneden følger av årshjulet.")
    SUGGESTED = "suggested", _("Måneden er vårt forslag. Flytt oppgaven hvis den passer bedre et annet sted.")


class Opens(TextChoices):
    """What a task leads to: the page where it is done."""

    OVERDUE = "overdue", _("Logger med evaluering over tiden")
    FLOW = "flow", _("Logger uten neste dato")
    LOGS = "logs", _("Enhetens logger")
    STAFF_LIST = "staff_list", _("Ansatte i enheten")
    TRAINING = "training", _("Hvem trenger opplæring?")
    COURSES = "courses", _("Kurs og påmelding")
    SLIDES = "slides", _("Lysark til personalmøtet")
    GUIDE = "guide", _("Handlingsveilederen")
    STARTERS = "starters", _("Skolestartere")
    PARENT_MEETINGS = "parent_meetings", _("Foreldremøtene, klasse for klasse")
    SELF_ASSESSMENT = "self_assessment", _("Egenvurdering")
    STATUS = "status", _("Statusark å ta med")
    CALENDAR = "calendar", _("Årshjulet i deres egen kalender")


class Refusal(TextChoices):
    """Why something cannot be done, in words that people read."""

    YEAR_NOT_OPEN = "year_not_open", _("Dette skoleåret kan ikke åpnes nå.")
    NO_WHEEL_HERE = "no_wheel_here", _("Denne typen enhet har ikke årshjul.")
    MONTH_MISSING = "month_missing", _("Velg en måned.")
    NO_MONTH = "no_month", _("En oppgave som går hele året, har ingen måned.")
    NOT_THAT_MONTH = "not_that_month", _("Denne måneden kan ikke hukes av nå.")
    DONE_ALREADY = "done_already", _("Oppgaven er gjort allerede.")
    NOT_DONE = "not_done", _("Oppgaven er ikke gjort.")
    IS_AWAY = "is_away", _("Oppgaven er lagt bort. Ta den fram igjen først.")
    FOR_EVERYBODY = (
        "for_everybody",
        _("Kommunen har bestemt denne oppgaven. Den endres for alle på ett sted."),
    )
    PERSONAL_NUMBER = (
        "personal_number",
        _("Dette ser ut som et fødselsnummer. Skriv aldri opplysninger om enkeltpersoner her."),
    )
    NOT_AN_ADDRESS = (
        "not_a_web_address",
        _("Skriv en hel adresse som begynner med https://, for eksempel https://www.eksempel.no/"),
    )
    DAY_AHEAD = "day_ahead", _("Dagen har ikke vært ennå.")
    DAY_TOO_OLD = "day_too_old", _("Velg en dag i dette skoleåret.")


class Event(TextChoices):
    """What happens with wheels, as the trail tells it."""

    WHEEL_OPENED = "annual_wheel.opened", _("%(actor)s åpnet et årshjul.")
    TASK_ADDED = "annual_wheel.task_added", _("%(actor)s la en oppgave i årshjulet.")
    TASK_CHANGED = "annual_wheel.task_changed", _("%(actor)s endret en oppgave i årshjulet.")
    TASK_PUT_AWAY = "annual_wheel.task_put_away", _("%(actor)s la bort en oppgave i årshjulet.")
    TASK_TAKEN_BACK = "annual_wheel.task_taken_back", _("%(actor)s tok fram igjen en oppgave i årshjulet.")
    TASK_DONE = "annual_wheel.task_done", _("%(actor)s gjorde en oppgave i årshjulet.")
    TASK_UNDONE = "annual_wheel.task_undone", _("%(actor)s angret at en oppgave i årshjulet var gjort.")
    STAFF_LIST_CONFIRMED = "annual_wheel.staff_list_confirmed", _("%(actor)s bekreftet listen over ansatte.")
    PARENT_MEETING_HELD = "annual_wheel.parent_meeting_held", _("%(actor)s huket av et foreldremøte.")
    PARENT_MEETING_REMOVED = (
        "annual_wheel.parent_meeting_removed",
        _("%(actor)s tok bort haken på et foreldremøte."),
    )
    COMMON_TASK_ADDED = (
        "annual_wheel.common_task_added",
        _("%(actor)s la en oppgave i alle årshjul av ett slag."),
    )
    COMMON_TASK_CHANGED = (
        "annual_wheel.common_task_changed",
        _("%(actor)s endret en oppgave i alle årshjul av ett slag."),
    )
    COMMON_TASK_WITHDRAWN = (
        "annual_wheel.common_task_withdrawn",
        _("%(actor)s tok en oppgave ut av alle årshjul av ett slag."),
    )
    FEED_MADE = "annual_wheel.feed_made", _("%(actor)s laget en kalenderadresse til årshjulet.")
    FEED_ENDED = "annual_wheel.feed_ended", _("%(actor)s stengte en kalenderadresse til årshjulet.")
