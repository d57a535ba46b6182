"""The line's pages: a unit's logs as flow and dates, and an area as numbers. Never what stands in a log."""
