"""Fills a toolbox through its own operations. Randi runs the system; Elle leads Kari's school."""

from datetime import timedelta

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.toolbox import operations
from tests import stage
from tests.kernel.test_file_kinds import A_PDF

HERE, PLACE = cast.EKSEMPELVIK.id, cast.EKSEMPELVIK.slug


def a_document(title="Ti bud for et godt møte", *, owner="elle", **changed):
    """A document with one version, a file unless told otherwise."""
    given = {
        "kind": "tool", "about": "Til den som leder møtet.", "owner_id": cast.person(owner).id,
        "review_on": stage.today() + timedelta(days=300), "file": ("ti-bud.pdf", A_PDF), "link": "", "sheet": "",
    } | changed  # fmt: skip
    with within(HERE):
        return operations.add_document(actor=stage.actor("randi"), title=title, today=stage.today(), **given)


def a_service(name="PPT", **changed):
    """A service in the directory."""
    with within(HERE):
        return operations.add_service(actor=stage.actor("randi"), **service_words(name=name) | changed)


def service_words(**changed):
    """A service's fields as its form gives them."""
    return {
        "name": "PPT", "does": "Hjelper barn som strever med å lære.", "for_whom": "Barnehage og skole",
        "contact": "Leder for PPT", "phone": "00 00 00 03", "email": "ppt@eksempelvik.example", "link": "",
        "how": "Hverdager 8–15.", "consultation": "Ring tirsdag etter lunsj. Si aldri navnet.",
    } | changed  # fmt: skip


def an_issue(*, articles=1, publish=True, **changed):
    """An issue of the news, with articles."""
    head = {
        "volume": 2,
        "number": 2,
        "locale": "nb",
        "title": "Å være foresatt",
        "lead": "Om foreldrerollen.",
    } | changed
    with within(HERE):
        randi = stage.actor("randi")
        issue = operations.start_issue(actor=randi, **head)
        for number in range(1, articles + 1):
            operations.write_article(
                actor=randi, issue=issue, title=f"Sak {number}", text="Første avsnitt.\n\nAndre avsnitt.",
                in_short=f"Kort sagt {number}.",
            )  # fmt: skip
        if publish:
            operations.publish_issue(actor=randi, issue=issue, today=stage.today())
    return issue
