"""Verbs of the toolbox: put in, renew and withdraw documents; look after services; write news; say how far one has come."""

from stafett.toolbox.operations.directory import add_service, change_service, remove_service
from stafett.toolbox.operations.documents import (
    add_document,
    change_document,
    renew_document,
    return_document,
    withdraw_document,
)
from stafett.toolbox.operations.news import (
    change_article,
    change_issue,
    publish_issue,
    remove_article,
    start_issue,
    take_issue_back,
    write_article,
)
from stafett.toolbox.operations.phases import set_phase

__all__ = [
    "add_document", "add_service", "change_article", "change_document", "change_issue", "change_service",
    "publish_issue", "remove_article", "remove_service", "renew_document", "return_document", "set_phase",
    "start_issue", "take_issue_back", "withdraw_document", "write_article",
]  # fmt: skip
