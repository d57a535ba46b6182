"""How settings, their history and the steps towards the first log are shown."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.administration.enums import SettingsPart, SetupStep
from stafett.administration.forms.setup import field_called
from stafett.administration.queries import setup as queries

ABOUT = {
    SettingsPart.NAMES: gettext_lazy("Det som står på alle sidene, og språket folk møter først."),
    SettingsPart.CONTACTS: gettext_lazy(
        "Alle som bruker Stafett, skal vite hvem de spør. Dette står nederst på sidene og i erklæringene."
    ),
    SettingsPart.CONSENT: gettext_lazy(
        "Dette avgjør hvem som leser om et barn. Det velges før den første loggen, og endres ikke alene etterpå. Det som står her fra før, er det tryggeste."
    ),
    SettingsPart.WORK: gettext_lazy("Dette kan dere endre når som helst. Det gjelder fra da av."),
}
DONE_BY = {
    SetupStep.NAMES: "edit_names",
    SetupStep.CONTACTS: "edit_contacts",
    SetupStep.CONSENT: "edit_consent_rules",
    SetupStep.WORK: "edit_working_rules",
    SetupStep.UNITS: "staff_lists",
    SetupStep.PEOPLE: "staff_lists",
    SetupStep.RISK: "risk_assessment",
}
WHAT = {
    SetupStep.NAMES: ABOUT[SettingsPart.NAMES],
    SetupStep.CONTACTS: ABOUT[SettingsPart.CONTACTS],
    SetupStep.CONSENT: ABOUT[SettingsPart.CONSENT],
    SetupStep.WORK: ABOUT[SettingsPart.WORK],
    SetupStep.UNITS: gettext_lazy(
        "Legg inn skoler, barnehager og tjenester, og sett inn den som leder hver av dem. Lederen setter inn sine egne. Har dere en liste, kan den tas inn fra fil."
    ),
    SetupStep.PEOPLE: gettext_lazy(
        "Personvernombudet ser hvem som leser, og arkivaren tar imot avsluttede logger. Sett dem inn i kommuneadministrasjonen, og en administrator til."
    ),
    SetupStep.RISK: gettext_lazy(
        "En vurdering er skrevet ferdig for Stafett, med det som kan gå galt i familier. Les den, føy til deres eget, og la ledelsen godkjenne den."
    ),
    SetupStep.OPERATOR: gettext_lazy("Send dette til den som drifter Stafett for dere."),
}


def part(which, values):
    """A part of the settings: `.label`, `.about`, `.way` and `.rows`, each (name, label, what it decides, in words)."""
    rows = [(name, *_row(name, value)) for name, value in values.items()]
    return SimpleNamespace(
        label=which.label, about=ABOUT[which], way=DONE_BY[SetupStep(which.value)], rows=rows
    )


def every(municipality):
    """(label, what it decides, the value in words) for each setting, in the order they are asked for."""
    return [_row(name, value) for name, value in queries.values_of(municipality).items()]


def about(which):
    """What a part decides, in a sentence or two."""
    return ABOUT[which]


def change(row):
    """A change with `.label`, and its values in words."""
    field = field_called(row.field)
    row.label = field.label if field else row.field
    row.was, row.now = _in_words(row.field, row.before), _in_words(row.field, row.after)
    return row


def steps(found, following, *, office):
    """Each step with `.place` (past, here, ahead), what it is about, the address where it is done (None: by the operator)
    and its checks with tags."""
    return [_step(step, following, office) for step in found]


def _step(step, following, office):
    is_here = following is not None and step.which == following.which
    return SimpleNamespace(
        label=step.which.label,
        about=WHAT[step.which],
        place="here" if is_here else "past" if step.is_done else "ahead",
        is_done=step.is_done,
        href=_address(step.which, office),
        checks=[(check.about.label, _tag(check)) for check in step.checks],
    )


def _address(which, office):
    if which == SetupStep.PEOPLE and office is not None:
        return reverse("unit_staff", args=[office.pk])
    return reverse(DONE_BY[which]) if which in DONE_BY else None


def _tag(check):
    if check.is_in_place:
        return ("done", _("På plass"))
    return ("overdue", _("Må på plass")) if check.is_needed else ("soon", _("Bør på plass"))


def _row(name, value):
    field = field_called(name)
    return field.label, field.help_text, _in_words(name, value)


def _in_words(name, value):
    choices = {str(key): label for key, label in getattr(field_called(name), "choices", ())}
    if str(value) in choices:
        return choices[str(value)]
    if str(value) in ("True", "False"):
        return _("Ja") if str(value) == "True" else _("Nei")
    return value or _("Ikke satt")
