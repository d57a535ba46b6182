"""Reads of the annual wheel: which units one reaches, a wheel as it stands today, and the counts behind its tasks."""
