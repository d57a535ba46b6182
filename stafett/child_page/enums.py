"""Fixed words of the child's side with their Norwegian labels."""
