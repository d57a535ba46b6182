"""Pages that combine features or stand outside them: the front page, login, Min side."""
