"""Reads of the archive: what is on its way, whole logs as plain values, and the logs of a period."""
