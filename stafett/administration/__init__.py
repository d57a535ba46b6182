"""Children, guardians and staff as pages: entering a child with guardians, and the second person's confirmation."""
