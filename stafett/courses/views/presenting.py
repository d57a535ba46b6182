"""Values for the pages of courses: who may lead a day, how a colleague stands on a list, what somebody else has saved."""

from datetime import date, timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from stafett.courses.enums import Need
from stafett.courses.queries.training import Trainee
from stafett.kernel import spoken_dates
from stafett.kernel.clock import local
from stafett.register import staff


def caretakers(*, today: date) -> list[tuple[str, str]]:
    """(id, name, position and unit) of those who can lead a course day, by name; each once."""
    found: dict[str, str] = {}
    for post in staff.caretakers(day=today):
        found.setdefault(str(post.person_id), f"{post.person.name}, {post.position}, {post.unit.name}")
    return list(found.items())


def hours_of(course) -> str:
    """When a course day begins and ends, on a Norwegian clock: "kl. 08.30–11.30"."""
    begins = local(course.starts_at)
    ends = local(course.starts_at + timedelta(minutes=course.minutes))
    return f"{spoken_dates.at_time(translation.get_language() or 'nb')} {begins:%H.%M}–{ends:%H.%M}"


def choices_of(colleagues: list[Trainee], *, today: date) -> list[tuple[str, str]]:
    """(id, name, position and why) of colleagues to sign up: those who need it first."""
    rows = sorted(colleagues, key=lambda each: not each.needs_training)
    return [
        (str(each.person_id), f"{each.name}, {each.position} – {reason_of(each, today=today)}")
        for each in rows
    ]


def reason_of(trainee: Trainee, *, today: date) -> str:
    """What a colleague needs, in words: "ny siden forrige kurs", "sist på kurs 3. mars 2023"."""
    if trainee.need in (Need.NEW, Need.NEVER):
        return trainee.need.label[:1].lower() + trainee.need.label[1:]
    lang = translation.get_language() or "nb"
    return _("sist på kurs %(day)s") % {
        "day": spoken_dates.day_and_month(trainee.trained_on, today=today, lang=lang)
    }


def differing(form, theirs: dict) -> list[tuple[str, str]]:
    """What somebody else has saved meanwhile where it is another than what was typed: (label, text)."""
    rows = []
    for bound in form.shown_fields():
        options = {str(value): label for value, label in getattr(bound.field, "choices", ())}
        stored = theirs.get(bound.name)
        stored = stored.isoformat() if isinstance(stored, date) else str(stored or "")
        if stored != str(bound.value() or ""):
            rows.append((bound.label, options.get(stored, stored)))
    return rows
