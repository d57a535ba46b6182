"""Tables of the toolbox: what a municipality keeps for everybody. Nothing here is about a child."""

from stafett.toolbox.models.directory import Service
from stafett.toolbox.models.documents import Document, DocumentFile, DocumentVersion
from stafett.toolbox.models.news import Article, Issue
from stafett.toolbox.models.phases import Phase

__all__ = ["Article", "Document", "DocumentFile", "DocumentVersion", "Issue", "Phase", "Service"]
