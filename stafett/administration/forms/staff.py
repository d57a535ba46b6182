"""Units and the people on their lists, as they are typed in."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, EntryForm, Line, Tick
from stafett.administration import rules
from stafett.administration.enums import Refusal
from stafett.administration.forms.family import NumberField
from stafett.register.enums import EmploymentRole, UnitKind
from stafett.register.enums import Refusal as RegisterRefusal

_NONE = "none"
KINDS = [(kind.value, kind.label) for kind in UnitKind if kind != UnitKind.EXTERNAL]


class UnitForm(EntryForm):
    """A unit: what it is called, what it is, and which area it belongs to."""

    refusals = {
        Refusal.UNIT_EXISTS: "name",
        Refusal.UNIT_IN_USE: "kind",
        Refusal.NOT_AN_AREA: "area_id",
    }
    offers_change = True

    name = Line(max_length=120, label=_("Hva heter enheten?"))
    kind = Choice(choices=KINDS, label=_("Hva slags enhet er det?"))
    is_private = Tick(label=_("Enheten er privat"))
    area_id = Choice(choices=(), initial=_NONE, label=_("Hvilket område hører den til?"))

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area_id"].choices = [
            (_NONE, _("Ikke noe område")), *((str(area.pk), area.name) for area in areas)
        ]  # fmt: skip

    def clean_area_id(self):
        chosen = self.cleaned_data["area_id"]
        return None if chosen == _NONE else UUID(chosen)


class _RoleForm(EntryForm):
    """What somebody is on a list: a position, and one of the roles that the reader may give there."""

    position = Line(max_length=100, label=_("Stilling"))
    role = Choice(choices=(), label=_("Rolle i Stafett"))

    def __init__(self, *args, unit, administers, **kwargs):
        super().__init__(*args, **kwargs)
        given = [role for role in rules.roles_in(unit.kind) if administers or role in rules.LEADERS_GIVE]
        self.fields["role"].choices = [(role.value, role.label) for role in given]
        if given:
            self.fields["role"].initial = given[0].value

    def clean_role(self):
        return EmploymentRole(self.cleaned_data["role"])


class EmployeeForm(_RoleForm):
    """Somebody new on a list."""

    refusals = {
        Refusal.ALREADY_ON_LIST: "number",
        Refusal.NAME_DIFFERS: "number",
        Refusal.OWN_POST: "number",
        Refusal.DAY_TOO_FAR: "starts_on",
        Refusal.ROLE_NOT_YOURS: "role",
        Refusal.ROLE_DOES_NOT_FIT: "role",
    }

    given_name = Line(max_length=100, label=_("Fornavn"))
    family_name = Line(max_length=100, label=_("Etternavn"))
    number = NumberField()
    starts_on = Day(label=_("Fra hvilken dag?"))

    field_order = ("given_name", "family_name", "number", "position", "role", "starts_on")


class EmploymentForm(_RoleForm):
    """Another position or role, from a day."""

    refusals = {
        Refusal.DAY_TOO_FAR: "from_on",
        Refusal.POST_HAS_ENDED: "from_on",
        Refusal.ALREADY_ON_LIST: "role",
        Refusal.ROLE_NOT_YOURS: "role",
        Refusal.ROLE_DOES_NOT_FIT: "role",
        Refusal.LAST_ADMINISTRATOR: "role",
    }

    from_on = Day(label=_("Fra hvilken dag?"))


class MoveForm(EntryForm):
    """Another unit, from a day."""

    refusals = {
        Refusal.DAY_TOO_FAR: "from_on",
        Refusal.POST_HAS_ENDED: "from_on",
        Refusal.ALREADY_ON_LIST: "unit_id",
        Refusal.ROLE_DOES_NOT_FIT: "unit_id",
        Refusal.LAST_ADMINISTRATOR: "unit_id",
    }
    offers_change = True

    unit_id = Choice(choices=(), widget=forms.Select, label=_("Hvor skal personen arbeide?"))
    from_on = Day(label=_("Fra hvilken dag?"))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.units = {str(unit.pk): unit for unit in units}
        self.fields["unit_id"].choices = [(pk, unit.name) for pk, unit in self.units.items()]

    def clean(self):
        """The unit itself, which the operation is about."""
        given = super().clean()
        if "unit_id" in given:
            given["unit"] = self.units[given.pop("unit_id")]
        return given


class LastDayForm(EntryForm):
    """The last day of work."""

    refusals = {
        Refusal.DAY_TOO_FAR: "ends_on",
        Refusal.ENDS_BEFORE_START: "ends_on",
        Refusal.LAST_ADMINISTRATOR: "ends_on",
    }

    ends_on = Day(label=_("Siste dag"), help_text=_("Tilgangen varer ut denne dagen."))


class EmployeeNumberForm(EntryForm):
    """A corrected personal number (W-16)."""

    refusals = {
        RegisterRefusal.NUMBER_IN_USE: "number",
        Refusal.NUMBER_OPENS_LOGS: "number",
        Refusal.NUMBER_OPENS_POSTS: "number",
    }

    number = NumberField()
