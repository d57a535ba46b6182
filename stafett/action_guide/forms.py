"""The shape of what the groups write: a part's words in one language, an image, a comment, a decision, a place in a group."""

from uuid import UUID

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Words
from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES, Decision, Group, OutcomeKind, Refusal
from stafett.action_guide.rules import bitmaps, exchange, images, parts
from stafett.action_guide.rules.editions import LEVELS

SHOWN, HIDDEN = "shown", "hidden"
_STEP = parts.WORDS["step"]


class Lines(Words):
    """Several lines, each a point of its own; empty ones are dropped. Gives a list of texts."""

    def __init__(self, **options):
        super().__init__(max_length=parts.LINES * (parts.LINE_LIMIT + 1), **options)

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).split("\n") if line.strip()]
        verdict = parts.is_list_well_formed(lines)
        if not verdict:
            raise forms.ValidationError(verdict.sentence())
        return lines


class PartForm(EntryForm):
    """A part's words in one language. `version` is the part's when the form was opened."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class FrontForm(PartForm):
    """The guide's own name and first words."""

    title = Line(max_length=60, label=_("Hva heter veilederen?"))
    lead = Words(max_length=300, label=_("Ingress"))
    not_a_line = Words(max_length=400, label=_("Om nivåene"))


class LevelForm(PartForm):
    """A level's name and what it is for."""

    name = Line(max_length=60, label=_("Navn på nivået"))
    about = Words(max_length=400, label=_("Hva nivået er til for"))
    environment_deadline = Line(
        max_length=parts.WORDS["level"]["environment_deadline"], required=False, label=_("Frist når miljøet er utrygt"),
        help_text=_("Slik det skal stå i setningen, for eksempel «innen to uker». Står det tomt, er det «innen én uke»."),
    )  # fmt: skip

    def __init__(self, *args, notices=(), **kwargs):
        super().__init__(*args, **kwargs)
        if "environment" not in notices:  # the level does not say it (L-47)
            del self.fields["environment_deadline"]


class StepForm(PartForm):
    """A step: what, how, who, tools, deadline, and more; and whether it is shown."""

    refusals = {
        Refusal.LINK: "more", Refusal.LEADS_NOWHERE: "more", Refusal.PICTURE: "more",
        Refusal.MOVED_TO_ITSELF: "leads_to",
    }  # fmt: skip

    title = Line(max_length=_STEP["title"], label=_("Hva heter steget?"))
    what = Words(max_length=_STEP["what"], label=_("Hva er det?"))
    how = Lines(required=False, label=_("Slik gjør du"), help_text=_("Ett råd på hver linje."))
    who = Lines(required=False, label=_("Hvem"), help_text=_("Én på hver linje."))
    deadline = Line(max_length=_STEP["deadline"], label=_("Frist"))
    more = Words(
        max_length=_STEP["more"], required=False, label=_("Mer om steget"),
        help_text=_("### lager en overskrift, - en liste, **to stjerner** fet skrift, [ord](https://…) en lenke. Sider i veilederen skrives niva-1/evaluer/."),
    )  # fmt: skip
    tools = Choices(choices=(), required=False, label=_("Verktøy"))
    place = Choice(
        choices=[(SHOWN, _("Steget vises")), (HIDDEN, _("Steget er skjult"))], label=_("Vises steget?"),
        help_text=_("Et skjult steg beholder adressen sin. Den sier hvor innholdet er nå."),
    )  # fmt: skip
    leads_to = Choice(
        choices=(), required=False, widget=forms.Select, label=_("Hvor er innholdet nå?"),
        help_text=_("Bare når steget er skjult."),
    )  # fmt: skip

    def __init__(self, *args, outcomes=(), steps=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.outcome_names = [f"outcome_{kind}" for kind in outcomes]
        for kind in outcomes:
            self.fields[f"outcome_{kind}"] = Words(
                max_length=parts.OUTCOME_LIMIT, required=False, label=OutcomeKind(kind).label
            )
        self.order_fields(
            ["title", "what", "how", "who", "deadline", *self.outcome_names, "more", "tools", "place"]
        )
        language = translation.get_language()
        tools = library.tools(language if language in LANGUAGES else LANGUAGES[0])
        self.fields["tools"].choices = [(key, tool.title) for key, tool in tools.items()]
        levels = [(level, _("Nivå %(level)s") % {"level": level}) for level in LEVELS]
        self.fields["leads_to"].choices = [("", _("Velg en side")), *levels, *steps]

    def clean(self):
        """Gather the outcomes' words under `outcome`, and say `is_hidden` for the place."""
        given = super().clean()
        given["outcome"] = {
            name.removeprefix("outcome_"): given.pop(name) for name in self.outcome_names if name in given
        }
        given["is_hidden"] = given.pop("place", SHOWN) == HIDDEN
        return given


class NewStepForm(EntryForm):
    """A step that was not there: its first words and its place. The rest is written on its own page."""

    refusals = {}

    title = Line(max_length=_STEP["title"], label=_("Hva heter steget?"))
    what = Words(max_length=_STEP["what"], label=_("Hva er det?"))
    deadline = Line(max_length=_STEP["deadline"], label=_("Frist"))
    after = Choice(choices=(), widget=forms.Select, label=_("Hvor skal det stå?"))

    def __init__(self, *args, steps=(), **kwargs):
        super().__init__(*args, **kwargs)
        first = [(f"{level}/", _("Først på nivå %(level)s") % {"level": level}) for level in LEVELS]
        after = [(place, _("Etter %(step)s") % {"step": name}) for place, name in steps]
        self.fields["after"].choices = sorted([*first, *after], key=lambda each: each[0][:1])

    def clean(self):
        """Say the level and the step it comes after."""
        given = super().clean()
        if "after" in given:
            given["level"], _slash, given["after"] = given["after"].partition("/")
        return given


class CommentForm(EntryForm):
    """A word about a part."""

    text = Words(max_length=1000, label=_("Hva vil du si om denne delen?"))


class _ImageWords(EntryForm):
    """What an image shows, in words: in the writer's own målform first, and in the other when they like."""

    refusals = {Refusal.ALT_MISSING: "alt_nb", Refusal.ALT_IS_A_NAME: "alt_nb"}

    alt_nb = Line(max_length=images.ALT_LIMIT, required=False, label=_("Hva viser bildet? (bokmål)"))
    alt_nn = Line(max_length=images.ALT_LIMIT, required=False, label=_("Hva viser bildet? (nynorsk)"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first, second = ("alt_nn", "alt_nb") if translation.get_language() == "nn" else ("alt_nb", "alt_nn")
        self.first = first
        self.fields[first].required = True
        self.fields[first].error_messages["required"] = Refusal.ALT_MISSING.label
        self.fields[first].help_text = _(
            "For dem som ikke ser det. Si det viktigste først, og aldri noe om et bestemt barn."
        )
        self.fields[second].help_text = _("Står det tomt, leses den andre teksten.")
        self.order_fields(["file", first, second])

    def clean(self):
        """Gather the words under `alt`, language -> words."""
        given = super().clean()
        if not any(f"alt_{language}" in self.errors for language in LANGUAGES):
            given["alt"] = {language: given.pop(f"alt_{language}") for language in LANGUAGES}
            verdict = images.is_alt_well_formed(given["alt"], file_name=self.file_name())
            if not verdict:
                self.add_error(self.first, verdict.sentence())
        return given

    def file_name(self):
        """What the file is called, when one is given."""
        return ""


class ImageForm(_ImageWords):
    """An image for a step: the file, and what it shows."""

    refusals = _ImageWords.refusals | dict.fromkeys(
        (
            Refusal.IMAGE_KIND, Refusal.IMAGE_TOO_LARGE, Refusal.IMAGE_TOO_MANY_PIXELS, Refusal.IMAGE_TOO_SMALL,
            Refusal.IMAGE_MOVES, Refusal.IMAGE_TURNED, Refusal.IMAGE_HAS_MORE, Refusal.IMAGE_TWICE,
            Refusal.TOO_MANY_IMAGES, Refusal.IMAGES_TOO_LARGE,
        ),
        "file",
    )  # fmt: skip

    file = forms.FileField(
        label=_("Bildet"), widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp"}),
        help_text=_("PNG, JPEG eller WebP, inntil 500 kB. Sted, dato og annet som kameraet har lagt i filen, tas bort. Alle kan se bildet når utgaven er publisert."),
        error_messages={
            "required": _("Velg en fil."), "empty": _("Filen er tom."), "invalid": _("Filen kunne ikke leses."),
        },
    )  # fmt: skip

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > bitmaps.LARGEST:
            raise forms.ValidationError(Refusal.IMAGE_TOO_LARGE.label)
        return upload.name, upload.read()

    def file_name(self):
        upload = self.files.get("file")
        return upload.name if upload else ""


class ImageWordsForm(_ImageWords):
    """The words of an image that stands there. `version` is the part's when the form was opened."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MoveForm(EntryForm):
    """A step and the neighbour it is moved past, as level/step/way/past: the value of the button that was pressed."""

    move = forms.RegexField(
        rf"[{''.join(LEVELS)}]/[a-z][-a-z]*/(?:up|down)/[a-z][-a-z]*",
        required=False,
        widget=forms.HiddenInput,
    )

    def clean(self):
        """Say the level, the step and its neighbour."""
        given = super().clean()
        if not given.get("move"):
            self.errors.pop("move", None)
            raise forms.ValidationError(Refusal.ORDER_CHANGED.label)
        given["level"], given["step"], given["way"], given["past"] = given.pop("move").split("/")
        return given


class DecisionForm(EntryForm):
    """What the steering group answers."""

    refusals = {Refusal.REASON_MISSING: "reason", Refusal.TWO_PEOPLE: "decision"}

    decision = Choice(choices=Decision.choices, label=_("Hva svarer dere?"))
    reason = Words(
        max_length=1000, required=False, label=_("Hva må endres?"),
        help_text=_("Bare når dere sender den tilbake."),
    )  # fmt: skip


class PublicationForm(EntryForm):
    """When the edition is to be looked at again."""

    refusals = {Refusal.REVIEW_NOT_AHEAD: "review_by"}

    review_by = Day(
        label=_("Når skal veilederen ses over?"), help_text=_("Prosjektgruppen får beskjed en måned før.")
    )


class BorrowForm(EntryForm):
    """Another municipality's guide, as a file."""

    refusals = dict.fromkeys((Refusal.FILE_TOO_LARGE, Refusal.NOT_A_GUIDE, Refusal.OTHER_VERSION, Refusal.DAMAGED, Refusal.BAD_CONTENT), "content")  # fmt: skip

    content = forms.FileField(
        label=_("Filen dere har fått"), help_text=_("En fil som slutter på .json, inntil 6 MB."),
        error_messages={
            "required": _("Velg en fil."), "empty": _("Filen er tom."), "invalid": _("Filen kunne ikke leses."),
        },
    )  # fmt: skip

    def clean_content(self):
        upload = self.cleaned_data["content"]
        if upload.size > exchange.LARGEST:
            raise forms.ValidationError(Refusal.FILE_TOO_LARGE.label)
        return upload.read()


class TakeForm(EntryForm):
    """The parts to take from a guide that came in a file."""

    refusals = dict.fromkeys((Refusal.LINK, Refusal.LEADS_NOWHERE, Refusal.PICTURE), "places")

    places = Choices(choices=(), label=_("Hva vil dere ta med?"))

    def __init__(self, *args, offered=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["places"].choices = offered


class MemberForm(EntryForm):
    """Somebody who is employed, found by search, and the group they come into."""

    offers_change = True
    refusals = {Refusal.ALREADY_MEMBER: "employment_id", Refusal.NOT_EMPLOYED: "employment_id"}

    employment_id = Choice(choices=(), label=_("Hvem vil du legge til?"))
    group = Choice(choices=Group.choices, label=_("Hvilken gruppe?"))

    def __init__(self, *args, found=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employment_id"].choices = [
            (str(post.pk), f"{post.person.name}, {post.position}, {post.unit.name}") for post in found
        ]

    def clean_employment_id(self):
        return UUID(self.cleaned_data["employment_id"])


class PlainForm(EntryForm):
    """A form with nothing to fill in but its own id."""
