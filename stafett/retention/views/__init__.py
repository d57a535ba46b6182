"""Pages of retention: what is due, what is stopped, what is disposed of, and the rules."""
