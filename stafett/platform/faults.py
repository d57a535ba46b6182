"""The one error of this package: its text is a sentence for the person at the keyboard."""


class PlatformError(Exception):
    """Something the operator can put right; `str(error)` says what and how."""
