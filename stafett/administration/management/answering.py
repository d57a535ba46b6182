"""What `stafett found` must know, asked one thing at a time or read from a file: the same questions, the same checks.

The operator's language is English, as for every command; no personal number is repeated in a fault.
"""

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import resolve

from stafett.administration.operations.founding import Administrator
from stafett.identity import setting_out
from stafett.identity.enums import Audience
from stafett.identity.oidc.providers import Provider
from stafett.kernel import personal_number, text
from stafett.kernel.personal_number import InvalidPersonalNumber
from stafett.register import directory

LANGUAGES = ("nb", "nn")
SHORT = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")


class NotUsable(Exception):
    """An answer cannot be used; the message is a sentence for the operator."""


class Layout(argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of the sample in the help."""


@dataclass(frozen=True)
class Answers:
    """Everything that is needed. `provider` is None while no login file is set."""

    name: str
    short: str
    language: str
    model: str
    provider: Provider | None
    administrators: tuple[Administrator, ...]


def read(told: dict) -> Answers:
    """The answers of a file. Raises NotUsable."""
    short = _short(told.get("short"))
    provider = _provider(told.get("login"), short)
    rows = told.get("administrator")
    if not isinstance(rows, list) or not rows:
        raise NotUsable("Name at least one [[administrator]].")
    people = tuple(_administrator(row, provider) for row in rows)
    return Answers(
        _name(told.get("name")), short, _language(told.get("language", "nb")), _model(told.get("model", "BTI")),
        provider, _different(people),
    )  # fmt: skip


def ask(line: Callable[[str], str], hidden: Callable[[str], str], *, say: Callable[[str], object]) -> Answers:
    """Ask for each until it can be used. `line` asks in the open, `hidden` without showing what is typed."""

    def until(question, check, *, of=line, default=""):
        while True:
            try:
                return check(of(question) or default)
            except NotUsable as fault:
                say(f"  {fault}")

    name = until("1. Its name, such as Nyvik kommune: ", _name)
    short = until("2. Its short name in addresses, such as nyvik: ", _short)
    language = until("3. Its language, nb or nn [nb]: ", _language, default="nb")
    model = until("4. What it calls the model, BTI or BTS [BTI]: ", _model, default="BTI")
    keys = ", ".join(each.key for each in setting_out.providers_for(short))
    provider = None
    if keys:
        provider = until(f"5. What employees log in with ({keys}): ", lambda given: _provider(given, short))
    else:
        say("5. No login provider serves it yet: docs/operations/login.md")
    people = [_one(until, provider, hidden, "6. The first administrator")]
    while until("   One more? Two are best, since one can be away. y or n [n]: ", _yes, default="n"):
        people.append(_one(until, provider, hidden, "   The next administrator"))
    return Answers(name, short, language, model, provider, _different(tuple(people)))


def left_for_operator(told: Answers, providers: list[Provider]) -> list[str]:
    """What the municipality cannot put right by itself before it is ready."""
    real = [each.audience for each in providers if not each.is_test]
    left = [
        f"a login provider for {audience.value}: docs/operations/login.md"
        for audience in Audience
        if not any(audience in each for each in real)
    ]
    if settings.SYNTHETIC_PERSONS:
        left.append("test numbers are let in: unset STAFETT_SYNTHETIC_PERSONS")
    if not (settings.ARCHIVE_FOLDER or settings.ARCHIVE_FIKS):
        left.append("no archive is set up: STAFETT_ARCHIVE_FOLDER or Fiks Arkiv in .env.sample")
    if len(told.administrators) < 2:
        left.append("only one administrator: ask the municipality to put one more on its own list")
    return left


def _one(until, provider, hidden, heading):
    given = until(f"{heading}. Given name: ", _person_name)
    family = until("   Family name: ", _person_name)
    number = until("   Personal number, 11 digits (not shown): ", _number, of=hidden)
    handle = ""
    if provider is not None and provider.profile.handle_claim:
        handle = until(f"   The name {provider.label} knows them by: ", _handle)
    return Administrator(given, family, number, handle)


def _administrator(row, provider):
    row = row if isinstance(row, dict) else {}
    needs_handle = provider is not None and bool(provider.profile.handle_claim)
    return Administrator(
        _person_name(row.get("given_name")), _person_name(row.get("family_name")),
        _number(row.get("personal_number")), _handle(row.get("handle")) if needs_handle else "",
    )  # fmt: skip


def _different(people):
    if len({each.number.digits for each in people}) < len(people):
        raise NotUsable("Two administrators have the same personal number.")
    return people


def _line(given, limit, what):
    said = text.clean_line(given) if isinstance(given, str) else ""
    if not said or text.length(said) > limit:
        raise NotUsable(f"{what} is needed, at most {limit} characters.")
    return said


def _name(given):
    return _line(given, 100, "The municipality's name")


def _model(given):
    return _line(given, 20, "What the model is called")


def _person_name(given):
    return _line(given, 100, "A name")


def _handle(given):
    return _line(given, 200, "The name the provider knows them by")


def _language(given):
    if given not in LANGUAGES:
        raise NotUsable("The language is nb or nn.")
    return given


def _short(given):
    said = given.strip().lower() if isinstance(given, str) else ""
    if not SHORT.fullmatch(said):
        raise NotUsable("The short name is 2 to 40 of a-z, 0-9 and hyphen.")
    if resolve(f"/{said}/").url_name != "short_address":
        raise NotUsable(f"{said} is a page of Stafett already. Choose another short name.")
    if directory.municipality_called(said) is not None:
        raise NotUsable(f"{said} is a municipality here already.")
    return said


def _provider(given, short):
    serving = setting_out.providers_for(short)
    chosen = next((each for each in serving if each.key == given), None)
    if chosen is not None and Audience.STAFF in chosen.audience:
        return chosen
    if not serving and not given:
        return None  # nobody can log in yet; the command says so
    keys = ", ".join(each.key for each in serving if Audience.STAFF in each.audience) or "none"
    raise NotUsable(f"Choose a provider that employees log in with and that serves {short}: {keys}.")


def _number(given):
    try:
        return personal_number.parse(str(given or ""), allow_synthetic=settings.SYNTHETIC_PERSONS)
    except InvalidPersonalNumber:
        raise NotUsable("That is no personal number.") from None


def _yes(given):
    return given.strip().lower() in ("y", "yes", "j", "ja")
