"""Verktøykassen: the municipality's own routines, forms, templates and links as versions, who does what, and news."""
