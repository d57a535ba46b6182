"""Opplæring: half-day courses, places and attendance, and the halvdager where leaders meet."""
