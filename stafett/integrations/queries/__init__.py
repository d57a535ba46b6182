"""Reads of connected systems, and of what they may be given."""
