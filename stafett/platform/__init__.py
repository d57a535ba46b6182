"""What carries the house: PostgreSQL, the supervisor and the command line. No word of the domain."""
