"""The rules of the relay log, one file for each domain word. Values in, a verdict out.

Nothing is re-exported: `from stafett.relay_log.rules import concerns`, then `concerns.may_share(...)`.
"""
