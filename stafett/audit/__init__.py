"""What people did: an append-only trail of acts, reads and refusals, and the former versions of changed rows."""
