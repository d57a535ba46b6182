"""Three faces."""

from stafett.access.forms import Choice, EntryForm
from stafett.log_meetings.enums import Face, PulseQuestion

_FACES = [(str(face.value), face.label) for face in reversed(Face)]


class PulseForm(EntryForm):
    """Heard, agreed, knows what is next: a face for each."""

    heard = Choice(choices=_FACES, label=PulseQuestion.HEARD.label)
    agreed = Choice(choices=_FACES, label=PulseQuestion.AGREED.label)
    knows_next = Choice(choices=_FACES, label=PulseQuestion.KNOWS_NEXT.label)

    def clean(self):
        """Faces as numbers."""
        given = super().clean()
        return given | {name.value: int(given[name.value]) for name in PulseQuestion if name.value in given}
