"""Overføring: a log goes to a new holder, another unit, or from kindergarten to school (S000-11, S003-29)."""
