"""Fixed words of courses with their Norwegian labels, and the sentences of a no."""
