"""Opplæring: course days that leaders sign their staff up for, who needs training, and pages to teach from."""
