"""Pointers by e-mail, through the mail server in `STAFETT_EMAIL_URL`."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from stafett.messages.channels import wording
from stafett.messages.channels.outcome import NotNow, WrongAddress

_PERMANENT = range(550, 560)  # RFC 5321 4.2.3: no such mailbox, not local, may not, syntax
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}  # no answers from machines


def is_open() -> bool:
    """Whether there is a mail server to hand to."""
    return bool(settings.EMAIL_URL)


def port() -> "Mail":
    """The port."""
    return Mail()


class Mail:
    """Hands one fixed letter to the mail server."""

    def point(self, address: str, *, lang: str) -> None:
        letter = EmailMessage(
            subject=wording.subject(lang),
            body=wording.letter(lang),
            from_email=settings.EMAIL_FROM,
            to=[address],
            headers=HEADERS,
            connection=get_connection(),
        )
        try:
            letter.send()
        except smtplib.SMTPRecipientsRefused as refused:
            codes = {code for code, _words in refused.recipients.values()}
            raise (WrongAddress if codes <= set(_PERMANENT) else NotNow) from None
        except (smtplib.SMTPException, OSError):
            raise NotNow from None
        except (ValueError, UnicodeError):  # an address that cannot be written in a letter's head
            raise WrongAddress from None
