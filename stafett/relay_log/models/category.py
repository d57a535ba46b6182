"""A municipality's own words for what a concern is about."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.relay_log.enums import OWN, Category


class CategoryWord(Tenanted):
    """What a municipality calls one of the nine categories or something under it, or that it does not use it (S003-31,
    S003-33). What nobody has changed has no row, and is called what the sources call it."""

    category = models.CharField(max_length=20, choices=Category)
    key = models.CharField(max_length=25, blank=True)  # empty: the category itself; else what lies under it
    nb = models.CharField(max_length=60, blank=True)
    nn = models.CharField(max_length=60, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)  # not offered any more; what is written stays
    changed_by = belongs_to("register.Person", related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ord for hva det gjelder")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "category", "key"], name="one_word_for_each_category_and_key"
            ),
            models.CheckConstraint(
                name="a_word_of_ones_own_is_written", condition=~Q(key__startswith=OWN) | ~Q(nb="")
            ),
        ]

    def __str__(self):
        return self.nb or self.key or self.category
