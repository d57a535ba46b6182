"""What a rule answers: yes, or no with a reason that has a sentence.

One verdict serves the button, its tooltip and the write. The reasons themselves are enums of the features.
"""

from dataclasses import dataclass, field
from typing import Protocol


class Labelled(Protocol):
    """A reason to refuse: an enum member whose label is its sentence, translated when it is read."""

    @property
    def label(self) -> object: ...


@dataclass(frozen=True)
class Verdict:
    """A rule's answer; true when the thing is allowed.

    `refusal` is the reason, None when allowed. `params` fills the placeholders (`%(name)s`) of the reason's
    sentence; they may be people's words, so they are kept out of repr and thereby out of logs (SEC-13).
    """

    refusal: Labelled | None = None
    params: dict[str, object] = field(default_factory=dict, repr=False, hash=False)

    @property
    def allowed(self) -> bool:
        return self.refusal is None

    def __bool__(self) -> bool:
        return self.allowed

    def sentence(self) -> str:
        """The reason in the reader's language; empty when allowed."""
        if self.refusal is None:
            return ""
        sentence = str(self.refusal.label)
        return sentence % self.params if self.params else sentence


YES = Verdict()


def no(refusal: Labelled, **params: object) -> Verdict:
    """Refuse for this reason; `params` fill the placeholders of its sentence."""
    return Verdict(refusal, params)


def first_no(*verdicts: Verdict) -> Verdict:
    """The first refusal among the verdicts, or YES when there is none."""
    return next((verdict for verdict in verdicts if not verdict.allowed), YES)


def require(verdict: Verdict) -> None:
    """Stop here unless the verdict is yes. Raises `Refused`.

    A rule that forgot to answer gives None, which has no `allowed`: that stops too.
    """
    if not verdict.allowed:
        raise Refused(verdict)


class Refused(Exception):
    """An operation met a no. Its text names the reason only; `sentence()` is for the person who asked."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict = verdict

    @property
    def refusal(self) -> Labelled | None:
        return self.verdict.refusal

    @property
    def params(self) -> dict[str, object]:
        return self.verdict.params

    def sentence(self) -> str:
        return self.verdict.sentence()
