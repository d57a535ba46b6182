"""Keeps people's words out of the log: an error leaves its kind and place, never its values (SEC-13)."""

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps

OWN = str(Path(__file__).resolve().parents[1])


class WithoutContent(logging.Filter):
    """Replaces an exception's text, which may quote a row or a form, by its type and the lines it passed.

    The first place is where it broke; the rest are the product's own, since a library's frames would hide them.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0]:
            kind, _value, trace = record.exc_info
            frames = traceback.extract_tb(trace)
            own = [frame for frame in frames[:-1] if frame.filename.startswith(OWN)][-6:]
            places = [
                f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}" for frame in own + frames[-1:]
            ]
            record.msg, record.args = f"{kind.__name__} at {' < '.join(reversed(places))}", ()
            record.exc_info = record.exc_text = None
        elif record.name.startswith("django.request"):
            record.msg, record.args = f"{getattr(record, 'status_code', '')} answer", ()
        return True


class AsJson(logging.Formatter):
    """One object a line, for collectors: when, how serious, which part, what, and the request's id as the trail has it."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if request := _request_id():
            told["request"] = str(request)
        return json.dumps(told, ensure_ascii=False)


def _request_id():
    """Asked for late: logging is set up before there are any tables."""
    if not apps.ready:
        return None
    from stafett.audit import trail

    return trail.request_id.get(None)
