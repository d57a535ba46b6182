"""Proposing a topic, planning a meeting, choosing what it is about, and calling it off."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import CHOOSE, Choice, Choices, Day, EntryForm, Line, Words
from stafett.log_meetings.forms.planning import LENGTHS, Clock
from stafett.system_meetings.content import topics
from stafett.system_meetings.enums import Source
from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.forms.nameless import NamelessForm

OWN_TOPIC = ""


class TopicField(Choice):
    """A topic of the bank by its number, in groups, or one's own."""

    def __init__(self, **options):
        super().__init__(
            choices=(),
            required=False,
            widget=forms.Select,
            label=_("Hva er temaet?"),
            help_text=_("Velg fra temabanken, eller skriv ditt eget under."),
            **options,
        )

    def offer(self, language):
        """Show the bank in a language."""
        groups = [
            (
                f"{group.letter} {group.title}",
                [(str(topic.number), f"{topic.numbered} {topic.title}") for topic in group.topics],
            )
            for group in topics.bank(language)
        ]
        self.choices = [(OWN_TOPIC, _("Eget tema")), *groups]


class _Challenge(NamelessForm):
    """A topic, the challenge, and where it is seen (S002-04, S002-08..10)."""

    refusals = {
        **NamelessForm.refusals,
        BeforeRefusal.TOPIC_MISSING: "title",
        BeforeRefusal.CHALLENGE_MISSING: "challenge",
        BeforeRefusal.SOURCE_MISSING: "sources",
    }

    topic = TopicField()
    title = Line(
        max_length=120,
        required=False,
        label=_("Temaet med egne ord"),
        help_text=_(
            "Trengs bare når temaet ikke står i banken. Skriv om det som går igjen, aldri om ett barn."
        ),
    )
    challenge = Words(
        max_length=1000,
        label=_("Hva er utfordringen?"),
        help_text=_("Hva ser dere, hvor ofte, og hva gjør det med hverdagen for barn og voksne?"),
    )
    sources = Choices(choices=Source.choices, label=_("Hvor ser dere det?"))

    def __init__(self, *args, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topic"].offer(language)

    def clean_topic(self):
        return int(self.cleaned_data["topic"]) if self.cleaned_data["topic"] else None


class ProposalForm(_Challenge):
    """A proposal to a kindergarten or school."""

    refusals = {**_Challenge.refusals, BeforeRefusal.NO_SUCH_UNIT: "unit_id"}
    field_order = [
        "submission",
        "unit_id",
        "service_id",
        "topic",
        "title",
        "challenge",
        "sources",
        "not_a_child",
    ]

    unit_id = Choice(choices=(), widget=forms.Select, label=_("Hvem gjelder det?"))

    def __init__(self, *args, units, services, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [("", _("Velg")), *units]
        self._speaks_for = services[0][0]
        if len(services) > 1:  # whoever works in one place speaks for that one
            self.fields["service_id"] = Choice(choices=services, label=_("Hvem foreslår du det for?"))
            self.order_fields(self.field_order)

    def clean_unit_id(self):
        return UUID(self.cleaned_data["unit_id"])

    def clean(self):
        """Whom it is proposed for, also where there is only one to choose."""
        given = super().clean()
        return given | {"service_id": UUID(given.get("service_id") or self._speaks_for)}


class AsideForm(NamelessForm):
    """A word to whoever proposed what is laid aside."""

    refusals = {**NamelessForm.refusals, BeforeRefusal.PROPOSAL_HAS_MOVED_ON: "answer"}

    answer = Line(
        max_length=300,
        label=_("Hva vil du si til den som foreslo det?"),
        help_text=_("For eksempel «Vi tar det til høsten» eller «Vi snakker om det på personalmøtet»."),
    )


class TimeForm(NamelessForm):
    """When and where a meeting is."""

    refusals = {
        **NamelessForm.refusals,
        BeforeRefusal.STARTS_IN_PAST: "day",
        BeforeRefusal.TOO_FAR_AHEAD: "day",
        BeforeRefusal.REPORTED_TOO_LATE: "day",
        BeforeRefusal.LASTS_WRONG: "minutes",
        BeforeRefusal.NOWHERE: "place",
        BeforeRefusal.NOT_A_LINK: "video_link",
    }

    day = Day(label=_("Hvilken dag?"))
    at = Clock(label=_("Når?"))
    minutes = forms.TypedChoiceField(
        choices=[each for each in LENGTHS if each[0] >= 30],
        coerce=int,
        label=_("Hvor lenge?"),
        error_messages={"required": CHOOSE, "invalid_choice": BeforeRefusal.LASTS_WRONG.label},
    )
    place = Line(
        max_length=200, required=False, label=_("Hvor?"), help_text=_("For eksempel personalrommet.")
    )
    video_link = Line(
        max_length=500,
        required=False,
        label=_("Lenke til videomøtet"),
        help_text=_("Bare hvis noen er med på video. Begynner med https://"),
    )


class ChangeTimeForm(TimeForm):
    """The same, of a meeting that is planned."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class CancelForm(NamelessForm):
    """Why a meeting is called off, if one wants to say."""

    reason = Line(
        max_length=300,
        required=False,
        label=_("Vil du si hvorfor?"),
        help_text=_("De som er invitert, ser det på siden om møtet."),
    )


class ChooseForm(EntryForm):
    """Which proposal is put on the meeting."""

    refusals = {
        BeforeRefusal.REPORTED_TOO_LATE: "proposal_id",
        BeforeRefusal.PROPOSAL_HAS_MOVED_ON: "proposal_id",
    }

    proposal_id = Choice(choices=(), label=_("Forslag som kom minst en uke før"))

    def __init__(self, *args, proposals, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["proposal_id"].choices = [
            (str(each.pk), f"{each.title} ({each.service.name})") for each in proposals
        ]

    def clean_proposal_id(self):
        return UUID(self.cleaned_data["proposal_id"])


class TopicForm(_Challenge):
    """What the meeting is about, in the leader's words."""

    field_order = [
        "submission",
        "topic",
        "title",
        "challenge",
        "background",
        "sources",
        "not_a_child",
        "version",
    ]

    background = Words(
        max_length=2000,
        required=False,
        label=_("Hva ligger bak?"),
        help_text=_(
            "Hvorfor oppleves det som en utfordring? Den som forteller om det i møtet, har dette foran seg."
        ),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
