"""What a family's package is described by: the schema of its data."""
