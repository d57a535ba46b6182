"""How a cell of a list that is taken out is written, so that a spreadsheet shows it and never runs it."""

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: object) -> str:
    """The value as text; what a spreadsheet would take for a formula gets an apostrophe first. Line ends become spaces.

    Source: OWASP ASVS 5.0, 1.2.10 (formula injection).
    """
    text = "" if value is None else str(value)
    flat = " ".join(text.split("\r\n")).replace("\r", " ").replace("\n", " ")
    return f"'{flat}" if text.startswith(_RUNS) or flat.lstrip().startswith(_RUNS) else flat
