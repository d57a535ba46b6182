"""A real mail server on this machine that keeps what it is given, and a real SMS service. For tests."""

import contextlib
import json
import threading
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller

HOST = "127.0.0.1"


class PostOffice:
    """The mail server: `letters` as they came over the wire, `answers` by address when it is to say no."""

    def __init__(self):
        self.letters, self.answers = [], {}

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.letters.append(envelope)
        return "250 OK"

    def read(self):
        """The letters, parsed."""
        return [message_from_bytes(each.content, policy=policy.default) for each in self.letters]


class OneFreePort(Controller):
    """The first port that is free. aiosmtpd asks itself whether it answers, by the port it was told."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextlib.contextmanager
def open_post_office(settings):
    """A mail server that the settings point to for as long as the block lasts."""
    office = PostOffice()
    controller = OneFreePort(office, hostname=HOST, port=0)
    controller.start()
    settings.EMAIL_URL = f"smtp://{HOST}:{controller.port}"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, controller.port
    settings.EMAIL_FROM, settings.SITE_ADDRESS = "stafett@kommune.example", "https://stafett.example/"
    try:
        yield office
    finally:
        controller.stop()


class SmsService(ThreadingHTTPServer):
    """The SMS service: `asked` is what came, `status` what it answers."""

    def __init__(self):
        super().__init__((HOST, 0), _Asked)
        self.asked, self.status = [], 200


class _Asked(BaseHTTPRequestHandler):
    def do_POST(self):  # noqa: N802 - the library's name
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((dict(self.headers), json.loads(body)))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *args):
        """Says nothing."""


@contextlib.contextmanager
def open_sms_service(settings):
    """An SMS service that the settings point to for as long as the block lasts."""
    with SmsService() as service:
        thread = threading.Thread(target=service.serve_forever, daemon=True)
        thread.start()
        settings.SMS_URL = f"http://{HOST}:{service.server_port}/messages"
        settings.SITE_ADDRESS = "https://stafett.example/"
        try:
            yield service
        finally:
            service.shutdown()
            thread.join()
