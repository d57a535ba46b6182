"""Hjelp: what a page is for, in plain words, for the one who reads it; tours, and the user guide (S003-24, W-03)."""
