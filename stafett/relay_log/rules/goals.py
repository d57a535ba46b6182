"""The goal, and friendly help to write it well (SMARTE)."""

import re

from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import Hint, Refusal
from stafett.relay_log.rules.concerns import REVISABLE
from stafett.relay_log.rules.wording import is_blank, sentence_count

# Words of bokmål and nynorsk that show whether a goal is reached: how much, how often, when, with whom.
_SIGN = re.compile(
    r"""\d|\b(?:
    én|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv|tjue|halve|halvparten|dobbelte?|begge|
    flere|fleire|færre|mer|meir|mindre|større|lengre|lenger|kortere|kortare|raskere|raskare|
    oftere|oftare|sjeldnere|sjeldnare|tidligere|tidlegare|økning|auke|nedgang|
    alle|alltid|aldri|ingen|inga|ingenting|hver|hvert|kvar|kvart|hele|heile|daglig|dagleg|ukentlig|
    uten|utan|alene|åleine|selv|sjølv|sammen|saman|andre|når|før|innen|innan|ferdig|ganger|gonger|
    minutter|minutt|timer|timar|dager|dagar|uker|veker|deltar|deltek
    )\b""",
    re.VERBOSE,
)
_CLAUSES = re.compile(r"[,.;:!?\n–]")
# "Når klassen skal gå inn" describes a situation, not the goal: what follows such a word is left alone.
_SUBORDINATE = re.compile(
    r"\b(?:når|hvis|viss|dersom|mens|medan|fordi|som|hva|kva|hvem|kven|hvordan|korleis|hvor)\b.*"
)
_LATER = re.compile(r"\b(?:(?:skal|skulle|vil|bør|burde|må)\b|kan (?:bli|verte|verta)\b)")


def may_replace(concern_state: str, *, text: str) -> Verdict:
    """A new goal takes the place of the old one, which is kept: sometimes the goal was the problem.

    Source: S001-20, S003-70.
    """
    if concern_state not in REVISABLE:
        return no(Refusal.WRONG_STATE)
    return no(Refusal.GOAL_MISSING) if is_blank(text) else YES


def hints(text: str) -> list[Hint]:
    """A goal helps most when it is one sentence, in the present tense, and can be seen to be reached.

    Advice for bokmål and nynorsk; an empty text gives none.
    Source: S003-59, S003-60, S003-61.
    """
    if is_blank(text):
        return []
    findings = {
        Hint.NOT_PRESENT_TENSE: _speaks_of_later(text),
        Hint.NOT_MEASURABLE: _SIGN.search(text.lower()) is None,
        Hint.TOO_MANY_SENTENCES: sentence_count(text) > 1,
    }
    return [hint for hint, found in findings.items() if found]


def _speaks_of_later(text: str) -> bool:
    clauses = (_SUBORDINATE.sub("", clause) for clause in _CLAUSES.split(text.lower()))
    return any(_LATER.search(" ".join(clause.split())) for clause in clauses)
