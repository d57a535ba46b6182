"""Keeps people's words out of the log: an error leaves its kind and place, never its values (SEC-13)."""

import logging
import traceback


class WithoutContent(logging.Filter):
    """Replaces an exception's text, which may quote a row or a form, by its type and the lines it passed."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0]:
            kind, _value, trace = record.exc_info
            places = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(trace)][-6:]
            record.msg, record.args = f"{kind.__name__} at {' < '.join(reversed(places))}", ()
            record.exc_info = record.exc_text = None
        elif record.name.startswith("django.request"):
            record.msg, record.args = f"{getattr(record, 'status_code', '')} answer", ()
        return True
