"""`stafett found`: a new municipality, from nothing to the first administrator who logs in."""

import getpass
import sys
import tomllib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from django.utils import translation

from stafett.administration.management import answering
from stafett.administration.management.answering import NotUsable
from stafett.administration.operations import founding
from stafett.identity import setting_out
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway

SAMPLE = """\
a file of answers, for installations that are set up by a script; delete it afterwards, it holds personal numbers:

    name = "Nyvik kommune"
    short = "nyvik"                  # its address: https://stafett.example.org/nyvik/
    language = "nn"                  # nb or nn
    model = "BTI"                    # what the municipality calls it: BTI, BTS
    login = "ansatt"                 # the key of its employees' provider in the login file

    [[administrator]]                # two are best: one can be away
    given_name = "Randi"
    family_name = "Eksempel"
    personal_number = "…"
    handle = "randi@nyvik.example"   # only where the provider gives no personal number (Entra ID, Feide)
"""


class Command(BaseCommand):
    """Asks, or reads the answers, and enters the municipality. Faults give exit code 1 and nothing is written."""

    help = (
        "Enter a new municipality with its first administrators. Asks one thing at a time. Everything is set to what is"
        " safest; the administrators log in and are led through the rest, and no log starts before they are ready."
    )

    def add_arguments(self, parser):
        parser.formatter_class = answering.Layout
        parser.epilog = SAMPLE
        parser.add_argument("--answers", type=Path, metavar="FILE", help="read the answers from a TOML file")

    def handle(self, *args, answers, **options):
        """Prints the address, who may log in, and what is left for the operator."""
        try:
            told = answering.read(_file(answers)) if answers else self._asked()
        except NotUsable as fault:
            raise CommandError(str(fault)) from None
        except (KeyboardInterrupt, EOFError):
            raise CommandError("Stopped. Nothing is written.") from None
        issuer = told.provider.issuer if told.provider else ""
        with translation.override(told.language):
            try:
                founding.found(
                    name=told.name, slug=told.short, locale=told.language, model_alias=told.model,
                    administrators=told.administrators, issuer=issuer, today=today_in_norway(clock.now()),
                )  # fmt: skip
            except IntegrityError:
                raise CommandError(f"Somebody has entered {told.short} meanwhile.") from None
        self._tell(told)

    def _asked(self):
        if not sys.stdin.isatty():
            raise NotUsable("There is nobody to ask: give --answers FILE.")
        self.stdout.write("A new municipality. Ctrl-C stops; nothing is written before the last answer.\n")
        return answering.ask(self._line, self._hidden, say=self.stdout.write)

    def _line(self, question):
        self.stdout.write(question, ending="")
        self.stdout.flush()
        return input()

    def _hidden(self, question):
        """Neither the screen nor the shell's history keeps a personal number."""
        return getpass.getpass(question)

    def _tell(self, told):
        names = " and ".join(f"{each.given_name} {each.family_name}" for each in told.administrators)
        site = told.provider.site if told.provider else ""
        self.stdout.write(f"{told.name} is entered. {names} can log in at {site}/{told.short}/")
        self.stdout.write("There they are led through the rest, under «Er kommunen klar?».")
        left = answering.left_for_operator(told, setting_out.providers_for(told.short))
        if left:
            self.stdout.write("Left for you:")
        for sentence in left:
            self.stdout.write(f"  - {sentence}")


def _file(path):
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotUsable(f"{path} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotUsable(f"{path} is not TOML: {error}.") from None
