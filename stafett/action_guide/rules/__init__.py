"""The rules of the guide: what a search finds, and which step a log is on. Values in, values out.

Nothing is re-exported: `from stafett.action_guide.rules import search`.
"""
