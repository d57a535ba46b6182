"""Reading the trail: who has seen a log, what is unusual, lists to take out, a family's own package, and what a log is taken
out as for others."""
