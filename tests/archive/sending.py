"""Logs closed and handed in, a worker to send them, and an archive behind Fiks IO that answers as one says."""

import io
import zipfile
from datetime import timedelta
from uuid import uuid4

from stafett.archive import operations, tasks
from stafett.archive.channels import fiks_arkiv
from stafett.archive.channels.transport import Message
from stafett.archive.enums import Kind
from stafett.archive.models import ArchiveSettings, Deposit
from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from tests import stage

HERE = cast.EKSEMPELVIK.id
PAPER = b"%PDF-1.7\n<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n%%EOF\n"
_KVITTERING = fiks_arkiv.receipts.RECEIPT
_KATALOG = fiks_arkiv.receipts.CATALOGUE


def closed_log(child="nils", holder="kari"):
    """A log with a concern and measures, evaluated and closed. Within the municipality."""
    log = stage.open_log(child, holder)
    concern = stage.active_concern(log)
    for arena in ("service", "home", "child"):
        stage.evaluate(log, stage.measure_in(concern, arena))
    log_operations.share_bright_spot(actor=stage.actor(holder), log=log, text="Lo høyt i storefri 😀")
    log_operations.achieve_goal(actor=stage.actor(holder), log=log, concern=concern, today=stage.today())
    log_operations.close_log(
        actor=stage.actor(holder), log=log, summary="Målet er nådd, og alle er glade.", today=stage.today()
    )
    return stage.stored(log)


def handed_in(title="Referat fra BTI-møte", **given):
    """Minutes handed in, as the system meetings do. Within the municipality."""
    options = {
        "kind": Kind.MINUTES, "title": title, "unit_id": cast.person("elle").posts[0].unit.id, "made_on": stage.today(),
        "pdf": PAPER, "source_id": uuid4(),
    } | given  # fmt: skip
    return operations.hand_in(actor=stage.actor("elle"), **options)


def work(deposit=None):
    """What the worker does in a minute: hands in what is closed, sends what is due, takes in answers."""
    tasks.look(0)
    tasks.find_forgotten(0)
    tasks.look(0)
    return stored(deposit) if deposit else None


def later(**time):
    """The clock, moved forward."""
    return clock.set_to(clock.now() + timedelta(**time))


def stored(deposit):
    with within(HERE):
        return Deposit.objects.get(pk=deposit.pk)


def use_fiks(settings, tmp_path):
    """Let the municipality's archive be one behind Fiks IO; gives it."""
    folder = tmp_path / "fiks"
    folder.mkdir(exist_ok=True)
    settings.ARCHIVE_FIKS = str(folder)
    with within(HERE):
        ArchiveSettings.objects.create(
            municipality_id=HERE, adapter="fiks_arkiv", case_type="BTI", journal_unit="OPP"
        )
    return Archive(folder / cast.EKSEMPELVIK.slug)


class Archive:
    """The other end: reads what was sent, and answers as the protocol says, through the folders of the transport."""

    def __init__(self, folder):
        self._folder = folder

    def sent(self):
        """The messages that have come, by id: the names of their files and the arkivmelding."""
        found = {}
        for content in sorted(self._folder.glob("ut/*/innhold.asice")):
            with zipfile.ZipFile(content) as container:
                found[content.parent.name] = container.namelist(), container.read("arkivmelding.xml")
        return found

    def answer(self, message_id, kind, name="", words=""):
        """One answer to a message: its type, and the file in it."""
        answer = Message(uuid4(), kind, about=message_id)
        here = self._folder / "inn" / str(answer.id)
        here.mkdir(parents=True)
        if name:
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as container:
                container.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
                container.writestr(name, words)
            (here / "innhold.asice").write_bytes(packed.getvalue())
        head = f'{{"type": "{kind}", "about": "{message_id}"}}'
        (here / "melding.json").write_text(head, encoding="utf-8")

    def receive(self, message_id, key, *, made="Opprettet"):
        """A receipt."""
        self.answer(message_id, fiks_arkiv.RECEIPT, fiks_arkiv.RECEIPT_FILE, receipt(key, made=made))

    def refuse(
        self, message_id, words="Ukjent sakstype", kind="no.ks.fik.arkiv.v1.feilmelding.ugyldigforespoersel"
    ):
        """An error message; the default is spelt as the protocol's own list spells it."""
        text = f'<f:ugyldigforespoersel xmlns:f="urn:x"><f:feilId>1</f:feilId><f:feilmelding>{words}</f:feilmelding></f:ugyldigforespoersel>'
        self.answer(message_id, kind, "feilmelding.xml", text)


def receipt(key, *, made="Opprettet"):
    """A receipt as an archive writes it."""
    return (
        f'<arkivmeldingKvittering xmlns="{_KVITTERING}" xmlns:m="{_KATALOG}"><mappeKvittering>'
        "<systemID>0f8fad5b-d9cb-469f-a165-70867728950e</systemID><mappeID>2026/17</mappeID>"
        f"<opprettetEllerEksisterende>{made}</opprettetEllerEksisterende></mappeKvittering><registreringKvittering>"
        "<systemID>7c9e6679-7425-40de-944b-e07fc1f90ae7</systemID><arkivertDato>2026-11-22T10:00:00+01:00</arkivertDato>"
        "<arkivertAv>Arkiv</arkivertAv><registreringsID>2026/17-3</registreringsID><referanseEksternNoekkel>"
        f"<m:fagsystem>Stafett</m:fagsystem><m:noekkel>{key}</m:noekkel></referanseEksternNoekkel>"
        f"<opprettetEllerEksisterende>{made}</opprettetEllerEksisterende></registreringKvittering></arkivmeldingKvittering>"
    )
