"""How files come in: kept in memory, never on disk."""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler


class OnlyInMemory(MemoryFileUploadHandler):
    """Keeps a file in memory; of a request that is too large only the file's size, so that its form can say so.

    Django's own handler leaves such a file out altogether, and the form would ask for what was just sent.
    """

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file, or an empty one that knows how large it was."""
        return super().file_complete(file_size) or InMemoryUploadedFile(
            BytesIO(), self.field_name, self.file_name, self.content_type, file_size, self.charset
        )
