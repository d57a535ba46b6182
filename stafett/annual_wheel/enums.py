"""Fixed words of annual wheel with their Norwegian labels, and the sentences of a no."""
