"""What follows from what a machine sends: filters, changes, documents and keys. Pure functions, no database."""
