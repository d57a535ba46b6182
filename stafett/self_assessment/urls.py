"""Addresses of self-assessment: the unit's own, one report, and the area's inbox and comparison."""

from django.urls import path

from stafett.self_assessment.views import area, own, report

urlpatterns = [
    path("egenvurdering/", own.self_assessments, name="self_assessments"),
    path("egenvurdering/enheter/<uuid:pk>/<slug:period>/", own.assessment_start, name="assessment_start"),
    path("egenvurdering/<uuid:pk>/", report.assessment, name="assessment"),
    path("egenvurdering/<uuid:pk>/svar/", own.assessment_answers, name="assessment_answers"),
    path("egenvurdering/<uuid:pk>/innsending/", own.assessment_submission, name="assessment_submission"),
    path("egenvurdering/<uuid:pk>/retting/", own.assessment_correction, name="assessment_correction"),
    path("egenvurdering/<uuid:pk>/ord/", report.assessment_remark, name="assessment_remark"),
    path("egenvurdering/<uuid:pk>/lest/", report.assessment_read, name="assessment_read"),
    path("egenvurdering/<uuid:pk>/pdf/", report.assessment_pdf, name="assessment_pdf"),
    path("omradet/egenvurdering/", area.area_assessments, name="area_assessments"),
    path("omradet/egenvurdering/sammenlikning/", area.assessment_comparison, name="assessment_comparison"),
]
