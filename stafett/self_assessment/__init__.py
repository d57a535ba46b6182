"""Egenvurdering: the unit's own report to its area leader, filled with real numbers, and the evaluation of a year."""
