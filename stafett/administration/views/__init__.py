"""Pages of children, guardians and staff, by what they are about."""
