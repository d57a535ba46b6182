"""Routes of oversight. Addresses hold ids and days, never a name."""

from django.urls import path

from stafett.oversight.views import care_plan, export, package, plan, readers, three, trail, unusual

urlpatterns = [
    path("logger/<uuid:pk>/lesere/", readers.access_list, name="access_list"),
    path("logger/<uuid:pk>/innsyn/", package.own_package, name="own_package"),
    path("logger/<uuid:pk>/innsyn/familien/", package.package_for_family, name="package_for_family"),
    path("logger/<uuid:pk>/eksport/", export.log_export, name="log_export"),
    path("logger/<uuid:pk>/eksport/pdf/", export.log_paper, name="log_paper"),
    path("logger/<uuid:pk>/individuell-plan/", plan.individual_plan, name="individual_plan"),
    path("logger/<uuid:pk>/individuell-plan/pdf/", plan.individual_plan_file, name="individual_plan_file"),
    path("oppmerksomheter/<uuid:pk>/careplan/", care_plan.care_plan_file, name="care_plan_file"),
    path("oppmerksomheter/<uuid:pk>/dokumenter/", three.papers, name="concern_papers"),
    path("oppmerksomheter/<uuid:pk>/dokumenter/<slug:kind>/", three.paper_file, name="concern_paper"),
    path("tilsyn/lesing/", unusual.unusual_readings, name="unusual_readings"),
    path("tilsyn/lesing/<uuid:pk>/<uuid:reader>/<slug:day>/", unusual.reading_review, name="reading_review"),
    path("tilsyn/spor/", trail.trail, name="trail"),
    path("tilsyn/spor/liste/", trail.trail_export, name="trail_export"),
    path("tilsyn/spor/barn/<uuid:pk>/", trail.trail_of_child, name="trail_of_child"),
    path("tilsyn/spor/barn/<uuid:pk>/liste/", trail.trail_export_of_child, name="trail_export_of_child"),
    path("tilsyn/spor/ansatte/<uuid:pk>/", trail.trail_of_employee, name="trail_of_employee"),
]
