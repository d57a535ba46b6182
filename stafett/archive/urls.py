"""Routes of the archive. Addresses hold ids, never a name."""

from django.urls import path

from stafett.archive.views import deposits, periods, setup

urlpatterns = [
    path("arkiv/", deposits.deposits, name="deposits"),
    path("arkiv/oppsett/", setup.archive_setup, name="archive_setup"),
    path("arkiv/avleveringer/", periods.period_deposits, name="period_deposits"),
    path("arkiv/<uuid:pk>/", deposits.deposit, name="deposit"),
    path("arkiv/<uuid:pk>/sending/", deposits.deposit_sending, name="deposit_sending"),
]
