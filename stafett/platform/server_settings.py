"""What PostgreSQL is told at start: where it listens, how careful it is with writes, what it may log, what it archives."""

import shlex
from pathlib import Path

ACCESS_RULES = """\
# Everyone shows a password, on the socket too. There is no trust and no way in from another machine.
local all all scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
host  replication all 127.0.0.1/32 scram-sha-256
"""

CONFIDENTIAL_LOG = {
    # Statements and error details carry what people have written about a child. The log says that the server
    # started, stopped or fell over, never what was asked of it; the caller gets the error itself.
    "log_statement": "none",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
}

EVERY_SERVER = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "max_connections": "100",
    "jit": "off",  # pages ask many small questions; compiling them costs more than it saves
    "timezone": "UTC",
    "log_timezone": "UTC",
}

DURABLE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
}

THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}

MOST_LOST = "60"  # seconds: a segment that is not full is archived too when it is this old


def archiving(log: Path) -> dict[str, str]:
    """Settings that copy each finished segment of the write-ahead log into a folder. A segment gets its name when it is
    whole and on disk; one that is there already, as after a crash, must be the same."""
    whole, half = (shlex.quote(str(log / name)).replace("%", "%%") for name in ("", ".half"))
    here, coming = f"{whole}/%f", f"{half}-%f"
    command = f"if test -f {here}; then cmp -s %p {here}; else cp %p {coming} && sync {coming} && mv {coming} {here}; fi"
    return {"archive_mode": "on", "archive_command": command, "archive_timeout": MOST_LOST}


def fetch_command(log: Path) -> str:
    """The command by which a server that is rolled forward gets a segment back."""
    return f"cp {shlex.quote(str(log)).replace('%', '%%')}/%f %p"


def server_arguments(
    *, durable: bool, port: int, socket_folder: Path, access_rules: Path, log_archive: Path | None = None
) -> list[str]:
    """Command-line arguments for `postgres`; given anew at each start, so no file can drift."""
    purpose = (DURABLE if durable else THROWAWAY) | (archiving(log_archive) if log_archive else {})
    place = {"port": port, "unix_socket_directories": socket_folder, "hba_file": access_rules}
    settings = {**EVERY_SERVER, **CONFIDENTIAL_LOG, **purpose, **place}
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
