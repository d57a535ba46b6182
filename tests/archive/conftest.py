"""An archive that is a folder of the test's own, and pages that need no built styles."""

import pytest

from tests.web.visiting import plain_styles


@pytest.fixture
def shelf(settings, tmp_path):
    """The folder the archive is; taken away, the archive is down."""
    folder = tmp_path / "arkiv"
    folder.mkdir()
    settings.ARCHIVE_FOLDER = str(folder)
    return folder


__all__ = ["plain_styles", "shelf"]
