"""What the municipality calls what concerns are about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line, Tick
from stafett.relay_log.enums import Refusal
from stafett.relay_log.rules import categories

_REFUSALS = {
    Refusal.WORD_TOO_LONG: "nb",
    Refusal.WORD_IN_USE: "nb",
    Refusal.TEXT_MISSING: "nb",
    Refusal.TOO_MANY_WORDS: "nb",
}


class CategoryForm(EntryForm):
    """What one category, or something under it, is called here, and whether it is offered (S003-31, S003-33)."""

    refusals = _REFUSALS | {Refusal.OTHER_IS_NEEDED: "hide"}

    nb = Line(
        max_length=60,
        required=False,
        label=_("Hva kaller dere det? (bokmål)"),
        help_text=_("La feltet stå tomt for å bruke det vanlige ordet."),
    )
    nn = Line(
        max_length=60,
        required=False,
        label=_("Og på nynorsk?"),
        help_text=_("Er feltet tomt, bruker vi ordet på bokmål."),
    )
    hide = Tick(
        label=_("Ikke vis dette i nye oppmerksomheter"),
        help_text=_("Det som alt er skrevet i en logg, blir stående."),
    )

    def __init__(self, *args, is_own, **kwargs):
        """`is_own` is true for one of the municipality's own words: it has no usual word to fall back on."""
        super().__init__(*args, **kwargs)
        if is_own:
            self.fields["nb"].required, self.fields["nb"].help_text = True, ""


class SubcategoryForm(EntryForm):
    """One of the municipality's own words under a category (S003-33)."""

    refusals = _REFUSALS

    nb = Line(
        max_length=60,
        label=_("Hva skal det hete? (bokmål)"),
        help_text=_("Et kort ord for det dere ofte ser, aldri for hva som er galt med et barn."),
    )
    nn = Line(
        max_length=60,
        required=False,
        label=_("Og på nynorsk?"),
        help_text=_("Er feltet tomt, bruker vi ordet på bokmål."),
    )


class SubcategoryChoice(Choice):
    """What lies under the categories, each list by the name of its category. `keys` are those of each, `under` the
    categories that have any: the question is only for them."""

    def __init__(self, **options):
        super().__init__(
            choices=(),
            required=False,
            widget=forms.Select(),
            label=_("Mer bestemt, hva gjelder det?"),
            **options,
        )
        self.keys, self.under = {}, ""


def offer(category, subcategory, offered=None):
    """Let two fields of a form offer what concerns may be about here. `offered` is None for what the sources say."""
    if offered is None:
        offered = categories.entries((), language="nb")
    category.choices = [(key, entry.label) for key, entry in offered.items()]
    subcategory.keys = {
        key: [each.key for each in entry.under] for key, entry in offered.items() if entry.under
    }
    subcategory.under = " ".join(subcategory.keys)
    groups = [
        (entry.label, [(each.key, each.label) for each in entry.under])
        for entry in offered.values()
        if entry.under
    ]
    subcategory.choices = [("", _("Ingen valgt")), *groups]
