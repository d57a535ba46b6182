"""Egenvurdering: what a unit's leader reports to the leader of the area, with real numbers, and what they say about it."""
