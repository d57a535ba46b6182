"""What the protocols publish of themselves, as data."""
