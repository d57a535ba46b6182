"""Finds Chromium, or installs Debian's when this account may; otherwise one sentence says what to install."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def path() -> str | None:
    """Where Chromium is; STAFETT_CHROMIUM decides when set. None when there is none."""
    return os.environ.get("STAFETT_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Install Debian's chromium with apt-get, as root or through sudo without a password."""
    before = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (before and not shutil.which("sudo")):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "-q", "update"], ["apt-get", "-q", "-y", "install", "chromium"]):
        subprocess.run([*before, *command], env=environment, check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if path() is None:
        print("Installing Chromium ...", flush=True)
        install()
    if path() is None:
        sys.exit(
            "Chromium is needed for the browser tests: install the package chromium, or set STAFETT_CHROMIUM."
        )
