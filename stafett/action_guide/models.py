"""Tables of the guide: what a municipality sets for itself. The guide's words are data in `content/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.action_guide.enums import ContactKind
from stafett.register.tenancy import Tenanted


class Contact(Tenanted):
    """Whom to ring in this municipality, shown to everybody on the exit (L-32). Never a person's own number."""

    kind = models.CharField(max_length=20, choices=ContactKind)
    name = models.CharField(max_length=100)
    phone = models.CharField(max_length=20)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("kontaktkort")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind"], name="one_contact_of_each_kind"),
            models.CheckConstraint(name="contact_has_a_number", condition=~models.Q(phone="")),
        ]

    def __str__(self):
        return self.name
