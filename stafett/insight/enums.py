"""Fixed words of insight with their Norwegian labels, and the sentences of a no."""
