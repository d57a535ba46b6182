"""`stafett generate`, `bench`, `keys`, `deposit` and `manage`: Django's own commands, with server and environment in place."""

from collections.abc import Sequence

from stafett.platform.installation import opened, run_django


def run(words: Sequence[str]) -> int:
    """Pass the words on as they are; `manage` itself is dropped. Returns Django's exit code."""
    passed = list(words[1:] if words[0] == "manage" else words)
    with opened() as installation:
        return run_django(passed or ["help"], installation.for_management())
