"""The shape of what a child says: few fields, none of them long."""

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, EntryForm, Line, Tick, Words
from stafett.child_page.enums import Refusal, Symbol
from stafett.log_meetings.enums import Refusal as MeetingRefusal
from stafett.log_meetings.enums.wishes import WishEase, WishPeople, WishSeat, WishVoice


class ChildGoalForm(EntryForm):
    """What the child wants."""

    refusals = {Refusal.GOAL_MISSING: "text"}

    text = Words(max_length=200, label=_("Hva vil du få til?"))


class ChildBrightSpotForm(EntryForm):
    """Something good, by a picture or by words. An adult may hold the pen."""

    refusals = {Refusal.SPOT_MISSING: "text"}

    symbol = Choice(choices=Symbol.choices, label=_("Velg et bilde"), required=False)
    text = Words(max_length=500, label=_("Skriv om det"), required=False)
    was_dictated = Tick(label=_("En voksen skrev for meg"))


class WishForm(EntryForm):
    """How the child wants the meeting to be; everything may be left out, but not all of it."""

    refusals = {MeetingRefusal.NOTHING_WISHED: "people"}

    people = Choices(choices=WishPeople.choices, label=_("Hvem vil du ha med?"), required=False)
    people_words = Line(max_length=200, label=_("Er det noen du tenker på?"), required=False)
    seat = Choice(choices=WishSeat.choices, label=_("Hvor vil du sitte?"), required=False)
    ease = Choices(choices=WishEase.choices, label=_("Hva gjør det lettere?"), required=False)
    voice = Choice(choices=WishVoice.choices, label=_("Hvem skal snakke?"), required=False)
    talk_about = Words(max_length=300, label=_("Dette vil jeg snakke om"), required=False)
    not_about = Words(max_length=300, label=_("Dette vil jeg ikke snakke om"), required=False)
