"""Forms of the municipal administrator: which system to let in, and to what."""

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, EntryForm, Line
from stafett.integrations.enums import Refusal, Scope


class SystemForm(EntryForm):
    """A system to connect: its name, what it may do, and where those it enters log in."""

    refusals = {Refusal.NAME_TAKEN: "name"}

    name = Line(
        max_length=80,
        label=_("Hva heter systemet?"),
        help_text=_("For eksempel Entra ID eller nettsiden. Navnet står i sporet ved alt det gjør."),
    )
    scopes = Choices(
        choices=Scope.choices,
        label=_("Hva skal det få gjøre?"),
        help_text=_("Gi det bare det det trenger. Ingen av valgene gir tilgang til en logg."),
    )
    login_provider = Choice(
        choices=(),
        required=False,
        label=_("Hvor logger de ansatte inn?"),
        help_text=_(
            "Bare for ansattlisten: de logger inn der med den id-en katalogen kjenner dem ved (externalId)."
        ),
    )

    def __init__(self, *args, providers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login_provider"].choices = [("", _("Innlogging ordnes for seg")), *providers]


class NoWordsForm(EntryForm):
    """A form that is only a button."""
