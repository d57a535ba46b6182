"""How the child wants the meeting to be."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.log_meetings.enums.wishes import WishEase, WishPeople, WishSeat, WishVoice
from stafett.register.tenancy import Tenanted, belongs_to


class Wish(Tenanted):
    """«Slik vil jeg ha det»: what the child has said before a meeting (L-12). A new one replaces the former, which is kept.

    `people` and `ease` are lists of WishPeople and WishEase. It stands until the child says something else, for a child
    should not have to ask for the chair by the door each time.
    """

    log = belongs_to("relay_log.RelayLog", related_name="wishes")
    people = models.JSONField(default=list)
    people_words = models.CharField(max_length=200, blank=True)
    seat = models.CharField(max_length=20, choices=WishSeat, blank=True)
    ease = models.JSONField(default=list)
    voice = models.CharField(max_length=10, choices=WishVoice, blank=True)
    talk_about = models.CharField(max_length=300, blank=True)
    not_about = models.CharField(max_length=300, blank=True)
    written_by = belongs_to("register.Person", related_name="+")
    written_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("barnets ønske")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "log"],
                condition=models.Q(replaced_at__isnull=True),
                name="one_current_wish_per_log",
            )
        ]

    def __str__(self):
        return str(self.written_at)

    def lines(self) -> list[tuple[str, str]]:
        """What is wished, as (heading, text) in the reader's language, without what was left out."""
        people = [*_labels(WishPeople, self.people), *([self.people_words] if self.people_words else [])]
        said = (
            (_("Jeg vil ha med"), _listed(people)),
            (_("Jeg vil sitte"), self.get_seat_display()),
            (_("Det blir lettere med"), _listed(_labels(WishEase, self.ease))),
            (_("Den som snakker"), self.get_voice_display()),
            (_("Jeg vil snakke om"), self.talk_about),
            (_("Jeg vil ikke snakke om"), self.not_about),
        )
        return [(str(heading), str(text)) for heading, text in said if text]


def _labels(kind, values):
    return [str(kind(value).label) for value in values if value in kind.values]


def _listed(words):
    return " · ".join(words)
