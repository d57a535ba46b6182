"""Files that lie about what they are: refused, or kept as they came and given back in a way that nothing runs."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from stafett.consent.models import ConsentDocument
from stafett.demo import cast
from stafett.register.tenancy import within
from tests.kernel.test_file_kinds import A_JPEG, A_PDF, A_PNG, PAGE
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


@pytest.mark.parametrize(
    ("name", "told", "content"),
    [
        ("samtykke.pdf", "application/pdf", PAGE),
        ("samtykke.pdf", "application/pdf", PAGE + A_PDF),
        ("samtykke.pdf", "application/pdf", A_PDF[:-40]),
        ("samtykke.png", "image/png", b"GIF89a" + A_PNG),
        ("samtykke.pdf", "application/pdf", A_PDF[:9] + b"/S /JavaScript" + A_PDF[9:]),
        ("samtykke.zip", "application/zip", b"PK\x03\x04" + b"\x00" * 100),
    ],
    ids=["page", "page and pdf", "torn", "gif and png", "pdf with script", "archive"],
)
def test_a_file_that_is_not_a_whole_and_quiet_form_is_refused(logs, name, told, content):
    answer, _kari = _send(logs, SimpleUploadedFile(name, content, content_type=told))

    assert answer.status_code == 422
    assert "Filen må være en PDF eller et bilde" in reading.errors(answer)["file"]


@pytest.mark.parametrize(
    ("name", "told", "content", "kind"),
    [
        ("samtykke.html", "text/html", A_PDF, "application/pdf"),
        ("samtykke.pdf\r\nX-Evil: 1", "text/html\r\nX-Evil: 1", A_JPEG, "image/jpeg"),
        ('"; filename="a.exe', "application/x-msdownload", A_PNG, "image/png"),
        ("\u202egpj.exe", "image/svg+xml", A_JPEG + PAGE, "image/jpeg"),
        ("../../../settings.py", "text/x-python", A_PDF + PAGE, "application/pdf"),
    ],
    ids=["page by name", "new line", "quote", "backwards", "path"],
)
def test_name_and_declared_type_decide_nothing_and_nothing_is_shown(logs, name, told, content, kind):
    answer, kari = _send(logs, SimpleUploadedFile(name, content, content_type=told))
    with within(HERE):
        consent = logs["b"].log.consents.latest("recorded_at")

    saved = kari.see("consent_document", logs["b"].log.pk, consent.pk)

    ending = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}[kind]
    assert answer.status_code == 302
    assert saved.content == content
    assert saved["Content-Type"] == kind
    assert saved["Content-Disposition"] == f'attachment; filename="samtykke.{ending}"'
    assert "sandbox" in saved["Content-Security-Policy"]
    assert saved["X-Content-Type-Options"] == "nosniff"
    assert "X-Evil" not in saved.headers


def test_no_byte_of_a_file_stands_in_clear_in_the_database(logs):
    _send(logs, SimpleUploadedFile("samtykke.pdf", A_PDF))

    with within(HERE):
        newest = ConsentDocument.objects.latest("pk")
    assert A_PDF[:8] not in bytes(newest.cipher)


def test_no_file_is_ever_put_on_a_disk():
    assert settings.FILE_UPLOAD_HANDLERS == ["stafett.web.uploads.OnlyInMemory"]
    assert not settings.MEDIA_ROOT


def _send(logs, file):
    here = logs["b"]
    with within(HERE):
        given = {**good_forms.fields("consent", here), "file": file}
    kari = Visitor("kari")
    return kari.send("consent", here.log.pk, fields=given), kari
