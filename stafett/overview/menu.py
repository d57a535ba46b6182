"""The top menu: what each role has pages for, first of all where it lands after logging in."""

from django.utils.translation import gettext_lazy as _

from stafett.annual_wheel.content import library
from stafett.register.enums import EmploymentRole


def menu_of(actor) -> list[tuple[object, str]]:
    """(label, route name) of each item for a person; the first is where they begin."""
    items = [*_with_children(actor), *_outside(actor), *_administrating(actor), *_watching(actor),
             *_archiving(actor)]  # fmt: skip
    if not items and not actor.is_staff:
        items = [(_("Loggen"), "family_logs"), (_("Samtykke"), "my_consents")]
    if actor.is_staff:
        items += [(_("Aktører"), "staff_search"), (_("Handlingsveileder"), "guide"), *_planning(actor)]
    return [*items, (_("Min side"), "own_page")]


def _with_children(actor):
    if not actor.works_with_children:
        return []
    led = [(_("Enhetens logger"), "unit_logs")] if actor.led_unit_ids else []
    first = [(_("Lederens dag"), "leaders_day")] if actor.led_unit_ids else []
    return [*first, (_("Mine stafettlogger"), "my_logs"), (_("Mine aktørlogger"), "participating_logs"), *led]


def _outside(actor):
    """Who takes part from outside has one list, and may be a guardian here as well."""
    if not actor.is_external or actor.works_with_children:
        return []
    return [
        (_("Mine aktørlogger"), "participating_logs"),
        (_("Loggen"), "family_logs"),
        (_("Samtykke"), "my_consents"),
    ]


def _administrating(actor):
    area = [(_("Området"), "area")] if actor.led_area_ids else []
    runs = actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    waits = (
        [
            (_("Venter på deg"), "what_waits"),
            (_("Ansatte"), "staff_lists"),
            (_("Kommunen"), "municipality_settings"),
        ]
        if runs
        else []
    )
    keeps = [(_("Verktøykassen"), "own_documents"), (_("Innføringen"), "roll_out")] if runs else []
    numbers = [(_("Tall"), "numbers")] if runs or actor.led_area_ids else []
    return [*area, *waits, *keeps, *numbers]


def _planning(actor):
    """The wheel for whoever works where there is one, leads an area of such units, or runs the system; system meetings for
    kindergartens, schools and services."""
    is_there = any(
        library.has_starter(post.unit_kind) and post.unit_id in actor.unit_ids for post in actor.posts
    )
    sees = is_there or actor.led_area_ids or actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    meets = [(_("Systemmøter"), "system_meetings")] if actor.works_with_children else []
    return [*([(_("Årshjul"), "wheels")] if sees else []), *meets]


def _watching(actor):
    if not actor.has_role(EmploymentRole.PRIVACY_OFFICER):
        return []
    return [(_("Tilsyn"), "unusual_readings"), (_("Spor"), "trail"), (_("Bevaring"), "retention")]


def _archiving(actor):
    if not actor.has_role(EmploymentRole.ARCHIVIST):
        return []
    return [(_("Arkiv"), "deposits"), (_("Bevaring"), "retention")]
