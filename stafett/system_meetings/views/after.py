"""After the meeting: the look back, the minutes, how measures went, and the next idea."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.archive.enums import Kind as ArchiveKind
from stafett.archive.queries.deposits import deposit_of
from stafett.kernel.clock import local
from stafett.kernel.pdf import typeset
from stafett.register import staff
from stafett.system_meetings.enums import MeetingState
from stafett.system_meetings.forms.after import (
    CorrectionForm,
    LookBackForm,
    MinutesForm,
    NextMeasureForm,
    OutcomeForm,
)
from stafett.system_meetings.operations import following
from stafett.system_meetings.operations import minutes as operations
from stafett.system_meetings.queries import after, minutes, reach
from stafett.system_meetings.views import presenting
from stafett.toolbox.views.place import as_file

BOTH = ("GET", "POST")
MEETING = {"of": reach.reachable_meeting, "facts": reach.facts_about, "read": False}
IDEA = {"of": reach.reachable_idea, "facts": reach.facts_about_idea, "read": False}
ANSWERS = (
    "worked_well", "could_be_better", "kept_structure", "kept_structure_words", "was_useful", "was_useful_words",
    "next_time",
)  # fmt: skip


@page(Action.LOOK_BACK_ON_SYSTEM_MEETING, **MEETING, methods=BOTH)
def system_evaluation(request, meeting):
    """The five questions, answered together before people leave."""
    if meeting.state != MeetingState.EVALUATING and request.method == "GET":
        return redirect("system_meeting", meeting.pk)
    written = after.evaluation_of(meeting)
    initial = {name: getattr(written, name) for name in ANSWERS} if written else {}
    form = LookBackForm(request.POST or None, initial=initial)
    if attempt(request, form, operations.look_back, meeting=meeting):
        messages.success(request, _("Takk. Nå kan referatet gås over og signeres."))
        return redirect("system_meeting", meeting.pk)
    lead = _("Ta fem minutter sammen før dere går. Svar kort; det er til dere selv og neste møte.")
    return _page(request, form, meeting, _("Slik var møtet"), _("Lagre"), lead=lead)


@page(Action.VIEW_SYSTEM_MEETING, **MEETING)
def system_minutes(request, meeting):
    """The signed minutes, with former editions and how far the archive has come; made to be printed on one page."""
    editions = minutes.editions_of(meeting)
    if not editions:
        raise Http404
    shown = _shown_edition(request, editions)
    context = {
        "show": presenting,
        "meeting": meeting,
        "shown": shown,
        "editions": editions,
        "parts": minutes.parts_of(shown),
        "deposit": deposit_of(ArchiveKind.MINUTES, shown.pk),
        "may_correct": presenting.may(request, Action.SIGN_SYSTEM_MINUTES),
    }
    return render(request, "system_meetings/minutes.html", context)


@page(Action.VIEW_SYSTEM_MEETING, **MEETING)
def system_minutes_pdf(request, meeting):
    """The newest edition as a document: the same bytes the archive got."""
    editions = minutes.editions_of(meeting)
    if not editions:
        raise Http404
    editions[0].meeting = meeting
    response = HttpResponse(typeset(operations.document_of(editions[0])), content_type="application/pdf")
    day = f"{local(meeting.starts_at):%Y-%m-%d}"
    return as_file(response, title=" ".join([_("Referat"), meeting.title, day]), ending="pdf")


@page(Action.SIGN_SYSTEM_MINUTES, **MEETING, methods=BOTH)
def system_signing(request, meeting):
    """Go over the minutes the meeting wrote itself, and sign them."""
    if meeting.state != MeetingState.EVALUATING and request.method == "GET":
        return redirect("system_meeting", meeting.pk)
    form = MinutesForm(request.POST or None, initial=vars(minutes.draft_of(meeting)))
    if attempt(request, form, operations.sign_minutes, meeting=meeting, today=request.today):
        messages.success(request, _("Referatet er signert, sendt til deltakerne og levert til arkivet."))
        return redirect("system_minutes", meeting.pk)
    lead = _(
        "Møtet har skrevet det meste. Rett ordene om de trenger det. Når du signerer, står referatet fast."
    )
    kept = minutes.kept_ideas(meeting)
    return _page(request, form, meeting, _("Referat"), _("Signer og send"), lead=lead, kept=kept)


@page(Action.SIGN_SYSTEM_MINUTES, **MEETING, methods=BOTH)
def system_correction(request, meeting):
    """Put something right in signed minutes: a new edition; the former is kept."""
    editions = minutes.editions_of(meeting)
    if not editions:
        raise Http404
    texts = {part.kind: part.text for part in minutes.parts_of(editions[0])}
    initial = vars(minutes.draft_of(meeting)) | {
        name: texts.get(name, "") for name in ("challenge", "factors", "measures", "plan")
    }
    form = CorrectionForm(request.POST or None, initial=initial)
    if attempt(request, form, operations.correct_minutes, meeting=meeting, today=request.today):
        messages.success(request, _("Den nye utgaven er signert, sendt og levert til arkivet."))
        return redirect("system_minutes", meeting.pk)
    kept = minutes.kept_ideas(meeting)
    return _page(request, form, meeting, _("Rett referatet"), _("Signer ny utgave"), kept=kept)


@page(
    Action.FOLLOW_SYSTEM_MEASURE,
    of=reach.reachable_measure,
    facts=reach.facts_about_measure,
    methods=BOTH,
    read=False,
)
def measure_outcome(request, measure):
    """Say how a measure went, together with the service that took part."""
    form = OutcomeForm(request.POST or None)
    if attempt(request, form, following.evaluate_measure, measure=measure, today=request.today):
        messages.success(request, _("Takk. Det dere har lært, står på siden om møtet."))
        return redirect("system_meeting", measure.meeting_id)
    lead = _("Slik skulle det evalueres: %(method)s") % {"method": measure.method}
    return _page(request, form, measure.meeting, measure.text, _("Lagre"), lead=lead)


@page(Action.PLAN_SYSTEM_MEETING, **IDEA, methods=BOTH)
def next_measure(request, idea):
    """Go on with an idea that was kept."""
    meeting = idea.meeting
    partners = [(str(unit.pk), unit.name) for unit in staff.units_besides(meeting.unit_id)]
    evaluators = [(str(seat.person_id), seat.name) for seat in meeting.seats if seat.person_id]
    form = NextMeasureForm(request.POST or None, partners=partners, evaluators=evaluators)
    if attempt(request, form, following.try_next, meeting=meeting, idea=idea, today=request.today):
        messages.success(request, _("Da prøver dere dette."))
        return redirect("system_meeting", meeting.pk)
    return _page(request, form, meeting, idea.text, _("Prøv dette"))


@page(Action.PLAN_SYSTEM_MEETING, **IDEA, methods=("POST",))
def idea_removal(request, idea):
    """Take an idea off the list."""
    following.remove_idea(actor=request.actor, idea=idea)
    messages.success(request, _("Ideen er tatt av listen. Den står fortsatt i referatet."))
    return redirect("system_meeting", idea.meeting_id)


def _shown_edition(request, editions):
    asked = request.GET.get("utgave", "")
    return next((each for each in editions if str(each.edition) == asked), editions[0])


def _page(request, form, meeting, title, label, **more):
    back = reverse("system_meeting", args=[meeting.pk])
    eyebrow = presenting.title_of(meeting)
    return presenting.form_page(request, form, title, label, back, eyebrow=eyebrow, **more)
