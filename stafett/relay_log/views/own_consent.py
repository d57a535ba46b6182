"""What a guardian or a youth does about consent that needs the log's concerns: answer a request, say yes to less."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action, LogState
from stafett.access.guard import attempt, page
from stafett.consent import operations as consent_operations
from stafett.consent import queries as consent_queries
from stafett.consent.content import library as texts
from stafett.consent.forms import DeclineForm, OwnConsentForm
from stafett.register import staff
from stafett.relay_log import operations, queries
from stafett.relay_log.forms.start import GuardianReadingForm
from stafett.relay_log.queries.parts import concerns_to_limit
from stafett.relay_log.views.consent import open_if_covered, text_blanks

REQUEST = {"of": consent_queries.reachable_request, "facts": consent_queries.facts_of_request}
WORD = {"of": consent_queries.reachable_word, "facts": consent_queries.facts_of_word}


@page(Action.ANSWER_CONSENT, **REQUEST, methods=("GET", "POST"), step_up=True, limit="consent_signing")
def consent_answer(request, asked):
    """Read what is asked in one's language, and say yes to all of it or a part."""
    log, units = asked.log, staff.units_named(asked.unit_ids)
    language = texts.language(request.GET.get("lang", asked.locale))
    form = OwnConsentForm(
        request.POST or None, units=units, concerns=_concerns(log), initial=_limits_kept(request.actor, asked)
    )
    said = {"log": log, "asked": asked, "locale": language.code, "today": request.today}
    if attempt(request, form, consent_operations.answer_request, **said):
        opened = open_if_covered(request, log)
        return _thanks(
            request, _("Takk. Loggen er åpnet.") if opened else _("Takk. Svaret ditt er tatt vare på.")
        )
    blanks = text_blanks(log, language, units, asked.valid_until)
    context = {
        "asked": asked, "log": log, "form": form, "no_form": DeclineForm(), "language": language,
        "languages": texts.languages(), "text": texts.filled(texts.content(language.code), blanks),
    }  # fmt: skip
    return render(request, "consent/answer.html", context, status=form.status)


@page(Action.ANSWER_CONSENT, **REQUEST, methods=("POST",))
def consent_decline(request, asked):
    """Say no to what is asked."""
    form = DeclineForm(request.POST)
    attempt(
        request, form, consent_operations.decline_request, log=asked.log, asked=asked, today=request.today
    )
    return _thanks(request, _("Svaret ditt er nei. Stafettholderen får beskjed."))


@page(Action.CHANGE_OWN_CONSENT, **WORD, methods=("GET", "POST"), step_up=True, limit="consent_signing")
def consent_narrowing(request, log):
    """Say yes to less: leave out a service, or what it may not see, or end it sooner (L-07)."""
    word, concerns = log.word, _concerns(log)
    if word.is_no:
        return redirect("my_consents")
    form = OwnConsentForm(
        request.POST or None,
        units=staff.units_named(word.covered_unit_ids),
        concerns=concerns,
        initial=_as_said(word, concerns),
    )
    if attempt(request, form, consent_operations.narrow_consent, log=log, today=request.today):
        return _thanks(request, _("Samtykket er endret. Det gjelder fra nå."))
    return render(request, "consent/narrowing.html", {"log": log, "form": form}, status=form.status)


@page(
    Action.DECIDE_GUARDIAN_READING, of=queries.reachable_log, facts=queries.facts_about, methods=("GET", "POST")
)  # fmt: skip
def guardian_reading(request, log):
    """The youth decides whether guardians go on reading (L-11, L-14)."""
    form = GuardianReadingForm(
        request.POST or None, initial={"may_read": "no" if log.guardians_end_on else "yes"}
    )
    if attempt(request, form, operations.decide_guardian_reading, log=log, today=request.today):
        return _thanks(request, _("Det du bestemte, gjelder fra nå."))
    return render(request, "consent/guardian_reading.html", {"log": log, "form": form}, status=form.status)


def _concerns(log):
    """Concerns a person can hold back from a service; none before the log is open."""
    return [] if log.state == LogState.AWAITING_CONSENT else concerns_to_limit(log)


def _limits_kept(actor, asked):
    """The answer as it is asked, with what the person has held back before: no service is ticked beforehand, but ticking one
    again does not take its limits away (L-07)."""
    word = consent_queries.newest_word_of(asked.log, actor.person_id)
    said = _as_said(word, _concerns(asked.log)) if word and not word.is_no else {}
    return {**said, "covered_unit_ids": [], "valid_until": asked.valid_until}


def _as_said(word, concerns):
    """The form as the person's newest word has it."""
    initial = {
        "covered_unit_ids": list(word.covered_unit_ids), "limits": word.limits, "valid_until": word.valid_until,
    }  # fmt: skip
    for unit, seen in word.restrictions.items():
        initial[f"hidden_{unit}"] = [str(pk) for pk, _title in concerns if str(pk) not in seen]
    return initial


def _thanks(request, text):
    messages.success(request, text)
    return redirect("my_consents")
