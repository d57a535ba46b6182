"""What PostgreSQL is told at start: where it listens, how careful it is with writes, what it may log."""

from pathlib import Path

ACCESS_RULES = """\
# Everyone shows a password, on the socket too. There is no trust and no way in from another machine.
local all all scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
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


def server_arguments(*, durable: bool, port: int, socket_folder: Path, access_rules: Path) -> list[str]:
    """Command-line arguments for `postgres`; given anew at each start, so no file can drift."""
    purpose = DURABLE if durable else THROWAWAY
    place = {"port": port, "unix_socket_directories": socket_folder, "hba_file": access_rules}
    settings = {**EVERY_SERVER, **CONFIDENTIAL_LOG, **purpose, **place}
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
