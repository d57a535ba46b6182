"""Listens to the whole test run and fails it when a secret of the cast has come out anywhere (SEC-01, SEC-13).

Heard: log lines, whatever tests and the servers they start print, addresses asked for and answered with, cookies,
e-mails, PostgreSQL's own log. Searched: every table of every database before it is dropped. Secrets are the personal
numbers of everyone in the cast, and words that tests write as content. Each worker listens for itself.
"""

import functools
import logging
import re
from functools import cache

import psycopg
import pytest
from psycopg import sql

WORDS = (
    "hemmeligstemplet",
    "gruegleder",
    "Eleven er ofte alene i friminuttene",
    "Jeg vil ha noen å leke med",
    "Eleven leker med andre i storefri",
    "Lekegruppe hver dag",
    "Eleven kommer ofte for sent",
    "Ikke om helse",
)
ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{6} ?\d{5}(?!\d)")
hits: list[str] = []
heard = {"texts": 0, "databases": 0}
_running = [""]


def hear(place: str, text: str) -> None:
    """Take note of something that came out at `place`. A hit names the place and the test, never the secret."""
    heard["texts"] += 1
    if found := secrets_in(text):
        hits.append(f"{place}: {found}, during {_running[0] or 'the start or the end'}")


def secrets_in(text: str) -> str:
    """What kinds of secrets stand in a text; empty when none."""
    kinds = []
    if any(digits.replace(" ", "") in personal_numbers() for digits in ELEVEN_DIGITS.findall(text)):
        kinds.append("a personal number")
    if any(word in text for word in WORDS):
        kinds.append("words from a log")
    return " and ".join(kinds)


def search(database: str) -> None:
    """Search every row of every table, as text, for personal numbers; in the trail also for words."""
    from tests.environment import cluster

    with psycopg.connect(cluster.urls(database).admin) as link:
        for table in _tables(link):
            numbers = f"({'|'.join(sorted(personal_numbers()))})"
            as_bytes = f"({'|'.join(number.encode().hex() for number in sorted(personal_numbers()))})"
            pattern = f"{numbers}|{as_bytes}"
            if table == "audit_entry":
                pattern = f"{pattern}|{'|'.join(WORDS)}"
            query = sql.SQL("SELECT count(*) FROM {} t WHERE t::text ~ %s").format(sql.Identifier(table))
            count = link.execute(query, [pattern]).fetchone()[0]
            if count:
                hits.append(
                    f"table {table} of a test's database: {count} rows with a personal number or words"
                )
    heard["databases"] += 1


@cache
def personal_numbers() -> frozenset[str]:
    """Those of everyone in the cast."""
    from stafett.demo import cast

    people = [person for place in cast.PLACES for person in place.everyone]
    return frozenset(person.number.digits for person in people if person.number)


def pytest_sessionstart(session):
    _listen_to_log_lines()
    _listen_to_addresses()
    _listen_to_mail()
    _search_before_dropping()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    _running[0] = item.nodeid.split("[")[0]
    try:
        return (yield)
    finally:
        _running[0] = ""


def pytest_runtest_logreport(report):
    if report.passed and not hasattr(report, "node"):  # a worker's reports pass the controller too
        for name, text in report.sections:
            hear(name.lower(), text)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["confidential"] = (hits, heard)
    elif hits and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    found, listened = getattr(node, "workeroutput", {}).get("confidential", ([], {}))
    hits.extend(found)
    for what, count in listened.items():
        heard[what] += count


def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(
        f"confidential: {heard['texts']} texts heard, {heard['databases']} databases searched, {len(hits)} secrets found"
    )
    for hit in dict.fromkeys(hits):
        terminalreporter.write_line(f"  SECRET OUT at {hit}", red=True)


class Ear(logging.Handler):
    """Hears what the product's own handler has let through, which stands before it."""

    def emit(self, record):
        hear("log line", self.format(record))


def _listen_to_log_lines():
    ear = Ear()
    ear.setFormatter(logging.Formatter("%(name)s %(message)s"))
    for logger in (logging.getLogger(), logging.getLogger("django")):
        logger.addHandler(ear)


def _listen_to_addresses():
    from django.test import Client

    ask = Client.request

    @functools.wraps(ask)
    def request(self, **asked):
        hear("address asked for", f"{asked.get('PATH_INFO', '')}?{asked.get('QUERY_STRING', '')}")
        answer = ask(self, **asked)
        hear("address answered with", answer.headers.get("Location", ""))
        hear("cookie", answer.cookies.output())
        return answer

    Client.request = request


def _listen_to_mail():
    from django.core.mail import EmailMessage

    build = EmailMessage.message

    @functools.wraps(build)
    def message(self, *args, **kwargs):
        others = [str(part[0]) for part in getattr(self, "alternatives", ())]
        hear("e-mail", "\n".join([self.subject, self.body, *others]))
        return build(self, *args, **kwargs)

    EmailMessage.message = message


def _search_before_dropping():
    from tests.environment import cluster

    drop = cluster.drop_database

    @functools.wraps(drop)
    def drop_database(name):
        if _exists(cluster, name):
            search(name)
        drop(name)

    cluster.drop_database = drop_database


def _exists(cluster, name):
    with psycopg.connect(cluster.urls("postgres").admin) as link:
        return link.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _tables(link):
    rows = link.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").fetchall()
    return [name for (name,) in rows]
