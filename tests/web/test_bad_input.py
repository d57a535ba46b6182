"""What bad input gets, in every field of every form: a clear sentence, the text kept, 422, and nothing written (design 6)."""

import pytest
from django import forms
from django.utils import translation

from stafett.access.forms import CHOOSE, Choice, Choices, Day, EntryForm, Line
from stafett.demo import cast
from stafett.kernel import text
from stafett.register.models import Person
from stafett.register.tenancy import within
from tests.access.stored import fingerprint
from tests.web import good_forms, reading
from tests.web.visiting import Visitor, undone

HERE = cast.EKSEMPELVIK.id
DJANGOS_OWN = ("Ensure this", "Enter a valid", "Select a valid", "This field", "Null characters")
HTML = "<b onclick=x>\"'&{{7*7}}"
BAD_DAYS = ["29.02.2027", "2027-02-29", "00.00.0000", "i morgen", "1.1.1850", HTML]
ODD = ["🧑👩‍👩‍👧", "\u202eגבa\x00b\x1b[31m\ufeff", "ﷺ" * 12, "\x00\u200b"]


def _each(kind):
    """(route, field name) for every visible field of a kind in every form."""
    return [
        pytest.param(route, name, id=f"{route}-{name}")
        for route, form in good_forms.FORMS.items()
        for name, field in form.base_fields.items()
        if isinstance(field, kind) and not isinstance(field.widget, forms.HiddenInput)
    ]


def test_every_form_of_the_product_is_tried():
    assert set(good_forms.FORMS.values()) | good_forms.ELSEWHERE == set(_subclasses(EntryForm))
    assert len(_each(forms.CharField)) > 40


@pytest.mark.parametrize("locale", ["nb", "nn"])
@pytest.mark.parametrize(("route", "name"), _each(Line))
def test_text_that_is_too_long_is_kept_and_asked_to_be_shorter(logs, route, name, locale):
    limit = good_forms.FORMS[route].base_fields[name].max_length
    typed = "æ" * (limit + 1)

    answer = _sent(logs, route, {name: typed}, locale=locale)

    assert answer.status_code == 422
    assert reading.fields(answer)[name] == [typed]
    if name != "number":
        sentence = {"nb": f"inntil {limit} tegn. Nå er", "nn": f"inntil {limit} teikn. No er"}[locale]
        assert sentence in reading.errors(answer)[name]
    assert str(limit + 1) in reading.errors(answer)[name] or name == "number"


@pytest.mark.parametrize(("route", "name"), _each(forms.CharField))
def test_html_is_words_like_any_other(logs, route, name):
    answer = _sent(logs, route, {name: HTML})

    assert answer.status_code in (302, 422)
    if answer.status_code == 422:
        assert HTML not in answer.content.decode()
        assert reading.fields(answer)[name] == [HTML]


@pytest.mark.parametrize("odd", ODD, ids=["emoji", "hidden", "ligature", "nothing"])
@pytest.mark.parametrize(("route", "name"), _each(forms.CharField))
def test_no_letter_or_sign_is_too_odd(logs, route, name, odd):
    answer = _sent(logs, route, {name: odd})

    assert answer.status_code in (302, 422)
    assert not [each for each in DJANGOS_OWN if each in answer.content.decode()]


@pytest.mark.parametrize(("route", "name"), _each(forms.Field))
def test_a_field_left_out_is_asked_for_beside_itself(logs, route, name):
    required = good_forms.FORMS[route].base_fields[name].required
    given = {key: value for key, value in _good(logs, route).items() if key != name}

    answer = _post(route, logs, given)

    assert answer.status_code in ((422,) if required else (302, 422))
    if required:
        assert len(reading.errors(answer)[name]) > 8
        kept = reading.fields(answer)
        assert [key for key in given if key not in kept and given[key] and key != "file"] == []


@pytest.mark.parametrize("locale", ["nb", "nn"])
@pytest.mark.parametrize(("route", "name"), [*_each(Choice), *_each(Choices)])
def test_an_option_that_was_not_offered_is_refused(logs, route, name, locale):
    answer = _sent(logs, route, {name: "oppdiktet"}, locale=locale)

    with translation.override(locale):
        assert reading.errors(answer)[name] == str(CHOOSE)
    assert answer.status_code == 422


@pytest.mark.parametrize(("route", "name"), _each(Day))
@pytest.mark.parametrize("typed", BAD_DAYS)
def test_a_day_that_does_not_exist_is_asked_for_again(logs, route, name, typed):
    answer = _sent(logs, route, {name: typed})

    assert answer.status_code == 422
    assert "Skriv en dato som finnes" in reading.errors(answer)[name]
    assert reading.fields(answer)[name] == [typed]


@pytest.mark.parametrize(
    ("locale", "sentence"), [("nb", "Skriv en dato som finnes"), ("nn", "Skriv ein dato som finst")]
)
def test_29_february_is_a_day_every_fourth_year(logs, locale, sentence):
    given = {"start_by": "29.2.2028", "evaluate_by": "1.3.2028"}

    leap = _sent(logs, "new_measure", given, locale=locale)
    other = _sent(logs, "new_measure", {**given, "start_by": "29.2.2027"}, locale=locale)

    assert leap.status_code == 302
    assert (other.status_code, sentence in reading.errors(other)["start_by"]) == (422, True)


@pytest.mark.parametrize(
    ("route", "changed", "name", "sentences"),
    [
        ("new_measure", {"start_by": "2026-12-24", "evaluate_by": "2026-12-23"}, "evaluate_by", ("samme dag som oppstart", "same dag som")),
        ("new_measure", {"start_by": "2026-12-24", "evaluate_by": "2028-12-24"}, "evaluate_by", ("høyst ett år", "høgst eitt år")),
        ("consent", {"signed_on": "2026-10-01", "valid_until": "2026-09-30"}, "valid_until", ("etter datoen", "etter datoen")),
        ("consent", {"signed_on": "2099-10-01", "valid_until": "2099-11-30"}, "signed_on", ("i framtiden", "i framtida")),
        ("start_log", {"leader_agreed_on": "2099-10-01"}, "leader_agreed_on", ("i framtiden", "i framtida")),
        ("evaluation", {"option": "ongoing", "new_evaluate_by": "2020-01-01", "reason": "x"}, "new_evaluate_by", ("fram i tid", "fram i tid")),
        ("evaluation", {"took_part": []}, "took_part", ("Velg minst ett", "Vel minst eitt")),
        ("new_ladder", {"steps": "Bare ett"}, "steps", ("minst to trinn", "minst to steg")),
        ("new_ladder", {"steps": "\n".join("abcdefghijklm")}, "steps", ("inntil 12 trinn", "inntil 12 steg")),
        ("level", {"reason": " \u200b "}, "reason", ("Fyll inn", "Fyll inn")),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)  # fmt: skip
@pytest.mark.parametrize("locale", ["nb", "nn"])
def test_what_a_rule_says_stands_beside_the_field_it_is_about(logs, route, changed, name, sentences, locale):
    answer = _sent(logs, route, changed, locale=locale)

    assert answer.status_code == 422
    assert sentences[locale == "nn"] in reading.errors(answer)[name]


@pytest.mark.parametrize("locale", ["nb", "nn"])
@pytest.mark.parametrize("route", ["new_child", "guardians"])
@pytest.mark.parametrize(
    ("spoil", "sentences"),
    [
        (lambda digits: digits[:-1] + str((int(digits[-1]) + 1) % 10), ("stemmer ikke", "stemmer ikkje")),
        (lambda digits: digits[:-1], ("11 siffer", "11 siffer")),
        (lambda digits: digits + "0", ("11 siffer", "11 siffer")),
        (lambda digits: "99" + digits[2:], ("ikke en gyldig dato", "ikkje ein gyldig dato")),
        (lambda digits: "٣" * 11, ("11 siffer", "11 siffer")),
    ],
)
def test_a_personal_number_that_cannot_be_right_is_explained_and_kept(logs, route, spoil, sentences, locale):
    typed = spoil(good_forms.number())

    answer = _sent(logs, route, {"number": typed}, locale=locale)

    assert answer.status_code == 422
    assert sentences[locale == "nn"] in reading.errors(answer)["number"]
    assert reading.fields(answer)["given_name"] == ["Ola"]


def test_text_exactly_as_long_as_allowed_is_stored_whole(logs):
    title = "🧑æ" * 50

    answer = _sent(logs, "new_concern", {"title": title}, keep=True)

    with within(HERE):
        stored = logs["b"].log.concerns.latest("created_at")
    assert answer.status_code == 302
    assert (stored.title, text.length(stored.title)) == (title, 100)


def _sent(logs, route, changed, *, locale="nb", keep=False):
    with within(HERE):
        Person.objects.filter(pk=cast.person(good_forms.sender(route)).id).update(locale=locale)
    return _post(route, logs, {**_good(logs, route), **changed}, keep=keep)


def _good(logs, route):
    with within(HERE):
        return good_forms.fields(route, logs["b"])


def _post(route, logs, given, *, keep=False):
    """Send a form as the one whose it is; unless it was carried out, nothing may have been written."""
    sender, where = Visitor(good_forms.sender(route)), good_forms.address(route, logs["b"])
    if keep:
        return sender.post(where, given)
    before = fingerprint(HERE)
    with undone():
        answer = sender.post(where, given)
        assert answer.status_code == 302 or fingerprint(HERE) == before
    return answer


def _subclasses(form):
    for each in form.__subclasses__():
        yield each
        yield from _subclasses(each)
