"""Plain functions of oversight: what is unusual, what a period may be, and how a cell of a list is written."""
