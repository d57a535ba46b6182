"""Translators for the inbox and the choice of pointers."""
