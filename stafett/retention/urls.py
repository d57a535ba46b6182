"""Routes of retention. Addresses hold ids and kinds, never a name."""

from django.urls import path

from stafett.retention.views import disposals, due, holds, plan

urlpatterns = [
    path("arkiv/bevaring/", due.retention, name="retention"),
    path("arkiv/bevaring/forslag/", due.disposal_proposal, name="disposal_proposal"),
    path("arkiv/bevaring/regler/", plan.retention_rules, name="retention_rules"),
    path("arkiv/bevaring/regler/<slug:kind>/", plan.retention_rule, name="retention_rule"),
    path("arkiv/bevaring/stanser/", holds.holds, name="holds"),
    path("arkiv/bevaring/stanser/<uuid:pk>/", holds.hold_lifting, name="hold_lifting"),
    path("arkiv/bevaring/logger/<uuid:pk>/stans/", holds.log_hold, name="log_hold"),
    path("arkiv/bevaring/barn/<uuid:pk>/stans/", holds.child_hold, name="child_hold"),
    path("arkiv/bevaring/slettinger/", disposals.disposals, name="disposals"),
    path("arkiv/bevaring/slettinger/<uuid:pk>/", disposals.disposal, name="disposal"),
    path(
        "arkiv/bevaring/slettinger/<uuid:pk>/godkjenning/",
        disposals.disposal_approval,
        name="disposal_approval",
    ),
    path("arkiv/bevaring/slettinger/<uuid:pk>/avslag/", disposals.disposal_refusal, name="disposal_refusal"),
    path(
        "arkiv/bevaring/slettinger/<uuid:pk>/trekking/",
        disposals.disposal_withdrawal,
        name="disposal_withdrawal",
    ),
    path(
        "arkiv/bevaring/slettinger/<uuid:pk>/bevis/",
        disposals.disposal_certificate,
        name="disposal_certificate",
    ),
]
