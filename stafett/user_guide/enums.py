"""Fixed words of user guide with their Norwegian labels, and the sentences of a no."""
