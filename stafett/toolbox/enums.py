"""Fixed words of the toolbox with their Norwegian labels."""
