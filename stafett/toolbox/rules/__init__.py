"""What may be put in the toolbox and what must be looked at again: plain functions, no database, no clock."""

from stafett.toolbox.rules.files import ending_of, kind_of, may_keep_file, may_keep_source
from stafett.toolbox.rules.looking_after import is_due, may_become, may_publish_issue, may_review_on
from stafett.toolbox.rules.reaching import may_link, may_show_service

__all__ = [
    "ending_of", "is_due", "kind_of", "may_become", "may_keep_file", "may_keep_source", "may_link",
    "may_publish_issue", "may_review_on", "may_show_service",
]  # fmt: skip
