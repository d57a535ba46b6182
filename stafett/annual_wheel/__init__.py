"""Årshjulet: what a unit does with BTI through a school year, month by month, and the list that does each task."""
