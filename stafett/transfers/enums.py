"""Fixed words of transfers with their Norwegian labels, and the sentences of a no."""
