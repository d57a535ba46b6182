"""Reads of retention: rules in force, what is due, what is held, and lists with their certificates."""
