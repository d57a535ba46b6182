"""Requests that no form of ours sends: torn bodies, huge ones, wrong types, odd addresses. A clear no, and never a fault."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.access import asking, who_may
from tests.access.stored import fingerprint
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
FORM = "application/x-www-form-urlencoded"
NUMBERS = ["-1", "0", "99999999999999999999", "9" * 5000, "1e9", "٣", "x", "%00", "²", ""]
WORDS = [
    "%00",
    "%25_%25",
    "a" * 5000,
    "%F0%9F%A7%91",
    "%ff%fe",
    "%27%20OR%201%3D1",
    "%C3%A6%20" * 40,
    "%E2%80%AE",
    "//evil",
    "&&=",
    "",
]
ASKED = {
    "my_logs": {"side": NUMBERS},
    "participating_logs": {"side": NUMBERS},
    "log": {"eldre": NUMBERS},
    "choose_child": {"q": WORDS},
    "staff_search": {"q": WORDS},
    "participants": {"q": WORDS},
    "new_concern": {"mal": WORDS},
    "new_measure": {"fra": WORDS, "arena": WORDS},
    "new_ladder": {"mal": WORDS},
    "consent_form": {"lang": WORDS},
    "log_in": {"next": WORDS},
}


@pytest.mark.parametrize("name", ASKED)
def test_no_page_fails_on_an_odd_query(logs, name):
    kari = Visitor("kari")
    page = reverse(name, args=asking.address(name, logs["b"]) if name in who_may.LOG_ROUTES else [])

    failed = [
        (query, text[:30], status)
        for query, texts in ASKED[name].items()
        for text in texts
        if (status := kari.get(f"{page}?{query}={text}").status_code) != 200
    ]

    assert failed == []


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        (FORM, b"text=" + b"a" * 1_100_000, {400, 413}),
        (FORM, b"&".join(b"f%d=1" % n for n in range(600)), {400}),
        (FORM + "; charset=utf-16", "text=å".encode("utf-16"), {400, 422}),
        (FORM + "; charset=finnes-ikke", b"text=x", {302, 400}),
        (FORM, b"text=%ff%fe%00&text=%ed%a0%80", {302}),
        (FORM, b"\xff\xfe\x00=\xff", {422}),
        (FORM, b"", {422}),
        ("application/json", b'{"text": "x"}', {415, 422}),
        ("application/json", b"{", {415, 422}),
        ("text/plain", b"text=x", {415, 422}),
        ("text/xml", b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>', {415, 422}),
        ("multipart/form-data", b"x", {400}),
        ("multipart/form-data; boundary=" + "b" * 300, b"x", {400, 422}),
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx", {302, 400, 422}),
        ("multipart/form-data; boundary=b", b"--b\r\n" * 2000, {400, 422}),
    ],
    ids=lambda part: part[:24].decode(errors="replace") if isinstance(part, bytes) else str(part)[:24],
)  # fmt: skip
def test_a_body_of_another_kind_is_refused_without_a_fault(logs, content_type, body, status):
    kari = Visitor("kari")
    before = fingerprint(HERE)

    answer = kari.generic(
        "POST", reverse("new_note", args=[logs["b"].log.pk]), body, content_type=content_type
    )

    assert answer.status_code in status
    assert answer.status_code == 302 or fingerprint(HERE) == before


RIGHT_WHEN_EMPTY = {
    "guardian_confirmation",
    "pointers",
    "note_keeping",
    "cancel_meeting",
    "attendance",
    "cancel_system_meeting",
    "edit_contacts",
    "system_people",
    "system_preparation",
    "holder_reminder",
    "wheel_task_done",
    "edit_category",
    "edit_subcategory",
}  # nothing ticked, or nothing written, is an answer


def test_a_form_that_arrives_empty_is_answered_with_what_is_missing(logs):
    answers = {
        name: Visitor(good_forms.sender(name)).post(good_forms.address(name, logs["b"]))
        for name in sorted(
            good_forms.FORMS, key=lambda name: name == "new_holder"
        )  # last: Kari is holder no more then
        if name not in RIGHT_WHEN_EMPTY
    }

    taken = {name: answer.status_code for name, answer in answers.items() if answer.status_code != 422}
    assert taken == {}
    without = {name for name, answer in answers.items() if not reading.errors(answer)}
    assert without <= {
        "activation",
        "invitation_answer",
        "guide_order",
        "number_sharing",
    }  # the answer is a button, so there is no field to say it beside


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("samtykke.pdf", b"MZ\x90\x00 et program", "Filen må være en PDF eller et bilde"),
        ("samtykke.pdf", b"<html><script>alert(1)</script>", "Filen må være en PDF eller et bilde"),
        ("samtykke.svg", b"<svg onload=alert(1)>", "Filen må være en PDF eller et bilde"),
        ("samtykke.pdf", b"", "Filen er tom."),
        ("samtykke.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024), "Filen er for stor"),
        ("samtykke.pdf", b"%PDF-" + b"0" * (11 * 1024 * 1024), "Filen er for stor"),
        (None, None, "Legg ved en kopi"),
    ],
    ids=["program", "page", "picture with script", "empty", "too large", "far too large", "none"],
)
def test_a_file_that_is_no_signed_form_is_refused_in_words(logs, name, content, sentence):
    given = _consent(logs)
    given.pop("file")
    if name:
        given["file"] = SimpleUploadedFile(name, content)
    before = fingerprint(HERE)

    answer = Visitor("kari").send("consent", logs["b"].log.pk, fields=given)

    assert answer.status_code == 422
    assert sentence in reading.errors(answer)["file"]
    assert reading.fields(answer)["limits"] == ["Ikke om helse."]
    assert fingerprint(HERE) == before


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\x00b.exe", "<b>.pdf", "æ" * 300 + ".pdf", "\u202efdp.exe", " ", "CON"]
)
def test_what_a_file_is_called_decides_nothing(logs, name):
    given = {**_consent(logs), "file": SimpleUploadedFile(name, stage.PDF)}
    kari = Visitor("kari")

    answer = kari.send("consent", logs["b"].log.pk, fields=given)

    assert answer.status_code in (302, 422)
    if answer.status_code == 302:
        with within(HERE):
            newest = logs["b"].log.consents.latest("recorded_at")
        saved = kari.see("consent_document", logs["b"].log.pk, newest.pk)
        assert saved["Content-Disposition"] == 'attachment; filename="samtykke.pdf"'


def test_too_many_files_are_refused(logs):
    files = [SimpleUploadedFile(f"{n}.pdf", stage.PDF) for n in range(120)]

    answer = Visitor("kari").send("consent", logs["b"].log.pk, fields={**_consent(logs), "file": files})

    assert answer.status_code == 400


@pytest.mark.parametrize("head", [{"HTTP_ACCEPT_LANGUAGE": "x" * 9000}, {"HTTP_ACCEPT_LANGUAGE": "tlh,\x00"}, {"HTTP_COOKIE": "stafett=" + "a" * 9000},
                                  {"HTTP_COOKIE": "stafett=\xff; =; ;;"}, {"HTTP_HX_REQUEST": "true"}, {"HTTP_HOST": "localhost:99999"},
                                  {"HTTP_COOKIE": "messages=%00junk; stafett-csrf=\x00"}, {"HTTP_REFERER": "\x00"},
                                  {"HTTP_HX_CURRENT_URL": "http://[::"}, {"HTTP_X_FORWARDED_PROTO": "https"}])  # fmt: skip
def test_odd_headers_are_no_fault(db, head):
    answer = Visitor().get("/", **head)

    assert answer.status_code in (200, 400)


def test_a_page_asked_for_by_its_head_alone_has_no_body(logs):
    kari = Visitor("kari")
    readable = [
        name
        for name, (rule, _k, methods) in who_may.LOG_ROUTES.items()
        if "GET" in methods and rule in ("read", "write")
    ]

    answers = [kari.head(reverse(name, args=asking.address(name, logs["b"]))) for name in readable]

    assert {answer.status_code for answer in answers} == {200}
    assert {answer.content for answer in answers} == {b""}


def _consent(logs):
    with within(HERE):
        return good_forms.fields("consent", logs["b"])
