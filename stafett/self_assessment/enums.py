"""Fixed words of self assessment with their Norwegian labels, and the sentences of a no."""
