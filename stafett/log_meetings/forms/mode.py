"""What is asked in each step of meeting mode, one step on the screen at a time, and at the beginning of a meeting."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.access.enums import Relation
from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.kernel.clock import local
from stafett.live.forms import WordsForm
from stafett.log_meetings.enums import MeetingKind, MeetingStep, Refusal
from stafett.relay_log.enums import (
    Arena,
    EvaluationOption,
    FactorKind,
    MeasureState,
    MeasureType,
    OwnerKind,
    TookPart,
)
from stafett.relay_log.enums import Refusal as LogRefusal
from stafett.relay_log.forms.categories import SubcategoryChoice, offer
from stafett.relay_log.queries.categories import offered_to
from stafett.relay_log.rules.concerns import HEARD_FROM_AGE, WEIGHED_FROM_AGE

PERSON = "person:"
USUAL = {
    Arena.SERVICE: (MeasureType.GROUP, OwnerKind.BATON_HOLDER),
    Arena.HOME: (MeasureType.HOME, OwnerKind.GUARDIANS),
    Arena.CHILD: (MeasureType.TRAINING, OwnerKind.CHILD),
}


class StepForm(WordsForm):
    """One step of a meeting (see WordsForm). `go` is next, back, save, or more.<arena>."""

    refusals = {
        LogRefusal.TITLE_MISSING: "concern.title",
        LogRefusal.TITLE_TOO_LONG: "concern.title",
        LogRefusal.NO_CATEGORY: "concern.category",
        LogRefusal.NOT_TALKED_WITH_GUARDIANS: "concern.guardians_on",
        LogRefusal.DATE_IN_FUTURE: "concern.guardians_on",
        LogRefusal.NOT_TALKED_WITH_CHILD: "concern.no_child_talk",
        LogRefusal.CHILD_VIEW_MISSING: "concern.child_view",
        LogRefusal.VIEW_NOT_WEIGHED: "concern.weighed",
        LogRefusal.GOAL_MISSING: "goal.text",
        LogRefusal.SERVICE_MEASURE_MISSING: "measure.service.1.text",
        LogRefusal.HOME_MEASURE_MISSING: "measure.home.1.text",
        LogRefusal.CHILD_MEASURE_MISSING: "measure.no_child",
        Refusal.STARTS_IN_PAST: "dates.next_on",
        Refusal.TOO_FAR_AHEAD: "dates.next_on",
    }
    ends = {Refusal.OPTION_MISSING: ".option", LogRefusal.NOBODY_TOOK_PART: ".took_part"}

    def __init__(self, *args, sitting, **kwargs):
        step = sitting.meeting.step
        asked = _FIELDS[step](sitting) if step else ()
        super().__init__(*args, asked=asked, saved=sitting.words, **kwargs)

    def field_of(self, refusal):
        """The field a refusal belongs beside, also where its name holds which measure it is about."""
        end = self.ends.get(refusal)
        return next((name for name in self.fields if end and name.endswith(end)), super().field_of(refusal))


class OpeningForm(EntryForm):
    """Who is here, who writes, and what the meeting begins from (S001-29, S003-57)."""

    refusals = {
        Refusal.NOBODY_THERE: "there_ids",
        Refusal.WRITER_NOT_THERE: "writer_id",
        Refusal.CHILD_ABSENT: "child_absent_reason",
    }

    there_ids = Choices(choices=(), label=gettext_lazy("Hvem er her?"))
    writer_id = Choice(choices=(), label=gettext_lazy("Hvem skriver?"))
    child_absent_reason = Line(
        max_length=300, required=False, label=gettext_lazy("Hvis barnet ikke er her: hvorfor?")
    )

    def __init__(self, *args, people, concerns, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["there_ids"].choices = [(str(each.person_id), each.person.name) for each in people]
        writers = [each for each in people if each.relation in (Relation.BATON_HOLDER, Relation.PARTICIPANT)]
        self.fields["writer_id"].choices = [(str(each.person_id), each.person.name) for each in writers]
        blank = [("", _("Begynn på nytt"))] if kind == MeetingKind.FIRST else []
        offered = [*blank, *((str(each.pk), each.title) for each in concerns)]
        if len(offered) > 1:
            label = _("Hva begynner dere fra?") if blank else _("Hva kan nye tiltak handle om?")
            self.fields["concern_id"] = Choice(choices=offered, required=False, label=label)

    def clean(self):
        """Ids as UUIDs."""
        given = super().clean()
        given["there_ids"] = [UUID(each) for each in given.get("there_ids", [])]
        for name in ("writer_id", "concern_id"):
            given[name] = UUID(given[name]) if given.get(name) else None
        return given


class WriterForm(EntryForm):
    """Who writes from now on (S003-57)."""

    refusals = {Refusal.WRITER_NOT_THERE: "writer_id"}

    writer_id = Choice(choices=(), label=gettext_lazy("Hvem skriver?"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        writers = [each for each in people if each.relation in (Relation.BATON_HOLDER, Relation.PARTICIPANT)]
        self.fields["writer_id"].choices = [(str(each.person_id), each.person.name) for each in writers]

    def clean_writer_id(self):
        return UUID(self.cleaned_data["writer_id"])


class ConfirmForm(EntryForm):
    """Whether the minutes are right (S003-56)."""

    refusals = {Refusal.WORDS_MISSING: "words"}

    agrees = Choice(
        choices=(
            ("yes", gettext_lazy("Ja, dette er det vi ble enige om")),
            ("no", gettext_lazy("Nei, noe stemmer ikke")),
        ),
        label=gettext_lazy("Stemmer det som står?"),
    )
    words = Line(max_length=500, required=False, label=gettext_lazy("Hva stemmer ikke?"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_agrees(self):
        return self.cleaned_data["agrees"] == "yes"


def _concern(sitting):
    concern, age = sitting.concern, sitting.child_age
    yield "concern.title", Line(
        max_length=100, label=_("Vi er særlig oppmerksomme på"), initial=concern.title if concern else "",
        help_text=_("Beskriv det dere ser, nøytralt og kort."),
    )  # fmt: skip
    category = Choice(choices=(), label=_("Hva handler det om?"), initial=concern.category if concern else "")
    subcategory = SubcategoryChoice(initial=concern.subcategory if concern else "")
    offer(category, subcategory, offered_to(concern))
    yield "concern.category", category
    yield "concern.subcategory", subcategory
    view = (
        _("Barn fra 7 år skal bli hørt. Skriv det barnet selv sier.")
        if age is None or age >= HEARD_FROM_AGE
        else ""
    )
    yield (
        "concern.child_view",
        Words(
            max_length=2000,
            label=_("Hva sier barnet selv?"),
            help_text=view,
            initial=concern.child_view if concern else "",
        ),
    )
    yield from _talks(sitting)


def _talks(sitting):
    """What is asked when the child is old enough to be weighed, or somebody who should be heard is not there (L-12)."""
    concern, age = sitting.concern, sitting.child_age
    if age is not None and age >= WEIGHED_FROM_AGE:
        yield (
            "concern.child_disagrees",
            Tick(label=_("Barnet er ikke enig"), initial=bool(concern and concern.child_disagrees)),
        )
        yield "concern.weighed", Words(
            max_length=1000, label=_("Hvis barnet ikke er enig: hvordan har dere tatt hensyn til det barnet sier?"),
            initial=concern.disagreement_weighed if concern else "",
        )  # fmt: skip
    if not sitting.is_there(Relation.CHILD):
        known = concern.no_child_talk_reason if concern else ""
        yield (
            "concern.no_child_talk",
            Line(
                max_length=300,
                label=_("Barnet er ikke her. Hvorfor?"),
                initial=known or sitting.meeting.child_absent_reason,
            ),
        )
    if not sitting.is_there(Relation.GUARDIAN):
        yield (
            "concern.guardians_on",
            Day(
                label=_("Når snakket dere med foresatte?"),
                initial=concern.talked_with_guardians_on if concern else None,
            ),
        )


def _analysis(sitting):
    for kind in FactorKind:
        lines = [factor.text for factor in sitting.factors if factor.kind == kind]
        yield f"analysis.{kind}", Words(max_length=2000, label=kind.label, initial="\n".join(lines))


def _goal(sitting):
    goal = sitting.goal
    yield "goal.text", Line(
        max_length=300, label=_("Mål"), initial=goal.text if goal else "",
        help_text=_("Hva kjennetegner måloppnåelse? Skriv i nåtid."),
    )  # fmt: skip
    yield "goal.sign", Line(
        max_length=300, label=_("Hva ser vi når dette ikke lenger er en utfordring?"),
        initial=goal.success_indicator if goal else "",
    )  # fmt: skip


def _measures(sitting):
    placed = dict(sitting.placed_measures)
    for slot in sitting.slots:
        arena, _dot, number = slot.partition(".")
        row = placed.get(slot)
        usual_type, usual_owner = USUAL[Arena(arena)]
        name = _SLOTS[arena] if number == "1" else _("Et tiltak til")
        yield (
            f"measure.{slot}.text",
            Line(max_length=300, label=name, initial=row.description if row else "", widget=forms.Textarea()),
        )
        yield (
            f"measure.{slot}.owner",
            Choice(
                choices=_owners(sitting),
                label=_("Hvem følger opp?"),
                widget=forms.Select(),
                initial=usual_owner,
            ),
        )
        yield f"measure.{slot}.type", Choice(
            choices=MeasureType.choices, label=_("Hva slags tiltak er det?"), widget=forms.Select(),
            initial=row.type if row else usual_type,
        )  # fmt: skip
    if sitting.is_pupil:
        yield "measure.no_child", Line(
            max_length=300, label=_("Hvis barnet ikke skal ha et eget tiltak: hvorfor?"),
            initial=sitting.concern.no_child_measure_reason if sitting.concern else "",
        )  # fmt: skip


def _evaluation(sitting):
    row = sitting.evaluated
    if row is None or row.state == MeasureState.EVALUATED:
        return
    start = f"evaluation.{row.pk.hex}"
    yield f"{start}.option", Choice(choices=EvaluationOption.choices, label=_("Hvordan har det gått?"))
    yield (
        f"{start}.took_part",
        Choices(
            choices=TookPart.choices, label=_("Hvem er med på evalueringen?"), initial=_groups_there(sitting)
        ),
    )
    yield f"{start}.words", Words(max_length=2000, label=_("Hva har dere sett?"))
    yield f"{start}.next", Line(
        max_length=300, label=_("Hva gjør dere nå?"),
        help_text=_("Skriv det justerte eller nye tiltaket. La det stå tomt når det ikke trengs noe nytt."),
    )  # fmt: skip


def _dates(sitting):
    for place, row in sitting.placed_measures:
        if row.state == MeasureState.EVALUATED:
            continue
        yield f"dates.{place}.start_by", Day(label=_("I gang innen"), initial=row.start_by)
        yield f"dates.{place}.evaluate_by", Day(label=_("Evalueres innen"), initial=row.evaluate_by)
        yield (
            f"dates.{place}.habit",
            Tick(label=_("Dette er en liten vane, så vi ser på den etter tre uker"), initial=row.is_habit),
        )
    meeting = sitting.meeting
    yield "dates.next_on", Day(label=_("Når møtes dere igjen?"), help_text=_("De samme blir invitert."))
    yield "dates.next_at", forms.TimeField(
        label=_("Klokka"), widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H.%M"], initial=local(meeting.starts_at).time(),
        error_messages={"invalid": _("Skriv et klokkeslett, for eksempel 14.00.")},
    )  # fmt: skip


_FIELDS = {
    MeetingStep.CONCERN: _concern,
    MeetingStep.ANALYSIS: _analysis,
    MeetingStep.GOAL: _goal,
    MeetingStep.MEASURES: _measures,
    MeetingStep.EVALUATION: _evaluation,
    MeetingStep.DATES: _dates,
    MeetingStep.SUMMARY: lambda _sitting: (),
}
_SLOTS = {
    Arena.SERVICE: gettext_lazy("Tiltak i tjenesten"),
    Arena.HOME: gettext_lazy("Tiltak hjemme"),
    Arena.CHILD: gettext_lazy("Tiltak for barnet selv"),
}


def _owners(sitting):
    """The usual owners, and each participant who is there."""
    usual = [(kind.value, kind.short) for kind in OwnerKind if kind != OwnerKind.PARTICIPANT]
    there = [each for each in sitting.there if each.relation in (Relation.PARTICIPANT, Relation.EXTERNAL)]
    return [*usual, *((f"{PERSON}{each.person_id}", each.person.name) for each in there)]


def _groups_there(sitting):
    groups = {
        TookPart.GUARDIANS: (Relation.GUARDIAN,),
        TookPart.CHILD: (Relation.CHILD,),
        TookPart.BATON_HOLDER: (Relation.BATON_HOLDER,),
        TookPart.PARTICIPANTS: (Relation.PARTICIPANT, Relation.EXTERNAL),
    }
    return [group for group, relations in groups.items() if any(map(sitting.is_there, relations))]
