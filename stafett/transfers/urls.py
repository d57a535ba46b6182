"""Routes of transfers and school starters. A change of state is a thing you POST."""

from django.urls import path

from stafett.transfers.views import giving, history, packages, reading, receiving, starters

urlpatterns = [
    path("overforinger/", receiving.transfers, name="transfers"),
    path("overforinger/<uuid:pk>/", receiving.transfer, name="transfer"),
    path("overforinger/<uuid:pk>/mottak/", receiving.acceptance, name="transfer_acceptance"),
    path("overforinger/<uuid:pk>/avslag/", receiving.refusal, name="transfer_refusal"),
    path("overforinger/<uuid:pk>/mottaker/", receiving.receiver, name="transfer_receiver"),
    path("overforinger/<uuid:pk>/tilbaketrekking/", giving.withdrawal, name="transfer_withdrawal"),
    path("overforinger/<uuid:pk>/lest/", reading.confirmed, name="transfer_reading"),
    path("overforinger/<uuid:pk>/tilbake/", receiving.taking_back, name="transfer_return"),
    path("overforinger/pakke/", packages.check, name="package_check"),
    path("overforinger/<uuid:pk>/pakke/", packages.package, name="transfer_package"),
    path("overforinger/<uuid:pk>/kvittering/", packages.receipt, name="transfer_receipt"),
    path("logger/<uuid:pk>/overforing/kommune/", packages.to_municipality, name="transfer_to_municipality"),
    path("logger/<uuid:pk>/overforing/", giving.ways, name="transfer_log"),
    path("logger/<uuid:pk>/overforing/kollega/", giving.to_colleague, name="transfer_to_colleague"),
    path("logger/<uuid:pk>/overforing/vikar/", giving.to_deputy, name="transfer_to_deputy"),
    path("logger/<uuid:pk>/overforing/enhet/", giving.to_unit, name="transfer_to_unit"),
    path("logger/<uuid:pk>/overforing/samtykke/", giving.consent, name="transfer_consent"),
    path("logger/<uuid:pk>/overtatt/", reading.received, name="received_log"),
    path("logger/<uuid:pk>/historie/", history.history, name="carried_history"),
    path("logger/<uuid:pk>/historie/pakke/", history.history_package, name="history_package"),
    path("overforinger/historie/<uuid:pk>/", history.history_choice, name="history_choice"),
    path("skolestartere/", starters.school_starters, name="school_starters"),
    path("skolestartere/<uuid:pk>/skole/", starters.school, name="starter_school"),
]
