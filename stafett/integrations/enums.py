"""What there is to choose among, and what is told of it."""
