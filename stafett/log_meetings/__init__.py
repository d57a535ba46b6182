"""Stafettloggmøte: the meeting where the log is written, and where everybody at the table sees it grow.

The log is the minutes (S003-08, S003-55): what is agreed goes straight into the log, and everybody confirms it
before they leave.
"""
