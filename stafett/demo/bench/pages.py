"""The visits that are measured, and what each must answer."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from django.templatetags.static import static
from django.urls import reverse

from stafett.demo.bench.visitors import Answer, HiddenFields, Visitor
from stafett.demo.generate import Marks

SMALL_FILE = "stafett/mark.svg"
BRIGHT_SPOT = "Noe gikk bra i dag, og det skriver vi ned."
_times = itertools.count(1)  # the same words twice are written once
STATIC = "static_file"


class WrongAnswer(Exception):
    """A page answered something else than it should, so its time means nothing."""


@dataclass(frozen=True)
class Visit:
    """Something a person does: its key in the JSON, its name in the table, and how it is done."""

    key: str
    name: str
    carry_out: Callable[[Visitor], Answer]


def visits(marks: Marks) -> list[Visit]:
    """Every visit that is measured, a bare static file first as the limit of what the server can do."""
    return [
        static_file(),
        full_log(marks),
        Visit("my_logs", "Mine stafettlogger, 25 logs", lambda visitor: _get(visitor, reverse("my_logs"))),
        Visit("bright_spot_form", "Lysglimt, form", lambda visitor: _get(visitor, _bright_spot(marks))),
        Visit("bright_spot", "Lysglimt, form and post", lambda visitor: _share(visitor, _bright_spot(marks))),
    ]


def static_file() -> Visit:
    """A bare static file: what the server can do at most."""
    return Visit(STATIC, "Static file", lambda visitor: _get(visitor, static(SMALL_FILE)))


def page(key: str, name: str, path: str) -> Visit:
    """Opening a page that answers with itself."""
    return Visit(key, name, lambda visitor: _get(visitor, path))


def full_log(marks: Marks) -> Visit:
    """Opening the log with 60 entries."""
    return page("full_log", "Log, 60 entries", reverse("log", args=[marks.full_log]))


def _bright_spot(marks: Marks) -> str:
    return reverse("new_bright_spot", args=[marks.other_log])


def _get(visitor: Visitor, path: str) -> Answer:
    return expect(visitor.get(path), 200, path)


def _share(visitor: Visitor, path: str) -> Answer:
    """Open the form and send it. Gives the answer to the sending: the way back to the log."""
    hidden = HiddenFields(_get(visitor, path).body).found
    return expect(visitor.post(path, {**hidden, "text": f"{BRIGHT_SPOT} {next(_times)}"}), 302, path)


def expect(answer: Answer, status: int, path: str) -> Answer:
    """The answer, when it has the status it should. Raises WrongAnswer."""
    if answer.status != status:
        raise WrongAnswer(f"{path} answered {answer.status}, not {status}.")
    return answer
