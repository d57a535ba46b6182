"""Lists that come as files: which columns they may have, and how a file is read as rows of text."""
