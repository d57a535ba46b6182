"""Addresses of courses and of the pages to teach from."""

from django.urls import path

from stafett.courses.views import courses, setting_up, sign_ups, slides

urlpatterns = [
    path("opplaering/", courses.courses, name="courses"),
    path("opplaering/ansatte/", courses.training_needs, name="training_needs"),
    path("opplaering/kurs/<uuid:pk>/", courses.course, name="course"),
    path("opplaering/kurs/<uuid:pk>/kalender/", courses.course_calendar, name="course_calendar"),
    path("opplaering/kurs/nytt/", setting_up.new_course, name="new_course"),
    path("opplaering/kurs/<uuid:pk>/endring/", setting_up.edit_course, name="edit_course"),
    path("opplaering/kurs/<uuid:pk>/avlysning/", setting_up.course_cancellation, name="course_cancellation"),
    path("opplaering/oppfriskning/", setting_up.refresher, name="refresher"),
    path("opplaering/kurs/<uuid:pk>/pamelding/", sign_ups.course_sign_up, name="course_sign_up"),
    path(
        "opplaering/pameldinger/<uuid:pk>/avmelding/", sign_ups.sign_up_withdrawal, name="sign_up_withdrawal"
    ),
    path("opplaering/kurs/<uuid:pk>/oppmote/", sign_ups.attendance, name="attendance"),
    path("opplaering/lysark/", slides.course_slides, name="course_slides"),
    path("opplaering/lysark/<slug:deck>/", slides.slide_deck, name="slide_deck"),
    path("opplaering/lysark/<slug:deck>/<int:number>/", slides.slide, name="slide"),
]
