"""Translators for the front page, login and Min side."""
