"""Fixed words of archive with their Norwegian labels, and the sentences of a no."""
