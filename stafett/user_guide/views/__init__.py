"""Translators for the help, the user guides and the tours."""
