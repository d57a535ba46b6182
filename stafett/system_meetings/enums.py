"""Fixed words of system meetings with their Norwegian labels, and the sentences of a no."""
