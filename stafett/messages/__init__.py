"""Meldinger: the inbox is the truth; e-mail and SMS only say that something is there (ADR 0018)."""
